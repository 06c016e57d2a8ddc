// "Simplify the tariffs." in a text that speaks for an actor, or below "Recommendations".
#pragma once

#include "loader/coding/essay.hpp"

namespace steppe {

/// Adds the statement that a sentence in the imperative makes. False: it makes none.
bool add_imperative(Essay& essay, const AnalyzedBlock& block,
                    const AnalyzedSentence& sentence, int row);

}  // namespace steppe
