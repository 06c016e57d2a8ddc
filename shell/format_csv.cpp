// CSV as RFC 4180 has it, with \n at line ends, as Unix tools read it.
//
// A field is quoted where it must be. NULL is an empty field and '' is "", so that a
// reader can tell them apart. Bytes go out as they are, except to a terminal; a blob is
// its hexadecimal digits. Tested by tests/formats_test.cpp.
#include "shell/formats.hpp"
#include "shell/text_width.hpp"

namespace steppe::shell {
namespace {

std::string quote(const std::string& text) {
  const bool plain = !text.empty() &&
                     text.find_first_of(",\"\r\n") == std::string::npos &&
                     text.front() != ' ' && text.back() != ' ';
  if (plain) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
  return out;
}

std::string csv_field(const Cell& cell, const Style& style, bool to_terminal) {
  switch (cell.type) {
    case CellType::null:
      return style.null_text;
    case CellType::blob:
      return cell.text.empty() ? "\"\"" : hex_digits(cell.text);
    default:
      return quote(to_terminal ? visible_text(cell.text) : cell.text);
  }
}

}  // namespace

Status write_csv(RowSource& rows, const Style& style, Output& out) {
  const auto write_fields = [&](const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out.write(",");
      out.write(csv_field(row[i], style, out.is_terminal()));
    }
    out.write("\n");
  };
  Row header;
  for (const std::string& column : rows.columns) header.push_back(text_cell(column));
  Row row;
  for (bool first = true; out.is_open(); first = false) {
    const Result<bool> more = rows.next(row);
    if (!more) return more.error();
    if (first && style.header) write_fields(header);  // not before the first row has come
    if (!*more) break;
    write_fields(row);
  }
  return Done{};
}

}  // namespace steppe::shell
