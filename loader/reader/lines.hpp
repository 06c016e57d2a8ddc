// Paragraphs whose lines are more than wrapped text: a bold line over its text, bullets
// that are typed ("• ...") in formats that have lists of their own.
//
// A draft that the markup calls one paragraph becomes several where its lines show
// structure. Also settles whether a table holds data or only lays out a page.
#pragma once

#include <vector>

#include "loader/reader/draft.hpp"

namespace steppe::reader {

/// Adds a draft, cut at its line breaks where lines show structure of their own.
void add_lines(std::vector<Draft>& drafts, Draft draft);

/// Gives cells of tables the type table, unless the table holds headings or long prose.
void settle_tables(std::vector<Draft>& drafts);

}  // namespace steppe::reader
