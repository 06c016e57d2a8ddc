// Tab-separated data files: UTF-8, one row a line, `#` starts a comment line, no quoting.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "steppe/result.hpp"

namespace steppe {

struct TsvRow {
  int line = 0;  // 1-based
  std::vector<std::string_view> fields;
};

struct TsvFile {
  std::string path;  // for messages
  std::vector<TsvRow> rows;

  /// An error at a row of this file.
  [[nodiscard]] Error error(const TsvRow& row, std::string cause) const;
};

/// Splits `text` (borrowed: the fields point into it) into rows.
/// Errors: bad_data where a row has not exactly `columns` fields or an empty field.
[[nodiscard]] Result<TsvFile> parse_tsv(std::string path, std::string_view text,
                                        std::size_t columns);

/// The parts of a field at `separator`; "-" and "" are no parts.
[[nodiscard]] std::vector<std::string_view> split(std::string_view field, char separator);

}  // namespace steppe
