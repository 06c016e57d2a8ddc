// See loader/rows.hpp.
#include "loader/rows.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>

#include "loader/digest.hpp"
#include "loader/pieces.hpp"
#include "loader/sha256.hpp"

namespace steppe {
namespace {

// In the order of Rows::Sql.
constexpr std::array<const char*, 16> kTexts = {
    "SELECT (SELECT coalesce(max(id), 0) + 1 FROM sections),"
    " (SELECT coalesce(max(id), 0) + 1 FROM sentences),"
    " (SELECT coalesce(max(id), 0) + 1 FROM mentions),"
    " (SELECT coalesce(max(id), 0) + 1 FROM statements)",
    "INSERT INTO documents (id, title, author, date, source, format, sha256, coding, raw)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO sections (id, document, parent, level, heading, line) VALUES (?, ?, ?, "
    "?, ?, ?)",
    "INSERT INTO sentences (id, document, section, line, start_byte, end_byte, block, "
    "text,"
    " outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO sentences_fts (rowid, text) VALUES (?, ?)",
    // What an essay proposed yields to what a lexicon knows.
    "INSERT INTO actors (id, name, type, iso3, origin) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type,"
    " iso3 = excluded.iso3, origin = excluded.origin WHERE excluded.origin <> 'text'",
    "DELETE FROM actor_aliases WHERE actor = ?",
    "DELETE FROM actor_members WHERE actor = ?",
    "INSERT OR IGNORE INTO actor_aliases (alias, actor, form) VALUES (?, ?, ?)",
    "INSERT OR IGNORE INTO actor_members (actor, member) VALUES (?, ?)",
    "INSERT INTO mentions (id, sentence, actor, start_byte, end_byte, form, antecedent)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO statements (id, fingerprint, document, sentence, kind, theme, quote, "
    "line,"
    " start_byte, end_byte, modality, coder, rule)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'rules', ?)",
    "INSERT INTO statement_actors (statement, role, actor, mention) VALUES (?, ?, ?, ?)",
    // The same words may count twice as evidence.
    "INSERT OR IGNORE INTO statement_spans (statement, role, start_byte, end_byte)"
    " VALUES (?, ?, ?, ?)",
    "INSERT INTO sentences_fts (sentences_fts, rowid, text)"
    " SELECT 'delete', id, text FROM sentences WHERE document = ?",
    "DELETE FROM documents WHERE id = ?",
};

std::optional<std::string_view> text_or_null(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::string_view first_of(const std::string& given, const std::string& found) {
  return given.empty() ? found : given;
}

// An index into a list of the Extraction, as the id of its row. -1: none.
std::optional<std::int64_t> row_id(std::int64_t first, int index) {
  return index < 0 ? std::nullopt : std::optional(first + index);
}

bool is_iso3(std::string_view id) {
  return id.size() == 3 &&
         std::all_of(id.begin(), id.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_verbatim(const Document& document, const Statement& statement) {
  return std::string_view(document.raw)
             .substr(statement.span.start_byte, statement.span.size()) == statement.quote;
}

bool has_text_evidence(const Statement& statement) {
  return std::any_of(statement.evidence.begin(), statement.evidence.end(),
                     [](const Evidence& evidence) { return evidence.role == "text"; });
}

}  // namespace

Result<Rows> Rows::prepare(const Connection& connection) {
  static_assert(kTexts.size() == kSqlCount);
  Rows rows;
  for (const char* text : kTexts) {
    auto query = Query::prepare(connection, text);
    if (!query) return query.error();
    rows.queries_.push_back(*std::move(query));
  }
  return rows;
}

Status Rows::insert(const LoadItem& item, const Document& document,
                    const Extraction& extraction) {
  const auto first = first_ids();
  if (!first) return first.error();
  first_ = *first;
  if (Status s = insert_document(item, document, extraction); !s) return s;
  if (Status s = insert_sections(item.id, extraction); !s) return s;
  if (Status s = insert_sentences(item.id, extraction); !s) return s;
  if (Status s = insert_actors(extraction); !s) return s;
  if (Status s = insert_mentions(extraction); !s) return s;
  return insert_statements(item.id, document, extraction);
}

// The index goes first: it reads the words that it forgets from the rows.
Status Rows::remove(const std::string& document) {
  if (Status s = query(kForgetSearch).run(document); !s) return s;
  return query(kForgetDocument).run(document);
}

Result<Rows::FirstIds> Rows::first_ids() {
  Query& next = query(kNextIds);
  next.start();
  const auto row = next.next();
  if (!row) return row.error();
  const FirstIds first = {next.integer(0), next.integer(1), next.integer(2),
                          next.integer(3)};
  next.start();  // lets go of the tables
  return first;
}

Status Rows::insert_document(const LoadItem& item, const Document& document,
                             const Extraction& extraction) {
  const std::string digest = sha256(document.raw);
  const std::string coding = coding_digest(item, document, extraction);
  return query(kDocument).run(item.id, text_or_null(first_of(item.title, document.title)),
                              text_or_null(first_of(item.author, document.author)),
                              text_or_null(first_of(item.date, document.date)),
                              text_or_null(item.source), format_name(document.format),
                              digest, coding, Blob{document.raw});
}

Status Rows::insert_sections(const std::string& document, const Extraction& extraction) {
  std::int64_t id = first_.section;
  for (const Section& s : extraction.sections) {
    Status status = query(kSection).run(id++, document, row_id(first_.section, s.parent),
                                        s.level, text_or_null(s.heading), s.line);
    if (!status) return status;
  }
  return Done{};
}

Status Rows::insert_sentences(const std::string& document, const Extraction& extraction) {
  std::int64_t id = first_.sentence;
  for (const Sentence& s : extraction.sentences) {
    Status status = query(kSentence).run(id, document, row_id(first_.section, s.section),
                                         s.line, s.span.start_byte, s.span.end_byte,
                                         s.block, s.text, s.outcome);
    if (!status) return status;
    if (Status search = query(kSearch).run(id, s.text); !search) return search;
    ++id;
  }
  return Done{};
}

Status Rows::insert_actors(const Extraction& extraction) {
  for (const Actor& a : extraction.actors) {
    const auto iso3 =
        is_iso3(a.id) ? std::optional(std::string_view(a.id)) : std::nullopt;
    if (Status s = query(kActor).run(a.id, a.name, a.type, iso3, a.origin); !s) return s;
    if (Status s = insert_names(a); !s) return s;
  }
  return Done{};
}

// A lexicon knows all names of an actor, so the last load's replace the others; essays
// add theirs.
Status Rows::insert_names(const Actor& actor) {
  if (actor.origin != "text") {
    if (Status s = query(kForgetAliases).run(actor.id); !s) return s;
    if (Status s = query(kForgetMembers).run(actor.id); !s) return s;
  }
  for (const Alias& alias : actor.aliases) {
    if (Status s = query(kAlias).run(alias.text, actor.id, alias.form); !s) return s;
  }
  for (const std::string& member : actor.members) {
    if (Status s = query(kMember).run(actor.id, member); !s) return s;
  }
  return Done{};
}

Status Rows::insert_mentions(const Extraction& extraction) {
  std::int64_t id = first_.mention;
  for (const Mention& m : extraction.mentions) {
    Status status = query(kMention).run(
        id++, row_id(first_.sentence, m.sentence), text_or_null(m.actor),
        m.span.start_byte, m.span.end_byte, m.form, row_id(first_.mention, m.antecedent));
    if (!status) return status;
  }
  return Done{};
}

Status Rows::insert_statements(const std::string& document, const Document& source,
                               const Extraction& extraction) {
  const auto names = fingerprints(document, extraction.statements);
  std::optional<QuotePieces> pieces;  // most essays are plain text and need none
  std::int64_t id = first_.statement;
  for (const Statement& s : extraction.statements) {
    const std::string& name = names[static_cast<std::size_t>(id - first_.statement)];
    Status status =
        query(kStatement)
            .run(id, name, document, row_id(first_.sentence, s.sentence),
                 kind_name(s.kind), s.theme, s.quote, s.line, s.span.start_byte,
                 s.span.end_byte, s.modality, text_or_null(s.rule));
    if (!status) return status;
    const bool is_cut = !is_verbatim(source, s) && !has_text_evidence(s);
    if (is_cut && !pieces) pieces.emplace(source);
    if (Status parts =
            insert_parts(id, s, is_cut ? pieces->of(s.span) : std::vector<Span>());
        !parts) {
      return parts;
    }
    ++id;
  }
  return Done{};
}

Status Rows::insert_parts(std::int64_t id, const Statement& statement,
                          const std::vector<Span>& pieces) {
  for (const StatementActor& a : statement.actors) {
    Status status =
        query(kStatementActor)
            .run(id, role_name(a.role), a.actor, row_id(first_.mention, a.mention));
    if (!status) return status;
  }
  Query& insert_span = query(kStatementSpan);
  for (const Evidence& e : statement.evidence) {
    if (Status s = insert_span.run(id, e.role, e.span.start_byte, e.span.end_byte); !s) {
      return s;
    }
  }
  for (const Span& piece : pieces) {
    if (Status s = insert_span.run(id, "text", piece.start_byte, piece.end_byte); !s) {
      return s;
    }
  }
  return Done{};
}

}  // namespace steppe
