// The statement of a list item.
#pragma once

#include "loader/coding/essay.hpp"

namespace steppe {

/// Adds the sentences of an item with their outcomes, and its statement. `index`: of the
/// item's block.
void read_item(Essay& essay, std::size_t index);

}  // namespace steppe
