// The statements of a paragraph's sentence.
#pragma once

#include "loader/coding/essay.hpp"

namespace steppe {

/// Adds the sentence with its outcome, and its statements.
void read_prose(Essay& essay, const AnalyzedBlock& block,
                const AnalyzedSentence& sentence);

}  // namespace steppe
