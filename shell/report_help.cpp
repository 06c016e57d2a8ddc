#include "shell/report_help.hpp"

#include "fmt/format.h"
#include "shell/sql.hpp"
#include "shell/text_width.hpp"

namespace steppe::shell {
namespace {

constexpr std::size_t kMaxChoices = 12;
constexpr int kPageWidth = 96;

std::string mode_of(const ReportParam& param) {
  if (param.required) return "required";
  return param.fallback.empty() ? "optional" : fmt::format("default {}", param.fallback);
}

// "goal, interest, concern, … (20)", or "" where any value goes.
std::string choices_of(const ReportParam& param, const Database& database) {
  if (param.choices_sql.empty()) return "";
  const Result<Table> table = select_rows(database.handle(), param.choices_sql);
  if (!table) return "";
  std::vector<std::string> ids;
  for (const Row& row : table->rows) ids.push_back(visible_line(row[0].text));
  if (ids.empty()) return "none yet";
  if (ids.size() <= kMaxChoices) return fmt::format("{}", fmt::join(ids, ", "));
  const std::size_t all = ids.size();
  ids.resize(kMaxChoices);
  return fmt::format("{}, … ({} in all)", fmt::join(ids, ", "), all);
}

std::string wrapped(const std::string& text, int indent) {
  std::string out;
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  for (const WrappedLine& line : wrap_words(text, kPageWidth - indent)) {
    out += fmt::format("{}{}\n", margin, line.text);
  }
  return out;
}

}  // namespace

std::string report_help(const Report& report, const Database& database) {
  const std::string command =
      fmt::format("steppe report {} {}", database.path(), report.name);
  std::string page =
      fmt::format("{}: {}\n\n{}", report.name, report.title, wrapped(report.about, 2));
  if (!report.params.empty()) page += "\nParameters:\n";
  for (const ReportParam& param : report.params) {
    page += fmt::format("  {:<20}{}, {}\n", fmt::format("--{}", param.name), param.type,
                        mode_of(param));
    if (!param.help.empty()) page += wrapped(param.help, 22);
    const std::string choices = choices_of(param, database);
    if (!choices.empty()) page += wrapped("one of: " + choices, 22);
  }
  page += "\nExamples:\n";
  if (report.examples.empty()) page += fmt::format("  {}\n", command);
  for (const std::string& example : report.examples) {
    page += fmt::format("  {}{}{}\n", command, example.empty() ? "" : " ", example);
  }
  return page;
}

}  // namespace steppe::shell
