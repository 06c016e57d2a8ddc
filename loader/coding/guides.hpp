// What the text above a list item says about it.
#pragma once

#include "loader/coding/essay.hpp"

namespace steppe {

/// The guide of an item. Of each thing that it says (kind, holders, theme) the nearest
/// source decides: parent items, then the lead-in, then the headings, innermost first.
[[nodiscard]] Guide guide_for(const Essay& essay, const AnalyzedBlock& block);

}  // namespace steppe
