// SQL that the user typed: prepare, bind, limit in time, and say what is wrong with it.
//
// Errors name the place in the SQL and, for an unknown table, column or function, the
// known name nearest to it. Tested by tests/program_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shell/rows.hpp"
#include "steppe/report.hpp"
#include "steppe/result.hpp"

struct sqlite3;

namespace steppe::shell {

/// What the connection last complained about, as one line. With `sql`, the place in it;
/// with `file`, the file that it is from. Errors: sql, timeout, interrupted.
[[nodiscard]] Error sql_error(sqlite3* connection, std::string_view sql = {},
                              const std::string& file = {});

/// Stops statements of the connection after `milliseconds` (0: never) and on Ctrl-C.
void limit_time(sqlite3* connection, long milliseconds);

/// The next statement of `*rest`, which moves on behind it; a null handle where only
/// blanks and comments are left.
[[nodiscard]] Result<StatementHandle> prepare_next(sqlite3* connection,
                                                   std::string_view* rest,
                                                   std::string_view whole,
                                                   const std::string& file);

/// All rows of a SELECT of ours with `arguments` bound in order. Errors: sql, timeout,
/// interrupted.
[[nodiscard]] Result<Table> select_rows(sqlite3* connection, const std::string& sql,
                                        const std::vector<std::string>& arguments = {});

/// A value for a named parameter: `name=text` or `name:=JSON`.
struct SqlParameter {
  std::string name;
  std::string value;
  bool is_json = false;
};

/// Reads the arguments of -p. Errors: usage.
[[nodiscard]] Result<std::vector<SqlParameter>> parse_parameters(
    const std::vector<std::string>& arguments);

/// Binds :name, @name and $name. Errors: usage (a parameter without a value).
[[nodiscard]] Status bind_parameters(sqlite3_stmt* statement,
                                     const std::vector<SqlParameter>& parameters);

/// Errors: usage, where a parameter stands in none of the statements; `seen` lists those
/// that do.
[[nodiscard]] Status check_all_used(const std::vector<SqlParameter>& parameters,
                                    const std::vector<std::string>& seen);

/// The names of a statement's parameters, without : @ $.
[[nodiscard]] std::vector<std::string> parameter_names(sqlite3_stmt* statement);

}  // namespace steppe::shell
