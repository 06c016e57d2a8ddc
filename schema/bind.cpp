// Prepares a canned report: checks the arguments, finds the values they stand for, binds
// them. Tested by tests/report_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "schema/choices.hpp"
#include "schema/report_values.hpp"
#include "schema/sqlite.hpp"
#include "steppe/report.hpp"

namespace steppe {
namespace {

Error usage(std::string cause) { return {ErrorCode::usage, std::move(cause)}; }

Status check_names(const Report& report, const ReportArguments& arguments) {
  std::vector<std::string> known;
  for (const ReportParam& param : report.params) known.push_back(param.name);
  for (const auto& [name, value] : arguments) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string meant = nearest_name(name, known);
    return usage(
        fmt::format("report {} has no parameter \"{}\"{}", report.name, name,
                    meant.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", meant)));
  }
  return Done{};
}

std::vector<std::string> values_of(const std::string& name,
                                   const ReportArguments& arguments) {
  std::vector<std::string> values;
  for (const auto& [given, value] : arguments) {
    if (given == name) values.push_back(value);
  }
  return values;
}

// One value, as text, checked against the type and the choices.
Result<std::string> read_value(const std::vector<Choice>& choices,
                               const ReportParam& param, const std::string& typed) {
  if (typed.empty()) return usage(fmt::format("no value for \"{}\"", param.name));
  const std::string wrong = check_value(param.type, typed);
  if (!wrong.empty()) return usage(fmt::format("{} \"{}\" {}", param.name, typed, wrong));
  return choose(choices, param, typed);
}

// A whole argument that names a value is not split: "Korea, Republic of".
Result<std::optional<std::string>> read_list(const std::vector<Choice>& choices,
                                             const ReportParam& param,
                                             const std::vector<std::string>& given) {
  std::vector<std::string> values;
  for (const std::string& argument : given) {
    if (argument == "all") return std::optional<std::string>();
    const bool is_whole = is_choice(choices, argument);
    const auto parts = is_whole ? std::vector{argument} : split_list(argument);
    if (parts.empty()) return usage(fmt::format("no value for \"{}\"", param.name));
    for (const std::string& part : parts) {
      auto value = read_value(choices, param, part);
      if (!value) return value.error();
      if (std::find(values.begin(), values.end(), *value) == values.end())
        values.push_back(*value);
    }
  }
  return std::optional(json_array(values));
}

// What to bind for one parameter, as text; none: NULL.
Result<std::optional<std::string>> read_argument(const Connection& connection,
                                                 const Report& report,
                                                 const ReportParam& param,
                                                 const ReportArguments& arguments) {
  const auto given = values_of(param.name, arguments);
  if (given.empty() && param.required) {
    return usage(
        fmt::format("report {} needs a value for \"{}\"", report.name, param.name));
  }
  if (given.empty()) return bound_fallback(param);
  const auto choices = read_choices(connection, param);
  if (!choices) return choices.error();
  if (param.type == "list") return read_list(*choices, param, given);
  if (given.size() > 1) return usage(fmt::format("\"{}\" takes one value", param.name));
  auto value = read_value(*choices, param, given.front());
  if (!value) return value.error();
  if (param.type == "bool")
    return std::optional<std::string>(is_true(*value) ? "1" : "0");
  return std::optional(*std::move(value));
}

void bind_value(sqlite3_stmt* statement, const ReportParam& param,
                const std::optional<std::string>& value) {
  const int index = sqlite3_bind_parameter_index(statement, (":" + param.name).c_str());
  if (!value) {
    sqlite3_bind_null(statement, index);
  } else if (param.type == "int" || param.type == "bool") {
    sqlite3_int64 number = 0;
    std::from_chars(value->data(), value->data() + value->size(), number);
    sqlite3_bind_int64(statement, index, number);
  } else if (param.type == "real") {
    double number = 0;
    std::from_chars(value->data(), value->data() + value->size(), number);
    sqlite3_bind_double(statement, index, number);
  } else {
    sqlite3_bind_text64(statement, index, value->data(), value->size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
  }
}

// One statement that reads; a report from a user's file could be anything.
Result<StatementHandle> prepare_one(const Connection& connection, const Report& report) {
  sqlite3_stmt* raw = nullptr;
  const char* rest = nullptr;
  if (sqlite3_prepare_v2(connection.handle, report.sql.c_str(), -1, &raw, &rest) !=
      SQLITE_OK) {
    Error error = last_error(connection);
    error.cause = fmt::format("report {}: {}", report.name, error.cause);
    return error;
  }
  StatementHandle statement(raw);
  sqlite3_stmt* second = nullptr;
  const int code = sqlite3_prepare_v2(connection.handle, rest, -1, &second, nullptr);
  const StatementHandle closes_second(second);
  if (code != SQLITE_OK || second || !statement || sqlite3_stmt_readonly(raw) == 0 ||
      sqlite3_column_count(raw) == 0) {
    return Error{ErrorCode::sql,
                 fmt::format("report {}: must be one SELECT", report.name)};
  }
  return statement;
}

}  // namespace

void StatementCloser::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Result<StatementHandle> prepare_report(const Database& database, const Report& report,
                                       const ReportArguments& arguments) {
  const Connection connection(database);
  if (Status s = check_names(report, arguments); !s) return s.error();
  auto statement = prepare_one(connection, report);
  if (!statement) return statement.error();
  for (const ReportParam& param : report.params) {
    const auto value = read_argument(connection, report, param, arguments);
    if (!value) return value.error();
    bind_value(statement->get(), param, *value);
  }
  return statement;
}

}  // namespace steppe
