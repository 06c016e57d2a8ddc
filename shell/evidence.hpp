// The evidence for statements as values: a document's bytes, its sentences, and what led
// to each row.
//
// Read from the database alone, which keeps the essay's bytes, so that `show` needs no
// file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "steppe/database.hpp"
#include "steppe/extraction.hpp"
#include "steppe/result.hpp"

namespace steppe::shell {

/// A document's bytes with the start of each line.
struct Source {
  std::string document;
  std::string path;  // where it was read from
  std::string raw;
  std::vector<std::size_t> line_starts;

  [[nodiscard]] std::string_view bytes(Span span) const;
  [[nodiscard]] int line_of(std::uint32_t byte) const;  // 1-based
  [[nodiscard]] int line_count() const { return static_cast<int>(line_starts.size()); }
};

struct ActorEvidence {
  std::string role, id, name;
  std::string mention;     // the words that stand for the actor; "": none
  std::string antecedent;  // what a pronoun stands for; "": none
};

struct SpanEvidence {
  std::string role;
  Span span;
};

struct StatementEvidence {
  std::int64_t id = 0;
  std::string kind, theme, modality, quote, coder;
  Span span;
  std::string rule, pattern, example;  // "" where no rule decided
  std::vector<ActorEvidence> actors;
  std::vector<SpanEvidence> spans;
};

struct SentenceEvidence {
  std::int64_t id = 0;
  std::string block, text, outcome;
  Span span;
  std::vector<StatementEvidence> statements;
};

/// What REF means: a statement, or lines of a document.
struct Reference {
  std::int64_t statement = 0;  // 0: lines
  std::string document;
  int first_line = 0, last_line = 0;
};

/// Reads a REF as typed. Errors: usage.
[[nodiscard]] Result<Reference> parse_reference(const std::string& text);

struct EvidencePage {
  Source source;
  std::vector<SentenceEvidence>
      sentences;  // in order; with one statement only where REF names it
};

/// Looks a reference up. Errors: usage (no such statement, document or line, with a
/// suggestion), sql.
[[nodiscard]] Result<EvidencePage> find_evidence(const Database& database,
                                                 const Reference& reference);

}  // namespace steppe::shell
