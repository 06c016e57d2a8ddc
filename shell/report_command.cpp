// `steppe report DB [NAME [--PARAM VALUE]...]`: canned reports, by name.
//
// Names, parameters, help and examples come from the headers of the report files. For
// people, a report with a `pivot` stands side by side where it fits; programs get the
// long rows. Tested by tests/program_test.cpp.
#include <algorithm>

#include "fmt/format.h"
#include "shell/pivot.hpp"
#include "shell/report_help.hpp"
#include "shell/row_output.hpp"
#include "shell/sql.hpp"
#include "shell/verbs.hpp"
#include "steppe/database.hpp"
#include "steppe/report.hpp"

namespace steppe::shell {
namespace {

constexpr int kMinPivotColumn = 20;  // narrower, and a statement is one word a line
constexpr std::size_t kMaxPivotColumns = 8;

Result<const Report*> find_report(const std::string& name) {
  std::vector<std::string> names;
  for (const Report& report : built_in_reports()) {
    if (report.name == name) return &report;
    names.push_back(report.name);
  }
  const std::string near = nearest_name(name, names);
  return Error{
      ErrorCode::usage,
      near.empty()
          ? fmt::format("unknown report \"{}\" ({})", name, fmt::join(names, ", "))
          : fmt::format("unknown report \"{}\" (did you mean \"{}\"?)", name, near)};
}

Status list_reports(const Options& options) {
  Table table{{"report", "title", "parameters"}, {}};
  for (const Report& report : built_in_reports()) {
    std::vector<std::string> names;
    for (const ReportParam& param : report.params) names.push_back("--" + param.name);
    table.rows.push_back({text_cell(report.name), text_cell(report.title),
                          text_cell(fmt::format("{}", fmt::join(names, " ")))});
  }
  return write_rows(rows_of(std::move(table)), options);
}

// A parameter that is none may be an option with a slip in it.
Status check_name(const Report& report, const std::string& name) {
  std::vector<std::string> known;
  for (const ReportParam& param : report.params) {
    if (param.name == name) return Done{};
    known.push_back(param.name);
  }
  for (const Flag* flag : flags_of("report")) known.emplace_back(flag->name);
  const std::string near = nearest_name(name, known);
  return Error{
      ErrorCode::usage,
      fmt::format("report {} has no parameter \"--{}\"{}", report.name, name,
                  near.empty()
                      ? fmt::format(" (see steppe report DB {} --help)", report.name)
                      : fmt::format(" (did you mean \"--{}\"?)", near))};
}

std::string type_of(const Report& report, const std::string& name) {
  const auto param =
      std::find_if(report.params.begin(), report.params.end(),
                   [&](const ReportParam& known) { return known.name == name; });
  return param == report.params.end() ? "" : param->type;
}

Result<ReportArguments> read_arguments(const Report& report, const Options& options) {
  ReportArguments arguments;
  for (const auto& [name, value] : options.parameters) {
    Status status = check_name(report, name);
    if (!status) return status.error();
    if (!value && type_of(report, name) != "bool") {
      return Error{ErrorCode::usage, fmt::format("--{} needs a value", name)};
    }
    arguments.emplace_back(name, value.value_or("1"));
  }
  return arguments;
}

bool fits_side_by_side(const Table& table, int width) {
  const std::size_t columns = table.columns.size() - 1;
  const int needed = static_cast<int>(columns) * (kMinPivotColumn + 3) + 15;
  return columns >= 2 && columns <= kMaxPivotColumns && (width == 0 || needed <= width);
}

Status write_report(const Report& report, const ReportArguments& arguments,
                    RowSource rows, const Options& options) {
  Result<RowOutput> out = RowOutput::open(options);
  if (!out) return out.error();
  const bool for_people = out->format().name == "box" || out->format().name == "markdown";
  if (for_people && !report.pivot_row.empty()) {
    Result<Table> table = collect_rows(rows);
    if (!table) return table.error();
    std::vector<std::string> first;
    for (const auto& [name, value] : arguments) {
      if (name == report.pivot_column) first.push_back(value);
    }
    Table pivot = pivot_table(*table, report.pivot_row, report.pivot_column, first);
    const bool fits = fits_side_by_side(pivot, out->style().width);
    if (fits) out->style().hanging = 2;
    rows = rows_of(fits ? std::move(pivot) : std::move(*table));
  }
  Status status = out->write(std::move(rows));
  if (!status && !options.output.empty()) return status;
  Status written = out->finish();
  return written ? status : written;
}

Status print_page(const std::string& text, const Options& options) {
  Result<Output> out = Output::open(options.output);
  if (!out) return out.error();
  out->write(text);
  return out->finish();
}

}  // namespace

Status run_report(const Options& options) {
  if (options.words.empty())
    return Error{ErrorCode::usage, "name a database (steppe report DB NAME)"};
  if (options.words.size() > 2) {
    return Error{
        ErrorCode::usage,
        fmt::format("unexpected \"{}\" (parameters are --NAME VALUE)", options.words[2])};
  }
  const Result<long> timeout = parse_timeout(options.timeout);
  if (!timeout) return timeout.error();
  const Result<Database> database = Database::open_read_only(options.words[0]);
  if (!database) return database.error();
  if (options.words.size() == 1) {
    if (options.parameters.empty()) return list_reports(options);
    return Error{ErrorCode::usage, fmt::format("no report named before \"--{}\"",
                                               options.parameters[0].first)};
  }
  const Result<const Report*> report = find_report(options.words[1]);
  if (!report) return report.error();
  if (options.help) return print_page(report_help(**report, *database), options);
  if (options.sql) return print_page((*report)->sql, options);
  const Result<ReportArguments> arguments = read_arguments(**report, options);
  if (!arguments) return arguments.error();
  limit_time(database->handle(), *timeout);
  const Result<StatementHandle> statement =
      prepare_report(*database, **report, *arguments);
  if (!statement) return statement.error();
  return write_report(**report, *arguments, rows_of(statement->get()), options);
}

}  // namespace steppe::shell
