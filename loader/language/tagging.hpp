// Chooses one word class for each token of a sentence.
#pragma once

#include <vector>

#include "loader/language/sentences.hpp"
#include "loader/language/tokens.hpp"

namespace steppe {

/// Sets Token::tag of every word in the range. `prose` is true for running sentences,
/// which have a finite verb; false for headings and list items, which need none. Linear.
void tag_words(std::vector<Token>& tokens, TokenRange sentence, bool prose);

}  // namespace steppe
