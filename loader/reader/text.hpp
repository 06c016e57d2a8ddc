// Plain text: lines to drafts.
//
// In: UTF-8 with line feeds, CR LF or lone carriage returns. Out: one draft a paragraph,
// item or heading, in order, not yet told apart (outline.hpp does that). Whether the text
// is hard-wrapped is decided once, by the lengths of its lines: then the lines between
// blank ones are joined, except where one begins with a list mark, is set off by its
// indentation, or follows a line that had room for its first word. Otherwise a line is a
// draft, and only an indented line under an item goes on with it. Linear. Tested by
// tests/reader_text_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "loader/reader/draft.hpp"

namespace steppe::reader {

[[nodiscard]] std::vector<Draft> read_text(std::string_view source);

}  // namespace steppe::reader
