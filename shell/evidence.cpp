#include "shell/evidence.hpp"

#include <algorithm>
#include <charconv>

#include "fmt/format.h"
#include "shell/rows.hpp"
#include "shell/sql.hpp"
#include "steppe/report.hpp"

namespace steppe::shell {
namespace {

constexpr const char* kSentenceSql =
    "SELECT id, block, text, outcome, start_byte, end_byte FROM sentences"
    " WHERE document = ?1 AND end_byte > CAST(?2 AS INTEGER) AND start_byte < CAST(?3 AS "
    "INTEGER)"
    " ORDER BY start_byte";
constexpr const char* kStatementSql =
    "SELECT s.id, s.kind, s.theme, s.modality, s.quote, s.coder, s.start_byte, "
    "s.end_byte,"
    " s.rule, r.pattern, r.example FROM statements AS s LEFT JOIN rules AS r ON r.id = "
    "s.rule"
    " WHERE s.sentence = CAST(?1 AS INTEGER) ORDER BY s.start_byte, s.rule, s.id";
constexpr const char* kActorSql =
    "SELECT p.role, a.id, a.name, m.start_byte, m.end_byte, n.start_byte, n.end_byte"
    " FROM statement_actors AS p JOIN actors AS a ON a.id = p.actor"
    " LEFT JOIN mentions AS m ON m.id = p.mention LEFT JOIN mentions AS n ON n.id = "
    "m.antecedent"
    " WHERE p.statement = CAST(?1 AS INTEGER)"
    " ORDER BY CASE p.role WHEN 'holder' THEN 0 WHEN 'target' THEN 1 ELSE 2 END, a.id";
constexpr const char* kSpanSql =
    "SELECT role, start_byte, end_byte FROM statement_spans"
    " WHERE statement = CAST(?1 AS INTEGER) AND role <> 'text' ORDER BY start_byte, role";

std::int64_t integer(const Cell& cell) {
  std::int64_t value = 0;
  std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), value);
  return value;
}

// The whole text as a number from 1.
template <class Number>
bool read_number(std::string_view text, Number& number) {
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && rest == end && number >= 1;
}

Span span_of(const Cell& start, const Cell& end) {
  return {static_cast<std::uint32_t>(integer(start)),
          static_cast<std::uint32_t>(integer(end))};
}

Result<Source> read_source(sqlite3* connection, const std::string& document) {
  const Result<Table> rows = select_rows(
      connection, "SELECT id, source, raw FROM documents WHERE id = ?1", {document});
  if (!rows) return rows.error();
  if (rows->rows.empty()) {
    const Result<Table> all =
        select_rows(connection, "SELECT id FROM documents ORDER BY id");
    if (!all) return all.error();
    std::vector<std::string> known;
    for (const Row& row : all->rows) known.push_back(row[0].text);
    const std::string near = nearest_name(document, known);
    return Error{
        ErrorCode::usage,
        fmt::format("unknown document \"{}\"{}", document,
                    near.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", near))};
  }
  const Row& row = rows->rows[0];
  Source source{row[0].text, row[1].text, row[2].text, {0}};
  for (std::size_t at = source.raw.find('\n'); at != std::string::npos;
       at = source.raw.find('\n', at + 1)) {
    if (at + 1 < source.raw.size()) source.line_starts.push_back(at + 1);
  }
  return source;
}

Status read_actors(sqlite3* connection, const Source& source,
                   StatementEvidence& statement) {
  const Result<Table> rows =
      select_rows(connection, kActorSql, {std::to_string(statement.id)});
  if (!rows) return rows.error();
  for (const Row& row : rows->rows) {
    ActorEvidence actor{row[0].text, row[1].text, row[2].text, "", ""};
    if (row[3].type != CellType::null)
      actor.mention = source.bytes(span_of(row[3], row[4]));
    if (row[5].type != CellType::null)
      actor.antecedent = source.bytes(span_of(row[5], row[6]));
    statement.actors.push_back(std::move(actor));
  }
  return Done{};
}

Status read_spans(sqlite3* connection, StatementEvidence& statement) {
  const Result<Table> rows =
      select_rows(connection, kSpanSql, {std::to_string(statement.id)});
  if (!rows) return rows.error();
  for (const Row& row : rows->rows)
    statement.spans.push_back({row[0].text, span_of(row[1], row[2])});
  return Done{};
}

Status read_statements(sqlite3* connection, const Source& source, std::int64_t only,
                       SentenceEvidence& sentence) {
  const Result<Table> rows =
      select_rows(connection, kStatementSql, {std::to_string(sentence.id)});
  if (!rows) return rows.error();
  for (const Row& row : rows->rows) {
    if (only != 0 && integer(row[0]) != only) continue;
    StatementEvidence statement{integer(row[0]),
                                row[1].text,
                                row[2].text,
                                row[3].text,
                                row[4].text,
                                row[5].text,
                                span_of(row[6], row[7]),
                                row[8].text,
                                row[9].text,
                                row[10].text,
                                {},
                                {}};
    Status status = read_actors(connection, source, statement);
    if (status) status = read_spans(connection, statement);
    if (!status) return status;
    sentence.statements.push_back(std::move(statement));
  }
  return Done{};
}

Result<std::vector<SentenceEvidence>> read_sentences(sqlite3* connection,
                                                     const Source& source, Span range,
                                                     std::int64_t only) {
  const Result<Table> rows =
      select_rows(connection, kSentenceSql,
                  {source.document, std::to_string(range.start_byte),
                   std::to_string(range.end_byte)});
  if (!rows) return rows.error();
  std::vector<SentenceEvidence> sentences;
  for (const Row& row : rows->rows) {
    SentenceEvidence sentence{
        integer(row[0]),         row[1].text, row[2].text, row[3].text,
        span_of(row[4], row[5]), {}};
    Status status = read_statements(connection, source, only, sentence);
    if (!status) return status.error();
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

Result<EvidencePage> find_statement(sqlite3* connection, std::int64_t id) {
  const Result<Table> rows = select_rows(connection,
                                         "SELECT document, start_byte, end_byte FROM "
                                         "statements WHERE id = CAST(?1 AS INTEGER)",
                                         {std::to_string(id)});
  if (!rows) return rows.error();
  if (rows->rows.empty())
    return Error{ErrorCode::usage, fmt::format("no statement has the id {}", id)};
  const Row& row = rows->rows[0];
  Result<Source> source = read_source(connection, row[0].text);
  if (!source) return source.error();
  auto sentences = read_sentences(connection, *source, span_of(row[1], row[2]), id);
  if (!sentences) return sentences.error();
  return EvidencePage{std::move(*source), std::move(*sentences)};
}

Result<EvidencePage> find_lines(sqlite3* connection, const Reference& reference) {
  Result<Source> source = read_source(connection, reference.document);
  if (!source) return source.error();
  if (reference.first_line > source->line_count()) {
    return Error{ErrorCode::usage,
                 fmt::format("{} has {} lines, not {}", reference.document,
                             source->line_count(), reference.first_line)};
  }
  const auto line_start = [&](int line) {
    return static_cast<std::uint32_t>(
        line < source->line_count() ? source->line_starts[static_cast<std::size_t>(line)]
                                    : source->raw.size());
  };
  const Span range{line_start(reference.first_line - 1), line_start(reference.last_line)};
  auto sentences = read_sentences(connection, *source, range, 0);
  if (!sentences) return sentences.error();
  return EvidencePage{std::move(*source), std::move(*sentences)};
}

}  // namespace

std::string_view Source::bytes(Span span) const {
  return std::string_view(raw).substr(std::min<std::size_t>(span.start_byte, raw.size()),
                                      span.size());
}

int Source::line_of(std::uint32_t byte) const {
  return static_cast<int>(std::upper_bound(line_starts.begin(), line_starts.end(), byte) -
                          line_starts.begin());
}

Result<Reference> parse_reference(const std::string& text) {
  Reference reference;
  const Error wrong{
      ErrorCode::usage,
      fmt::format("\"{}\" is no statement id, DOCUMENT:LINE or DOCUMENT:LINE-LINE",
                  text)};
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) {
    if (!read_number(text, reference.statement)) return wrong;
    return reference;
  }
  const std::string_view lines = std::string_view(text).substr(colon + 1);
  const std::size_t dash = lines.find('-');
  const std::string_view last =
      dash == std::string_view::npos ? lines : lines.substr(dash + 1);
  reference.document = text.substr(0, colon);
  if (reference.document.empty() ||
      !read_number(lines.substr(0, dash), reference.first_line) ||
      !read_number(last, reference.last_line) ||
      reference.last_line < reference.first_line) {
    return wrong;
  }
  return reference;
}

Result<EvidencePage> find_evidence(const Database& database, const Reference& reference) {
  if (reference.statement != 0)
    return find_statement(database.handle(), reference.statement);
  return find_lines(database.handle(), reference);
}

}  // namespace steppe::shell
