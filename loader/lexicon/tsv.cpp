#include "loader/lexicon/tsv.hpp"

#include <utility>

namespace steppe {
namespace {

std::vector<std::string_view> split_all(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find(separator, at);
    parts.push_back(text.substr(at, end - at));
    if (end == std::string_view::npos) return parts;
    at = end + 1;
  }
}

}  // namespace

Error TsvFile::error(const TsvRow& row, std::string cause) const {
  return Error{ErrorCode::bad_data, std::move(cause), path, row.line};
}

Result<TsvFile> parse_tsv(std::string path, std::string_view text, std::size_t columns) {
  TsvFile file{std::move(path), {}};
  int number = 0;
  for (std::string_view line : split_all(text, '\n')) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    TsvRow row{number, split_all(line, '\t')};
    if (row.fields.size() != columns) {
      return file.error(row, std::to_string(row.fields.size()) + " columns, expected " +
                                 std::to_string(columns));
    }
    for (const std::string_view field : row.fields) {
      if (field.empty()) return file.error(row, "empty column (write - for nothing)");
    }
    file.rows.push_back(std::move(row));
  }
  return file;
}

std::vector<std::string_view> split(std::string_view field, char separator) {
  std::vector<std::string_view> parts;
  for (const std::string_view part : split_all(field, separator)) {
    if (!part.empty() && part != "-") parts.push_back(part);
  }
  return parts;
}

}  // namespace steppe
