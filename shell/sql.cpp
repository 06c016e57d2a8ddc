#include "shell/sql.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "fmt/format.h"
#include "shell/interrupt.hpp"

namespace steppe::shell {
namespace {

using Clock = std::chrono::steady_clock;

struct Deadline {
  bool limited = false;
  Clock::time_point at;
};
// One connection a run; SQLite keeps a pointer to it.
Deadline deadline;

int stop_when_late(void*) {
  return is_interrupted() || (deadline.limited && Clock::now() >= deadline.at) ? 1 : 0;
}

// First column of all rows, or nothing where the query is refused.
std::vector<std::string> list_names(sqlite3* connection, const char* sql) {
  std::vector<std::string> names;
  sqlite3_stmt* raw = nullptr;
  sqlite3_prepare_v2(connection, sql, -1, &raw, nullptr);
  const StatementHandle statement(raw);
  while (raw != nullptr && sqlite3_step(raw) == SQLITE_ROW) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(raw, 0));
    if (text != nullptr) names.emplace_back(text);
  }
  return names;
}

// The columns of every table and view, without pragmas: an authorizer may deny them.
std::vector<std::string> list_columns(sqlite3* connection) {
  std::set<std::string> columns;
  for (const std::string& table :
       list_names(connection,
                  "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")) {
    sqlite3_stmt* raw = nullptr;
    char* sql = sqlite3_mprintf("SELECT * FROM \"%w\"", table.c_str());
    sqlite3_prepare_v2(connection, sql, -1, &raw, nullptr);
    sqlite3_free(sql);
    const StatementHandle statement(raw);
    for (int i = 0; i < sqlite3_column_count(raw); ++i)
      columns.insert(sqlite3_column_name(raw, i));
  }
  return {columns.begin(), columns.end()};
}

std::string after(const std::string& text, std::string_view prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : "";
}

// " (did you mean …?)" for SQLite's complaint about a name, or "".
std::string suggest(sqlite3* connection, const std::string& message) {
  std::string near;
  std::string name = after(message, "no such table: ");
  if (!name.empty()) {
    near = nearest_name(
        name,
        list_names(connection,
                   "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"));
  }
  name = after(message, "no such column: ");
  if (!name.empty()) {
    name = name.substr(name.rfind('.') + 1);  // npos + 1 is 0
    near = nearest_name(name, list_columns(connection));
  }
  name = after(message, "no such function: ");
  if (!name.empty()) {
    near = nearest_name(
        name, list_names(connection, "SELECT DISTINCT name FROM pragma_function_list"));
  }
  return near.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", near);
}

void set_place(Error& error, std::string_view sql, int offset) {
  if (offset < 0 || static_cast<std::size_t>(offset) > sql.size()) return;
  const std::string_view before = sql.substr(0, static_cast<std::size_t>(offset));
  error.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  error.column = 1 + static_cast<int>(before.size() - (before.rfind('\n') + 1));
}

Status bind_json(sqlite3_stmt* statement, int index, const SqlParameter& parameter) {
  sqlite3* connection = sqlite3_db_handle(statement);
  sqlite3_stmt* raw = nullptr;
  sqlite3_prepare_v2(connection, "SELECT json_extract(?1, '$')", -1, &raw, nullptr);
  const StatementHandle value(raw);
  sqlite3_bind_text(raw, 1, parameter.value.c_str(), -1, SQLITE_STATIC);
  if (raw == nullptr || sqlite3_step(raw) != SQLITE_ROW) {
    return Error{ErrorCode::usage,
                 fmt::format("-p {}:={} is no JSON (text goes with {}=…)", parameter.name,
                             parameter.value, parameter.name)};
  }
  sqlite3_bind_value(statement, index, sqlite3_column_value(raw, 0));
  return Done{};
}

}  // namespace

void limit_time(sqlite3* connection, long milliseconds) {
  deadline = {milliseconds > 0, Clock::now() + std::chrono::milliseconds(milliseconds)};
  sqlite3_progress_handler(connection, 1000, stop_when_late, nullptr);
}

Error sql_error(sqlite3* connection, std::string_view sql, const std::string& file) {
  const int code = sqlite3_errcode(connection);
  if (code == SQLITE_INTERRUPT) {
    if (is_interrupted()) return {ErrorCode::interrupted, "interrupted"};
    return {ErrorCode::timeout, "stopped: the time of --timeout is over"};
  }
  const int offset = sqlite3_error_offset(connection);
  const std::string message = sqlite3_errmsg(connection);
  Error error{ErrorCode::sql, message, file};
  if (code == SQLITE_AUTH || code == SQLITE_READONLY)
    error.cause += ": queries only read";
  error.cause += suggest(connection, message);
  if (!file.empty()) set_place(error, sql, offset);
  return error;
}

Result<StatementHandle> prepare_next(sqlite3* connection, std::string_view* rest,
                                     std::string_view whole, const std::string& file) {
  while (!rest->empty()) {
    sqlite3_stmt* raw = nullptr;
    const char* tail = nullptr;
    const int code = sqlite3_prepare_v2(connection, rest->data(),
                                        static_cast<int>(rest->size()), &raw, &tail);
    if (code != SQLITE_OK) {
      Error error = sql_error(connection, *rest, file);
      const std::string_view before =
          whole.substr(0, static_cast<std::size_t>(rest->data() - whole.data()));
      const int lines = static_cast<int>(std::count(before.begin(), before.end(), '\n'));
      if (error.line > 0) error.line += lines;
      return error;
    }
    rest->remove_prefix(static_cast<std::size_t>(tail - rest->data()));
    if (raw != nullptr) return StatementHandle(raw);
  }
  return StatementHandle();
}

Result<Table> select_rows(sqlite3* connection, const std::string& sql,
                          const std::vector<std::string>& arguments) {
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v2(connection, sql.c_str(), -1, &raw, nullptr);
  const StatementHandle statement(raw);
  if (code != SQLITE_OK) return sql_error(connection);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    sqlite3_bind_text(raw, static_cast<int>(i) + 1, arguments[i].c_str(), -1,
                      SQLITE_STATIC);
  }
  RowSource rows = rows_of(raw);
  return collect_rows(rows);
}

Result<std::vector<SqlParameter>> parse_parameters(
    const std::vector<std::string>& arguments) {
  std::vector<SqlParameter> parameters;
  for (const std::string& argument : arguments) {
    const std::size_t equals = argument.find('=');
    if (equals == std::string::npos || equals == 0) {
      return Error{ErrorCode::usage,
                   fmt::format("-p \"{}\": write NAME=TEXT or NAME:=JSON", argument)};
    }
    const bool is_json = argument[equals - 1] == ':';
    parameters.push_back({argument.substr(0, equals - (is_json ? 1 : 0)),
                          argument.substr(equals + 1), is_json});
  }
  return parameters;
}

std::vector<std::string> parameter_names(sqlite3_stmt* statement) {
  std::vector<std::string> names;
  for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
    const char* name = sqlite3_bind_parameter_name(statement, i);
    names.emplace_back(name == nullptr ? "?" : name + 1);
  }
  return names;
}

Status bind_parameters(sqlite3_stmt* statement,
                       const std::vector<SqlParameter>& parameters) {
  const std::vector<std::string> names = parameter_names(statement);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto at =
        std::find_if(parameters.rbegin(), parameters.rend(),
                     [&](const SqlParameter& p) { return p.name == names[i]; });
    if (at == parameters.rend()) {
      return Error{ErrorCode::usage,
                   fmt::format("the SQL's parameter \"{0}\" has no value (add -p {0}=…)",
                               names[i])};
    }
    const int index = static_cast<int>(i) + 1;
    if (at->is_json) {
      Status status = bind_json(statement, index, *at);
      if (!status) return status;
    } else {
      sqlite3_bind_text64(statement, index, at->value.data(), at->value.size(),
                          SQLITE_TRANSIENT, SQLITE_UTF8);
    }
  }
  return Done{};
}

Status check_all_used(const std::vector<SqlParameter>& parameters,
                      const std::vector<std::string>& seen) {
  for (const SqlParameter& parameter : parameters) {
    if (std::find(seen.begin(), seen.end(), parameter.name) != seen.end()) continue;
    const std::string near = nearest_name(parameter.name, seen);
    return Error{
        ErrorCode::usage,
        fmt::format("the SQL has no parameter \":{}\"{}", parameter.name,
                    near.empty() ? "" : fmt::format(" (did you mean \":{}\"?)", near))};
  }
  return Done{};
}

}  // namespace steppe::shell
