// Whose a statement of prose is.
#pragma once

#include "loader/coding/essay.hpp"
#include "loader/frames/frames.hpp"

namespace steppe {

/// Fills the holders of a frame that has none yet. False: the statement is nobody's and
/// is dropped. True with no holders: it stays without one.
[[nodiscard]] bool find_holders(Essay& essay, const AnalyzedBlock& block,
                                const AnalyzedSentence& sentence, Frame& frame);

/// Adds actors that the essay as a whole speaks of or for.
void add_topic_actors(const std::vector<int>& actors, Referent& holders);

}  // namespace steppe
