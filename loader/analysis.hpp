// An essay with its words, names and syntax found: what the rules look at.
#pragma once

#include <vector>

#include "loader/language/sentences.hpp"
#include "loader/language/syntax.hpp"
#include "loader/language/tokens.hpp"
#include "loader/mentions.hpp"
#include "loader/reader/document.hpp"

namespace steppe {

struct AnalyzedSentence {
  TokenRange range;  // of the block's tokens
  Span text;         // of the block's text, without outer blanks
  Syntax syntax;
  std::vector<NamedActor> names;  // inside `range`
  std::string_view block_text;    // of the block that holds it

  /// Offsets into the block's text of a range of core positions (not empty).
  [[nodiscard]] Span core_span(int first, int last) const {
    return {syntax.token(first).start, syntax.token(last - 1).end};
  }
};

struct AnalyzedBlock {
  const Block* block = nullptr;
  std::vector<Token> tokens;
  std::vector<AnalyzedSentence> sentences;
};

/// Analyses every block, in order. `counts` receives how often each actor is named.
[[nodiscard]] std::vector<AnalyzedBlock> analyze(const Document& document,
                                                 Vocabulary& vocabulary,
                                                 ActorList& actors, ActorCounts& counts);

/// The names whose tokens lie inside a span of the block's text.
[[nodiscard]] std::vector<const NamedActor*> names_in(const AnalyzedBlock& block,
                                                      const AnalyzedSentence& sentence,
                                                      Span text);

}  // namespace steppe
