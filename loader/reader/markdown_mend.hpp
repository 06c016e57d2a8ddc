// What the writers of Markdown mean and CommonMark does not see.
//
// Each function changes one draft, after md4c has read it. Tested by
// tests/reader_markdown_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "loader/reader/draft.hpp"

namespace steppe::reader {

/// "**Aim:  **text": bold type that ends behind a blank, as word processors export it.
void mend_strong(Draft& draft);

/// Takes kramdown's "{:.class}" from the start of a paragraph; skips it if it is a
/// caption.
void drop_attribute_list(Draft& draft);

/// Adds an item. A line at the margin below it is joined to it by CommonMark; where a
/// sentence ended above that line and another begins, its writer meant a new paragraph
/// and gets one.
void add_item(std::vector<Draft>& drafts, Draft draft, std::string_view source);

}  // namespace steppe::reader
