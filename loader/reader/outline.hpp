// The structure that a reader sees and the markup does not say: headings without a mark,
// lists that are only typed, numbered paragraphs.
//
// In: drafts, furniture set aside. Out: the same drafts with type, level, list, parent
// and marker; only the marker's text goes out of a draft's text. A heading is short, ends
// no sentence and has something under it; an item has a mark that fits into a sequence; a
// numbered list whose members are mostly long, with no lead-in above it, is numbered
// prose. Linear. Tested by tests/reader_text_test.cpp.
#pragma once

#include <vector>

#include "loader/reader/draft.hpp"

namespace steppe::reader {

/// Decides what the drafts are. `format` tells whether unmarked short lines are headings.
void outline(std::vector<Draft>& drafts, Format format);

}  // namespace steppe::reader
