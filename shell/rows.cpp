#include "shell/rows.hpp"

#include <sqlite3.h>

#include <memory>

#include "shell/sql.hpp"

namespace steppe::shell {
namespace {

Cell read_cell(sqlite3_stmt* statement, int column) {
  Cell cell;
  const auto* bytes = [&]() -> const char* {
    switch (sqlite3_column_type(statement, column)) {
      case SQLITE_NULL:
        cell.type = CellType::null;
        return nullptr;
      case SQLITE_INTEGER:
        cell.type = CellType::integer;
        break;
      case SQLITE_FLOAT:
        cell.type = CellType::real;
        break;
      case SQLITE_BLOB:
        cell.type = CellType::blob;
        return static_cast<const char*>(sqlite3_column_blob(statement, column));
      default:
        cell.type = CellType::text;
        break;
    }
    return reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  }();
  if (bytes != nullptr) {
    cell.text.assign(bytes,
                     static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
  }
  return cell;
}

}  // namespace

Cell text_cell(std::string text) { return {CellType::text, std::move(text)}; }

Cell integer_cell(std::int64_t value) {
  return {CellType::integer, std::to_string(value)};
}

RowSource rows_of(sqlite3_stmt* statement) {
  RowSource rows;
  for (int i = 0; i < sqlite3_column_count(statement); ++i) {
    rows.columns.emplace_back(sqlite3_column_name(statement, i));
  }
  rows.next = [statement](Row& row) -> Result<bool> {
    const int code = sqlite3_step(statement);
    if (code == SQLITE_DONE) return false;
    if (code != SQLITE_ROW) return sql_error(sqlite3_db_handle(statement));
    row.resize(static_cast<std::size_t>(sqlite3_column_count(statement)));
    for (std::size_t i = 0; i < row.size(); ++i)
      row[i] = read_cell(statement, static_cast<int>(i));
    return true;
  };
  return rows;
}

RowSource rows_of(Table table) {
  RowSource rows;
  rows.columns = std::move(table.columns);
  auto all = std::make_shared<std::vector<Row>>(std::move(table.rows));
  rows.next = [all, at = std::size_t{0}](Row& row) mutable -> Result<bool> {
    if (at == all->size()) return false;
    row = std::move((*all)[at++]);
    return true;
  };
  return rows;
}

RowSource limit_rows(RowSource rows, std::int64_t limit, bool* was_cut) {
  if (limit == 0) return rows;
  RowSource limited;
  limited.columns = rows.columns;
  limited.next = [next = std::move(rows.next), limit,
                  was_cut](Row& row) mutable -> Result<bool> {
    Result<bool> more = next(row);
    if (!more || !*more) return more;
    if (limit-- > 0) return true;
    *was_cut = true;
    return false;
  };
  return limited;
}

Result<Table> collect_rows(RowSource& rows) {
  Table table;
  table.columns = rows.columns;
  while (true) {
    Row row;
    Result<bool> more = rows.next(row);
    if (!more) return more.error();
    if (!*more) return table;
    table.rows.push_back(std::move(row));
  }
}

std::string hex_digits(const std::string& bytes) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(2 * bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

}  // namespace steppe::shell
