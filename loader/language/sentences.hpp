// Splits the tokens of one block into sentences.
//
// A full stop ends a sentence unless its word is an abbreviation that the next word
// continues. When in doubt we join: half a sentence loses its actor, two joined ones
// still cite the right line. A stretch of 400 tokens without an end is cut.
#pragma once

#include <cstddef>
#include <vector>

#include "loader/language/tokens.hpp"

namespace steppe {

/// Half-open ranges of token indices, in order, covering all tokens.
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;
};
[[nodiscard]] std::vector<TokenRange> split_sentences(const std::vector<Token>& tokens,
                                                      const Abbreviations& abbreviations);

/// Marks the tokens that stand inside brackets, or between two dashes of one sentence.
void mark_asides(std::vector<Token>& tokens, TokenRange sentence);

}  // namespace steppe
