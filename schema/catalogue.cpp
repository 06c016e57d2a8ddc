// See schema/catalogue.hpp.
#include "schema/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <vector>

#include "schema/embedded.hpp"
#include "schema/report_values.hpp"
#include "steppe/report.hpp"

namespace steppe {
namespace {

std::string_view embedded_text(std::string_view path) {
  const auto files = schema_files();
  const auto at =
      std::find_if(files.begin(), files.end(),
                   [path](const EmbeddedFile& file) { return file.path == path; });
  assert(at != files.end());
  return at->text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

// The rows of a codebook file. A row that lacks a column is our own bug, and a test's to
// find.
std::vector<std::vector<std::string_view>> codebook_rows(std::string_view path) {
  std::vector<std::vector<std::string_view>> rows;
  for (std::string_view line : split(embedded_text(path), '\n')) {
    if (!line.empty() && line.front() != '#') rows.push_back(split(line, '\t'));
  }
  return rows;
}

std::optional<std::string_view> text_or_null(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

Status fill_kinds(const Connection& connection) {
  auto query = Query::prepare(
      connection,
      "INSERT INTO kinds (id, label, definition, ordinal)"
      " VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET label = excluded.label,"
      " definition = excluded.definition, ordinal = excluded.ordinal");
  if (!query) return query.error();
  int ordinal = 0;
  for (const auto& row : codebook_rows("schema/codebook/kinds.tsv")) {
    assert(row.size() == 3);
    if (Status s = query->run(row[0], row[1], row[2], ++ordinal); !s) return s;
  }
  return Done{};
}

Status fill_themes(const Connection& connection) {
  auto query =
      Query::prepare(connection,
                     "INSERT INTO themes (id, parent, label, definition, ordinal)"
                     " VALUES (?, nullif(?, '-'), ?, ?, ?) ON CONFLICT DO UPDATE SET"
                     " parent = excluded.parent, label = excluded.label,"
                     " definition = excluded.definition, ordinal = excluded.ordinal");
  if (!query) return query.error();
  int ordinal = 0;
  for (const auto& row : codebook_rows("schema/codebook/themes.tsv")) {
    assert(row.size() == 4);
    if (Status s = query->run(row[0], row[1], row[2], row[3], ++ordinal); !s) return s;
  }
  return Done{};
}

Status fill_report_params(const Connection& connection, const Report& report) {
  auto query = Query::prepare(connection,
                              "INSERT INTO report_params (report, name, ordinal, type, "
                              "required, fallback, choices_sql,"
                              " help) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  if (!query) return query.error();
  int ordinal = 0;
  for (const ReportParam& param : report.params) {
    const std::optional<std::string> fallback = bound_fallback(param);
    if (Status s = query->run(report.name, param.name, ++ordinal, param.type,
                              param.required, fallback, text_or_null(param.choices_sql),
                              text_or_null(param.help));
        !s) {
      return s;
    }
  }
  return Done{};
}

Status fill_reports(const Connection& connection) {
  auto remove = Query::prepare(connection, "DELETE FROM report_params WHERE report = ?");
  if (!remove) return remove.error();
  auto insert =
      Query::prepare(connection,
                     "INSERT INTO reports (name, title, about, sql) VALUES (?, ?, ?, ?)"
                     " ON CONFLICT DO UPDATE SET title = excluded.title,"
                     " about = excluded.about, sql = excluded.sql");
  if (!insert) return insert.error();
  for (const Report& report : built_in_reports()) {
    if (Status s = remove->run(report.name); !s) return s;
    if (Status s = insert->run(report.name, report.title, report.about, report.sql); !s)
      return s;
    if (Status s = fill_report_params(connection, report); !s) return s;
  }
  return Done{};
}

Status fill_facts(const Connection& connection) {
  auto meta = Query::prepare(connection,
                             "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)");
  if (!meta) return meta.error();
  const std::string schema = std::to_string(kSchemaVersion);
  if (Status s = meta->run("schema", schema); !s) return s;
  if (Status s = meta->run("generator", "steppe " STEPPE_VERSION); !s) return s;
  auto coder =
      Query::prepare(connection,
                     "INSERT INTO coders (id, type, version) VALUES ('rules', 'rules', ?)"
                     " ON CONFLICT DO UPDATE SET version = excluded.version");
  if (!coder) return coder.error();
  return coder->run(STEPPE_VERSION);
}

}  // namespace

Result<bool> create_schema(const Connection& connection) {
  const auto tables = read_integer(connection, "SELECT count(*) FROM sqlite_schema");
  if (!tables) return tables.error();
  if (*tables > 0) return false;
  const std::string marks =
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", kApplicationId,
                  kSchemaVersion);
  for (const std::string& sql : {std::string(embedded_text("schema/tables.sql")),
                                 std::string(embedded_text("schema/views.sql")), marks}) {
    if (Status s = execute(connection, sql); !s) return s.error();
  }
  return true;
}

Status fill_catalogue(const Connection& connection) {
  for (auto* fill : {fill_kinds, fill_themes, fill_facts, fill_reports}) {
    if (Status s = fill(connection); !s) return s;
  }
  return Done{};
}

}  // namespace steppe
