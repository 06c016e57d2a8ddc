// The sentences of a paragraph: prose, and the lead-in of a list.
#pragma once

#include "loader/coding/essay.hpp"

namespace steppe {

/// Adds the sentences of a paragraph, and sets the lead-in of a list that follows it.
/// `index`: of the paragraph's block.
void read_paragraph(Essay& essay, std::size_t index);

}  // namespace steppe
