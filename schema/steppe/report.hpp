// Canned reports: named SQL with typed parameters, each from one .sql file with a comment
// header (see CONTRIBUTING.md, "Add a report"). The header is the only place that help,
// `--help`, completion and the `reports` table come from.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "steppe/database.hpp"
#include "steppe/result.hpp"

struct sqlite3_stmt;

namespace steppe {

struct ReportParam {
  std::string name;
  std::string type;         // text, int, real, date, bool, list
  std::string fallback;     // default as text; "" with optional = true: NULL
  bool optional = false;    // NULL where not given
  bool required = false;    // an error where not given
  std::string choices_sql;  // SELECT id, label …; "" where any value goes
  std::string help;
};

struct Report {
  std::string name;
  std::string title;
  std::string about;
  std::vector<ReportParam> params;
  std::string pivot_row;     // `-- pivot: ROW COLUMN`: the columns whose values head the
                             // rows and the
  std::string pivot_column;  // columns of a page for people; "" where there is none
  std::vector<std::string>
      examples;     // command-line arguments, e.g. "--actor RUS --theme security"
  std::string sql;  // the whole file, header included
};

/// Parses one report file. Errors: bad_data with file, line and cause (missing title,
/// unknown key, parameter declared but not used or used but not declared).
[[nodiscard]] Result<Report> parse_report(const std::string& name, std::string sql,
                                          const std::string& file);

/// The reports that the library carries, by name.
[[nodiscard]] const std::vector<Report>& built_in_reports();

/// A value that the caller gives: name, and text (a list parameter may be given several
/// times, or separated by commas).
using ReportArguments = std::vector<std::pair<std::string, std::string>>;

/// A prepared statement with its parameters bound. The caller steps it and owns it.
struct StatementCloser {
  void operator()(sqlite3_stmt* statement) const;
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, StatementCloser>;

/// Prepares a report and binds its arguments. Actor arguments (parameters whose choices
/// come from `actors`) are accepted by id, name, alias or demonym, in any case. Errors:
/// usage (unknown parameter or value, with a suggestion; missing value), sql.
[[nodiscard]] Result<StatementHandle> prepare_report(const Database& database,
                                                     const Report& report,
                                                     const ReportArguments& arguments);

/// The known name nearest to `name`, or "" where none is near enough to be meant.
[[nodiscard]] std::string nearest_name(const std::string& name,
                                       const std::vector<std::string>& known);

}  // namespace steppe
