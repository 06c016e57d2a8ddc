// What the tests of the language stages and of the extraction share: a sentence in, what
// a stage makes of it as one line of text out.
//
// Paragraphs are made by hand, so that a failure is never the reader's; only lists go
// through it.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "loader/analysis.hpp"
#include "loader/extract.hpp"
#include "loader/language/tagging.hpp"
#include "loader/lexicon/tables.hpp"
#include "loader/mentions.hpp"
#include "tests/reading.hpp"

namespace steppe {

/// The built-in lexicon, built once for all tests.
inline const Lexicon& built_in_lexicon() {
  static const Lexicon lexicon = [] {
    Result<Lexicon> built = Lexicon::build();
    EXPECT_TRUE(built) << (built ? "" : built.error().cause);
    return std::move(*built);
  }();
  return lexicon;
}
inline const Lexicon::Tables& built_in_tables() { return built_in_lexicon().tables(); }

/// A plain text of paragraphs, one a line.
inline Document paragraphs(const std::string& text) {
  Document document;
  document.raw = text;
  document.line_starts = {0};
  for (std::size_t first = 0; first < text.size();) {
    const std::size_t last = std::min(text.find('\n', first), text.size());
    Block block;
    block.text = text.substr(first, last - first);
    const auto start = static_cast<std::uint32_t>(first);
    const auto size = static_cast<std::uint32_t>(last - first);
    block.pieces = {{0, size, start, size}};
    if (size > 0) document.blocks.push_back(std::move(block));
    first = last + 1;
    if (last < text.size())
      document.line_starts.push_back(static_cast<std::uint32_t>(first));
  }
  return document;
}

/// A text with all that its analysis points into.
struct Analysis {
  Document document;
  Vocabulary vocabulary;
  ActorList actors;
  ActorCounts counts;
  std::vector<AnalyzedBlock> blocks;

  explicit Analysis(const std::string& text)
      : document(paragraphs(text)),
        vocabulary(built_in_tables().words),
        actors(built_in_tables()) {
    blocks = analyze(document, vocabulary, actors, counts);
  }
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  /// The only sentence of the text.
  [[nodiscard]] const AnalyzedSentence& sentence() const {
    EXPECT_EQ(blocks.front().sentences.size(), 1u) << document.raw;
    return blocks.front().sentences.front();
  }
};

/// Joined with " | ".
inline std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " | ") + part;
  return out;
}

/// The ids of a statement's actors in a role, by id, joined with blanks.
inline std::string actors_of(const Statement& statement, Role role) {
  std::string out;
  for (const StatementActor& actor : statement.actors) {
    if (actor.role == role) out += (out.empty() ? "" : " ") + actor.actor;
  }
  return out;
}

/// What extract() makes of paragraphs, one a line.
inline Extraction extract_paragraphs(const std::string& text) {
  return extract(paragraphs(text), built_in_lexicon());
}

/// One row of a table test: an input and what must come out of it.
struct TextCase {
  const char* input;
  const char* expected;
};

/// Runs every row; a failure names the row's input.
template <class Function>
void check_all(const std::vector<TextCase>& cases, Function function) {
  ASSERT_FALSE(cases.empty());
  for (const TextCase& c : cases)
    EXPECT_EQ(function(c.input), c.expected) << "in: " << c.input;
}

}  // namespace steppe
