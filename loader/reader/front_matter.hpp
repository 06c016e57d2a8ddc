// The facts that a Markdown file states before its text: YAML between "---" lines, as
// site generators write it, or TOML between "+++" lines.
//
// In: the file's text. Out: where the text itself begins; title, author and date go to
// the document. Only what names these is understood: plain and quoted scalars, lists of
// names, folded text. Everything else is skipped, nothing is an error. Tested by
// tests/reader_markdown_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "loader/reader/document.hpp"

namespace steppe::reader {

/// Size of the front matter with both its fences; 0: there is none.
[[nodiscard]] std::size_t read_front_matter(std::string_view text, Document& document);

}  // namespace steppe::reader
