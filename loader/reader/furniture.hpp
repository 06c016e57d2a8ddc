// What stands around an essay and is no part of it: by-lines, memo headers, page numbers,
// breadcrumbs, signatures, copyright lines, notes to the reader.
//
// Sets the type of such drafts to skipped; they are read and listed, never coded. When in
// doubt a text stays what it is: a by-line that is coded costs a wrong row, a skipped
// paragraph all of its rows. Position counts: by-lines are looked for at the top,
// signatures at the end only. Linear. Tested by tests/reader_furniture_test.cpp.
#pragma once

#include <vector>

#include "loader/reader/draft.hpp"

namespace steppe::reader {

/// Marks the furniture among `drafts`. Title, author and date that a memo's header names
/// go to `document` where it has none yet.
void set_furniture_aside(std::vector<Draft>& drafts, Document& document);

}  // namespace steppe::reader
