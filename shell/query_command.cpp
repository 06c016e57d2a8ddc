// `steppe query DB SQL`: ad-hoc SQL, read-only.
//
// The SQL is an argument, stdin ("-", or nothing where stdin is no terminal), or a file.
// Each of its statements that has columns gives a table. Tested by
// tests/program_test.cpp.
#include <sqlite3.h>
#include <unistd.h>

#include "fmt/format.h"
#include "shell/files.hpp"
#include "shell/row_output.hpp"
#include "shell/sql.hpp"
#include "shell/verbs.hpp"
#include "steppe/database.hpp"

namespace steppe::shell {
namespace {

struct Script {
  std::string sql;
  std::string file;  // "" for an argument: its places need no name
};

Result<Script> read_script(const Options& options) {
  const bool has_argument = options.words.size() > 1;
  if (has_argument && !options.sql_file.empty()) {
    return Error{ErrorCode::usage, "give the SQL or --file, not both"};
  }
  if (options.words.size() > 2) {
    return Error{
        ErrorCode::usage,
        fmt::format("unexpected \"{}\" after the SQL (quote the SQL as one argument)",
                    options.words[2])};
  }
  if (has_argument && options.words[1] != "-") return Script{options.words[1], ""};
  if (!has_argument && options.sql_file.empty() && isatty(STDIN_FILENO) == 1) {
    return Error{ErrorCode::usage,
                 fmt::format("no SQL (write: steppe query {} \"SELECT * FROM goals\")",
                             options.words[0])};
  }
  const std::string path = options.sql_file.empty() ? "-" : options.sql_file;
  Result<std::string> sql = read_file(path, kMaxScriptBytes + 1);
  if (!sql) return sql.error();
  if (sql->size() > kMaxScriptBytes)
    return Error{ErrorCode::usage, "more than 16 MB of SQL", path};
  return Script{std::move(*sql), path == "-" ? "stdin" : path};
}

Status run_script(const Database& database, const Script& script,
                  const std::vector<SqlParameter>& parameters, RowOutput& out) {
  std::vector<std::string> seen;
  std::string_view rest = script.sql;
  bool found = false;
  while (out.output().is_open()) {
    Result<StatementHandle> statement =
        prepare_next(database.handle(), &rest, script.sql, script.file);
    if (!statement) return statement.error();
    if (*statement == nullptr) break;
    found = true;
    for (std::string& name : parameter_names(statement->get()))
      seen.push_back(std::move(name));
    Status status = bind_parameters(statement->get(), parameters);
    if (!status) return status;
    status = out.write(rows_of(statement->get()));
    if (!status) return status;
  }
  if (!found) return Error{ErrorCode::usage, "no SQL in it", script.file};
  return check_all_used(parameters, seen);
}

}  // namespace

Status run_query(const Options& options) {
  if (options.words.empty())
    return Error{ErrorCode::usage, "name a database (steppe query DB SQL)"};
  const Result<std::vector<SqlParameter>> parameters =
      parse_parameters(options.sql_parameters);
  if (!parameters) return parameters.error();
  const Result<long> timeout = parse_timeout(options.timeout);
  if (!timeout) return timeout.error();
  const Result<Database> database = Database::open_read_only(options.words[0]);
  if (!database) return database.error();
  const Result<Script> script = read_script(options);
  if (!script) return script.error();
  Result<RowOutput> out = RowOutput::open(options);
  if (!out) return out.error();
  limit_time(database->handle(), *timeout);
  Status status = run_script(*database, *script, *parameters, *out);
  if (!status && !options.output.empty()) return status;
  Status written = out->finish();
  return written ? status : written;
}

}  // namespace steppe::shell
