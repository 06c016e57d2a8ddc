#include "loader/reader/lines.hpp"

#include <algorithm>
#include <string_view>

#include "loader/reader/markers.hpp"
#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;

constexpr int kHeadingWords = 12;
constexpr int kLayoutWords = 60;  // a cell with more words lays out a page

bool is_bold_line(const Draft& line) {
  const TextShape shape = text_shape(line.block.text);
  return shape.words > 0 && shape.words <= kHeadingWords && shape.last != '.' &&
         covers(line.block.strong, line.block.text);
}

// A line may hold nothing that is seen (U+00A0).
void add(std::vector<Draft>& drafts, Draft draft) {
  if (!draft.block.text.empty()) drafts.push_back(std::move(draft));
}

// A typed mark that no sentence has at the start of a line by chance.
bool is_typed_item(string_view line) {
  const auto marker = parse_marker(line);
  if (!marker) return false;
  if (marker->type == MarkerClass::bullet)
    return marker->text != "-" && marker->text != "*" && marker->text != "+";
  return marker->shape.ends_with(')');
}

}  // namespace

void add_lines(std::vector<Draft>& drafts, Draft draft) {
  const bool open = draft.block.type == BlockType::paragraph && !draft.settled;
  if (!open || draft.breaks.empty()) {
    add(drafts, std::move(draft));
    return;
  }
  const auto size = static_cast<std::uint32_t>(draft.block.text.size());
  std::vector<std::uint32_t> ends = draft.breaks;
  ends.push_back(size);
  std::uint32_t start = 0;  // of the part that is not added yet
  std::uint32_t line_start = 0;
  for (const std::uint32_t end : ends) {
    const Draft line = slice(draft, line_start, end);
    const bool bold = is_bold_line(line);
    if (line_start > start && (bold || is_typed_item(line.block.text))) {
      add(drafts, slice(draft, start, line_start));
      start = line_start;
    }
    if (bold && end < size) {
      add(drafts, line);
      start = end;
    }
    line_start = end;
  }
  if (start < size) add(drafts, slice(draft, start, size));
}

void settle_tables(std::vector<Draft>& drafts) {
  std::vector<bool> is_layout;
  for (const Draft& draft : drafts) {
    if (draft.table < 0) continue;
    const auto table = static_cast<std::size_t>(draft.table);
    if (table >= is_layout.size()) is_layout.resize(table + 1, false);
    if (draft.block.type == BlockType::heading ||
        text_shape(draft.block.text).words > kLayoutWords) {
      is_layout[table] = true;
    }
  }
  for (Draft& draft : drafts) {
    if (draft.table < 0 || is_layout[static_cast<std::size_t>(draft.table)]) continue;
    if (draft.block.type == BlockType::skipped) continue;
    draft.block.type = BlockType::table;
    draft.settled = true;
  }
}

}  // namespace steppe::reader
