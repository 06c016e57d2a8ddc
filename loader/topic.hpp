// What an essay is about, and for whom it speaks.
#pragma once

#include <vector>

#include "loader/analysis.hpp"
#include "loader/reference.hpp"

namespace steppe {

/// The actors of the title; where it names none, those named most. The author: whom "we"
/// means in a text that speaks for an actor.
[[nodiscard]] Topic find_topic(const std::vector<AnalyzedBlock>& blocks,
                               const ActorList& actors, const ActorCounts& counts);

}  // namespace steppe
