// `steppe schema DB [TABLE]`: what there is to ask, with the words of the schema's own
// comments.
//
// The first comment of a table or view says what a row is, the one beside a column what
// it holds; SQLite keeps both with the definition. Tested by tests/program_test.cpp.
#include <algorithm>
#include <map>

#include "fmt/format.h"
#include "shell/row_output.hpp"
#include "shell/sql.hpp"
#include "shell/verbs.hpp"
#include "steppe/database.hpp"
#include "steppe/report.hpp"

namespace steppe::shell {
namespace {

constexpr const char* kListSql =
    "SELECT l.name, l.type, s.sql, (SELECT group_concat(name, ', ') FROM "
    "pragma_table_xinfo(l.name) WHERE hidden = 0)"
    " FROM pragma_table_list AS l JOIN sqlite_schema AS s ON s.name = l.name"
    " WHERE l.schema = 'main' AND l.type IN ('table', 'view', 'virtual') AND l.name NOT "
    "LIKE 'sqlite_%'"
    " ORDER BY l.type = 'view', s.rowid";
constexpr const char* kColumnsSql =
    "SELECT x.name, nullif(x.type, ''), x.pk, x.\"notnull\","
    " (SELECT \"table\" FROM pragma_foreign_key_list(?1) AS f WHERE f.\"from\" = x.name)"
    " FROM pragma_table_xinfo(?1) AS x WHERE x.hidden = 0";

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t,");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t,") - first + 1);
}

// Splits "code -- comment".
std::pair<std::string_view, std::string_view> split_comment(std::string_view line) {
  const std::size_t dashes = line.find("--");
  if (dashes == std::string_view::npos) return {trim(line), {}};
  return {trim(line.substr(0, dashes)), trim(line.substr(dashes + 2))};
}

// The comment that stands alone under the first line: what a row is.
Cell about_table(std::string_view sql) {
  std::string about;
  for (const std::string_view line : lines_of(sql)) {
    const auto [code, comment] = split_comment(line);
    if (code.empty() && !comment.empty()) {
      if (!about.empty()) about += ' ';
      about += comment;
    }
    if (!code.empty() && !about.empty()) break;
  }
  return text_cell(about);
}

// Comments beside columns. A table's line starts with its column, a view's ends with it.
std::map<std::string, std::string, std::less<>> about_columns(std::string_view sql) {
  const bool is_view = sql.starts_with("CREATE VIEW");
  std::map<std::string, std::string, std::less<>> about;
  for (const std::string_view line : lines_of(sql)) {
    const auto [code, comment] = split_comment(line);
    if (code.empty() || comment.empty()) continue;
    const std::string_view name = is_view ? code.substr(code.find_last_of(" .") + 1)
                                          : code.substr(0, code.find(' '));
    about.emplace(name, comment);
  }
  return about;
}

Result<Table> list_tables(const Database& database) {
  const Result<Table> found = select_rows(database.handle(), kListSql);
  if (!found) return found.error();
  Table table{{"name", "type", "about", "columns"}, {}};
  for (const Row& row : found->rows) {
    table.rows.push_back({row[0], row[1], about_table(row[2].text), row[3]});
  }
  return table;
}

// What the comments say; a view over `coded` has its columns from there.
Result<std::map<std::string, std::string, std::less<>>> read_about(
    const Database& database, const std::string& sql) {
  auto about = about_columns(sql);
  if (sql.find("FROM coded") == std::string::npos) return about;
  const Result<Table> coded = select_rows(
      database.handle(), "SELECT sql FROM sqlite_schema WHERE name = 'coded'");
  if (!coded) return coded.error();
  if (!coded->rows.empty()) about.merge(about_columns(coded->rows[0][0].text));
  return about;
}

Cell key_of(const Row& column) {
  std::string key;
  if (column[2].text != "0") key = "primary";
  if (column[4].type != CellType::null)
    key += fmt::format("{}→ {}", key.empty() ? "" : ", ", column[4].text);
  return text_cell(key);
}

Result<Table> list_columns(const Database& database, const std::string& name,
                           const std::string& sql) {
  const Result<Table> found = select_rows(database.handle(), kColumnsSql, {name});
  if (!found) return found.error();
  const auto about = read_about(database, sql);
  if (!about) return about.error();
  Table table{{"column", "type", "key", "about"}, {}};
  for (const Row& column : found->rows) {
    const auto at = about->find(column[0].text);
    table.rows.push_back({column[0], column[1], key_of(column),
                          text_cell(at == about->end() ? "" : at->second)});
  }
  return table;
}

Result<std::string> find_sql(const Database& database, const std::string& name) {
  const Result<Table> tables = select_rows(database.handle(),
                                           "SELECT name, sql FROM sqlite_schema WHERE "
                                           "type IN ('table', 'view') ORDER BY rowid");
  if (!tables) return tables.error();
  std::vector<std::string> names;
  for (const Row& row : tables->rows) {
    if (row[0].text == name) return row[1].text;
    names.push_back(row[0].text);
  }
  const std::string near = nearest_name(name, names);
  return Error{
      ErrorCode::usage,
      fmt::format("unknown table \"{}\"{}", name,
                  near.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", near))};
}

Status print_sql(const Database& database, const std::string& name,
                 const Options& options) {
  const Result<Table> found =
      select_rows(database.handle(),
                  "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND (?1 = '' OR "
                  "tbl_name = ?1) ORDER BY rowid",
                  {name});
  if (!found) return found.error();
  Result<Output> out = Output::open(options.output);
  if (!out) return out.error();
  for (const Row& row : found->rows) out->write(row[0].text + ";\n");
  return out->finish();
}

}  // namespace

Status run_schema(const Options& options) {
  if (options.words.empty() || options.words.size() > 2) {
    return Error{ErrorCode::usage, "write: steppe schema DB [TABLE]"};
  }
  const Result<Database> database = Database::open_read_only(options.words[0]);
  if (!database) return database.error();
  const std::string name = options.words.size() > 1 ? options.words[1] : "";
  std::string definition;
  if (!name.empty()) {
    const Result<std::string> sql = find_sql(*database, name);
    if (!sql) return sql.error();
    definition = *sql;
  }
  if (options.sql) return print_sql(*database, name, options);
  Result<Table> table =
      name.empty() ? list_tables(*database) : list_columns(*database, name, definition);
  if (!table) return table.error();
  return write_rows(rows_of(std::move(*table)), options);
}

}  // namespace steppe::shell
