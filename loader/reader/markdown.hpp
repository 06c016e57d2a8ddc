// Markdown: md4c's events to drafts.
//
// In: UTF-8. Out: one draft a heading, paragraph, item or table cell, in order. md4c
// hands out pointers into the source, so that pieces are exact; front matter and ":::"
// containers, which CommonMark does not know, are handled here, raw HTML by the HTML
// reader. Indented code is read as prose: in an essay it is a pasted paragraph. Limits,
// each so that time stays linear: lists nested deeper than kDeepestList
// (markdown_source.hpp), and link definitions that repeat a long address very often, are
// refused. Tested by tests/reader_markdown_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "loader/reader/draft.hpp"
#include "steppe/result.hpp"

namespace steppe::reader {

/// Title, author and date of the front matter go to `document`. Errors: bad_input (see
/// limits).
[[nodiscard]] Result<std::vector<Draft>> read_markdown(std::string_view source,
                                                       Document& document);

}  // namespace steppe::reader
