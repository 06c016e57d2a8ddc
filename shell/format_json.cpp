// JSON: an array of objects (json), or an object a line (ndjson). Always valid.
//
// Bytes that are not UTF-8 become U+FFFD; infinities become 9.0e+999, which is a number
// and reads as infinity again (SQLite's own choice); blobs are strings of hexadecimal
// digits. Columns of one name get a number, because a JSON reader keeps only the last of
// them. Tested by tests/formats_test.cpp.
#include <map>

#include "fmt/format.h"
#include "shell/formats.hpp"
#include "shell/json.hpp"

namespace steppe::shell {
namespace {

std::string json_value(const Cell& cell) {
  switch (cell.type) {
    case CellType::null:
      return "null";
    case CellType::integer:
      return cell.text;
    case CellType::real:
      if (cell.text == "Inf") return "9.0e+999";
      if (cell.text == "-Inf") return "-9.0e+999";
      return cell.text;
    case CellType::blob:
      return json_string(hex_digits(cell.text));
    default:
      return json_string(cell.text);
  }
}

std::vector<std::string> json_keys(const std::vector<std::string>& columns) {
  std::map<std::string, int> count;
  std::vector<std::string> keys;
  for (const std::string& column : columns) {
    const int number = ++count[column];
    keys.push_back(
        json_string(number == 1 ? column : fmt::format("{}:{}", column, number)));
  }
  return keys;
}

std::string json_object(const std::vector<std::string>& keys, const Row& row) {
  std::string object = "{";
  for (std::size_t i = 0; i < row.size(); ++i) {
    object += fmt::format("{}{}:{}", i > 0 ? "," : "", keys[i], json_value(row[i]));
  }
  object += '}';
  return object;
}

// Writes the objects, `between` before each but the first.
Status write_objects(RowSource& rows, std::string_view between, Output& out) {
  const std::vector<std::string> keys = json_keys(rows.columns);
  Row row;
  for (bool first = true; out.is_open(); first = false) {
    const Result<bool> more = rows.next(row);
    if (!more) return more.error();
    if (!*more) break;
    if (!first) out.write(between);
    out.write(json_object(keys, row));
    if (between.empty()) out.write("\n");
  }
  return Done{};
}

}  // namespace

Status write_json(RowSource& rows, const Style&, Output& out) {
  out.write("[");
  Status status = write_objects(rows, ",\n", out);
  out.write("]\n");  // also after an error: what stands there is valid
  return status;
}

Status write_ndjson(RowSource& rows, const Style&, Output& out) {
  return write_objects(rows, "", out);
}

}  // namespace steppe::shell
