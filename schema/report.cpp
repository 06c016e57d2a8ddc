// Reads report files: SQL with a comment header that says what a report is and what it
// takes.
//
//   -- title: Compare actors
//   -- about: What each actor wants and has a stake in
//   -- param: actor list default all  from: SELECT id, name FROM actors  -- actors to
//   compare
//   -- param: theme text optional
//   -- example: --actor RUS --theme security
//   SELECT ...
//
// The header is the run of `--` lines at the top; a line that is indented by three blanks
// or more continues the one above. After it, comments are free. Every declared parameter
// must be used as :name and every used one declared, so that help and SQL cannot drift
// apart. Tested by tests/report_test.cpp.
#include "steppe/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <string_view>

#include "schema/embedded.hpp"
#include "schema/report_values.hpp"

namespace steppe {
namespace {

struct HeaderLine {
  std::string key;
  std::string value;
  int line = 0;
};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         c == '_';
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_name_letter);
}

// Takes the first word off a text.
std::string take_word(std::string_view& text) {
  text = trimmed(text);
  const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  std::string word(text.substr(0, end));
  text = trimmed(text.substr(end));
  return word;
}

// `text` is a comment line without its dashes. Adds it to the header, as a line or a
// continuation.
std::string add_header_line(std::string_view text, int line,
                            std::vector<HeaderLine>& header) {
  if (trimmed(text).empty()) return "";
  if (text.starts_with("   ") && !header.empty()) {
    header.back().value += ' ';
    header.back().value += trimmed(text);
    return "";
  }
  const std::size_t colon = text.find(':');
  const std::string_view key = trimmed(text.substr(0, std::min(colon, text.size())));
  if (colon == std::string_view::npos || !is_name(key)) return "expected `-- key: value`";
  header.push_back(
      {std::string(key), std::string(trimmed(text.substr(colon + 1))), line});
  return "";
}

Result<std::vector<HeaderLine>> split_header(std::string_view sql,
                                             const std::string& file) {
  std::vector<HeaderLine> header;
  int line = 0;
  while (sql.starts_with("--")) {
    ++line;
    const std::size_t end = std::min(sql.find('\n'), sql.size());
    const std::string wrong = add_header_line(sql.substr(2, end - 2), line, header);
    if (!wrong.empty()) return Error{ErrorCode::bad_data, wrong, file, line};
    sql.remove_prefix(std::min(end + 1, sql.size()));
  }
  return header;
}

// The words after name and type: `default V`, `optional`, `required` or nothing, which is
// optional.
std::string read_mode(std::string_view text, ReportParam& param) {
  const std::string mode = take_word(text);
  param.optional = mode.empty() || mode == "optional";
  param.required = mode == "required";
  if (mode == "default") {
    param.fallback = text;
    if (text.empty()) return "expected a value after `default`";
    if (std::string wrong = check_value(param.type, param.fallback); !wrong.empty()) {
      return fmt::format("default \"{}\" {}", param.fallback, wrong);
    }
    return "";
  }
  if (!param.optional && !param.required) {
    return fmt::format("expected `default VALUE`, `optional` or `required`, not \"{}\"",
                       mode);
  }
  return text.empty() ? "" : fmt::format("unexpected \"{}\" after `{}`", text, mode);
}

// name type [default V | optional | required] [from: SELECT ...] [-- help]
std::string read_param(std::string_view text, ReportParam& param) {
  const std::size_t help = text.find("-- ");
  if (help != std::string_view::npos) {
    param.help = trimmed(text.substr(help + 3));
    text = text.substr(0, help);
  }
  const std::size_t from = text.find("from:");
  if (from != std::string_view::npos) {
    param.choices_sql = trimmed(text.substr(from + 5));
    text = text.substr(0, from);
    if (param.choices_sql.empty()) return "expected a SELECT after `from:`";
  }
  param.name = take_word(text);
  param.type = take_word(text);
  if (!is_name(param.name)) return "expected a parameter's name and type";
  if (!is_report_type(param.type)) {
    const std::string meant =
        nearest_name(param.type, {"text", "int", "real", "date", "bool", "list"});
    return fmt::format("unknown type \"{}\"{}", param.type,
                       meant.empty() ? " (text, int, real, date, bool or list)"
                                     : fmt::format(" (did you mean \"{}\"?)", meant));
  }
  return read_mode(text, param);
}

std::string read_header_line(const HeaderLine& header, Report& report) {
  if (header.key == "title" || header.key == "about") {
    std::string& field = header.key == "title" ? report.title : report.about;
    if (!field.empty()) return fmt::format("a second `{}`", header.key);
    field = header.value;
    return field.empty() ? fmt::format("expected words after `{}:`", header.key) : "";
  }
  if (header.key == "pivot") {
    std::string_view words = header.value;
    report.pivot_row = take_word(words);
    report.pivot_column = take_word(words);
    return report.pivot_column.empty() || !words.empty()
               ? "expected two columns after `pivot:`"
               : "";
  }
  if (header.key == "example") {
    report.examples.push_back(header.value);
    return "";
  }
  if (header.key != "param") {
    const std::string meant =
        nearest_name(header.key, {"title", "about", "param", "example"});
    return fmt::format("unknown key \"{}\"{}", header.key,
                       meant.empty() ? " (title, about, param or example)"
                                     : fmt::format(" (did you mean \"{}\"?)", meant));
  }
  ReportParam param;
  if (std::string wrong = read_param(header.value, param); !wrong.empty()) return wrong;
  for (const ReportParam& other : report.params) {
    if (other.name == param.name)
      return fmt::format("a second parameter \"{}\"", param.name);
  }
  report.params.push_back(std::move(param));
  return "";
}

// Where the text at `at` is a comment, string or quoted name: the offset behind it; else
// `at`.
std::size_t skip_opaque(std::string_view sql, std::size_t at) {
  const auto behind = [sql, at](std::string_view end, std::size_t start) {
    const std::size_t found = sql.find(end, at + start);
    return found == std::string_view::npos ? sql.size() : found + end.size();
  };
  if (sql.substr(at).starts_with("--")) return behind("\n", 2);
  if (sql.substr(at).starts_with("/*")) return behind("*/", 2);
  const char quote = sql[at];
  if (quote == '[') return behind("]", 1);
  if (quote == '\'' || quote == '"' || quote == '`') return behind(sql.substr(at, 1), 1);
  return at;
}

// The parameters of an SQL text with their sign (":name"; "?", "@x" and "$x" are found as
// well, to be refused), each with the line of its first use.
std::map<std::string, int> used_params(std::string_view sql) {
  std::map<std::string, int> used;
  for (std::size_t at = 0; at < sql.size();) {
    const std::size_t behind = skip_opaque(sql, at);
    const bool is_param =
        behind == at && std::string_view(":?@$").find(sql[at]) != sql.npos;
    if (!is_param && !is_name_letter(sql[at])) {
      at = std::max(behind, at + 1);
      continue;
    }
    std::size_t end = at + 1;
    while (end < sql.size() &&
           (is_name_letter(sql[end]) || (!is_param && sql[end] == '$')))
      ++end;
    if (!is_param) {
      at = end;
      continue;
    }
    const auto line =
        1 + std::count(sql.begin(), sql.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    used.emplace(sql.substr(at, end - at), static_cast<int>(line));
    at = end;
  }
  return used;
}

Status check_params(const Report& report, const std::vector<HeaderLine>& header,
                    const std::string& file) {
  std::map<std::string, int> used = used_params(report.sql);
  auto declared = header.begin();
  for (const ReportParam& param : report.params) {
    declared = std::find_if(declared, header.end(),
                            [](const HeaderLine& line) { return line.key == "param"; });
    if (used.erase(':' + param.name) == 0) {
      return Error{ErrorCode::bad_data,
                   fmt::format("parameter \"{}\" is not used", param.name), file,
                   declared->line};
    }
    ++declared;
  }
  if (used.empty()) return Done{};
  const auto& [name, line] = *used.begin();
  return Error{ErrorCode::bad_data, fmt::format("parameter \"{}\" is not declared", name),
               file, line};
}

}  // namespace

Result<Report> parse_report(const std::string& name, std::string sql,
                            const std::string& file) {
  Report report;
  report.name = name;
  report.sql = std::move(sql);
  const auto header = split_header(report.sql, file);
  if (!header) return header.error();
  for (const HeaderLine& line : *header) {
    const std::string wrong = read_header_line(line, report);
    if (!wrong.empty()) return Error{ErrorCode::bad_data, wrong, file, line.line};
  }
  if (report.title.empty())
    return Error{ErrorCode::bad_data, "no `-- title:` line", file, 1};
  if (report.about.empty())
    return Error{ErrorCode::bad_data, "no `-- about:` line", file, 1};
  if (Status s = check_params(report, *header, file); !s) return s.error();
  return report;
}

const std::vector<Report>& built_in_reports() {
  static const std::vector<Report> reports = [] {
    constexpr std::string_view kFolder = "schema/reports/";
    std::vector<Report> found;
    for (const EmbeddedFile& file : schema_files()) {
      if (!file.path.starts_with(kFolder)) continue;
      const std::string path(file.path);
      const std::string name =
          path.substr(kFolder.size(), path.size() - kFolder.size() - 4);
      auto report = parse_report(name, std::string(file.text), path);
      assert(report.has_value());
      found.push_back(*std::move(report));
    }
    return found;
  }();
  return reports;
}

}  // namespace steppe
