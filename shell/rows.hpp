// Rows on their way to a format: columns, cells, and where the next row comes from.
//
// A format pulls, so that csv and ndjson hold one row at a time; box and markdown collect
// first.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "steppe/report.hpp"
#include "steppe/result.hpp"

namespace steppe::shell {

enum class CellType { null, integer, real, text, blob };

struct Cell {
  CellType type = CellType::null;
  std::string text;  // numbers as SQLite writes them; blob: its bytes

  [[nodiscard]] bool is_number() const {
    return type == CellType::integer || type == CellType::real;
  }
};

using Row = std::vector<Cell>;

[[nodiscard]] Cell text_cell(std::string text);
[[nodiscard]] Cell integer_cell(std::int64_t value);

/// Fills the row and returns true, or false after the last one. Errors: sql, timeout,
/// interrupted.
struct RowSource {
  std::vector<std::string> columns;
  std::function<Result<bool>(Row&)> next;
};

/// All rows at once.
struct Table {
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

/// The rows of a statement, which outlives the source.
[[nodiscard]] RowSource rows_of(sqlite3_stmt* statement);
/// The rows of a table, moved in.
[[nodiscard]] RowSource rows_of(Table table);
/// Ends after `limit` rows (0: none) and then sets `*was_cut` where there was one more.
[[nodiscard]] RowSource limit_rows(RowSource rows, std::int64_t limit, bool* was_cut);

/// Reads all that is left. Errors: as RowSource.
[[nodiscard]] Result<Table> collect_rows(RowSource& rows);

/// "x'0A1B'": a blob as SQL and people read it, in full.
[[nodiscard]] std::string hex_digits(const std::string& bytes);

}  // namespace steppe::shell
