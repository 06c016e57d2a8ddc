// Which drafts are headings, and how deep they are.
//
// Levels: those of the markup stand. A bold line, a <summary> or a ":::" container is one
// deeper than the heading above it. In plain text the title is 1, other headings are 2,
// and a number with more parts ("3.2") is deeper by each. Tested by
// tests/reader_text_test.cpp and tests/reader_markdown_test.cpp.
#pragma once

#include <optional>
#include <vector>

#include "loader/reader/draft.hpp"
#include "loader/reader/markers.hpp"

namespace steppe::reader {

/// Lines that are bold as a whole, underlined, or the title of a container.
void find_marked_headings(std::vector<Draft>& drafts, Format format);
/// "A. BACKGROUND", "3.2 Aims": numbered texts that are headings; their mark is taken
/// away.
void find_numbered_headings(std::vector<Draft>& drafts,
                            std::vector<std::optional<Marker>>& markers);
/// Short lines of their own that end no sentence and have text or a list under them; and
/// lines like that under a lead-in, which are items without a mark.
void find_unmarked_headings(std::vector<Draft>& drafts, Format format);
/// Sets levels; moves the number of a heading from its text to its marker.
void set_heading_levels(std::vector<Draft>& drafts, Format format);

}  // namespace steppe::reader
