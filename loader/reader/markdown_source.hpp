// Markdown source made ready for md4c: what CommonMark does not know is blotted out.
//
// In: the file's text. Out: text of the same length, byte for byte in the same place, in
// which the title line of a ":::" container is a heading, its other marks are blank, and
// a line of U+00A0 is blank, too. Also finds lists that are nested too deeply for md4c,
// which looks at each level of a list again for each blank line (40,000 levels and
// lines: 1.2 s, and the square). Tested by tests/reader_markdown_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "loader/reader/draft.hpp"

namespace steppe::reader {

inline constexpr int kDeepestList = 100;
inline constexpr std::string_view kContainerMark = ":::";

struct MarkdownSource {
  std::string text;
  int deep_line = 0;  // first line whose lists nest deeper than kDeepestList; 0: none
};
[[nodiscard]] MarkdownSource prepare_markdown(std::string_view source);

/// One skipped draft a line of the front matter, which is the first `size` bytes.
[[nodiscard]] std::vector<Draft> front_matter_drafts(std::string_view source,
                                                     std::size_t size);

}  // namespace steppe::reader
