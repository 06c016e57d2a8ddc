#include "loader/reader/markdown_mend.hpp"

#include <string>

#include "loader/reader/html_tags.hpp"
#include "loader/reader/lines.hpp"
#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;

Block plain_block(Block block) {
  block.type = BlockType::paragraph;
  block.level = 0;
  block.parent = block.list = -1;
  block.marker.clear();
  return block;
}

}  // namespace

void mend_strong(Draft& draft) {
  constexpr std::size_t kMostMarks = 16;
  std::vector<Span> marks;
  const string_view text = draft.block.text;
  for (std::size_t at = text.find("**");
       at != string_view::npos && marks.size() <= kMostMarks;
       at = text.find("**", at + 2)) {
    const auto start = static_cast<std::uint32_t>(at);
    marks.push_back({start, start + 2});
  }
  if (marks.empty() || marks.size() % 2 != 0 || marks.size() > kMostMarks) return;
  std::vector<Span>& strong = draft.block.strong;
  for (std::size_t i = 0; i < marks.size(); i += 2) {
    strong.push_back({marks[i].end_byte, marks[i + 1].start_byte});
  }
  strong = joined(std::move(strong));
  draft = without(draft, marks);
}

void drop_attribute_list(Draft& draft) {
  const string_view text = draft.block.text;
  if (!text.starts_with("{:")) return;
  const std::size_t close = text.find('}');
  if (close == string_view::npos || close > 80) return;
  std::string classes = " class=\"";
  for (const char c : text.substr(2, close - 2))
    classes += c == '.' || c == '#' ? ' ' : c;
  if (names_furniture(classes + "\"")) {
    draft.block.type = BlockType::skipped;
    draft.settled = true;
  }
  draft = slice(draft, static_cast<std::uint32_t>(close + 1),
                static_cast<std::uint32_t>(text.size()));
}

void add_item(std::vector<Draft>& drafts, Draft draft, string_view source) {
  const std::string& text = draft.block.text;
  for (const std::uint32_t at : draft.breaks) {
    if (at == 0 || std::string_view(".!?:;").find(text[at - 1]) == string_view::npos)
      continue;
    const Span next = draft.block.raw_span({at + 1, at + 2});
    std::size_t size = 1;
    const bool at_margin = next.start_byte > 0 && source[next.start_byte - 1] == '\n';
    if (!at_margin || !is_upper(decode_utf8(string_view(text).substr(at + 1), size)))
      continue;
    Draft rest = slice(draft, at, static_cast<std::uint32_t>(text.size()));
    drafts.push_back(slice(draft, 0, at));
    rest.block = plain_block(std::move(rest.block));
    rest.settled = false;
    add_lines(drafts, std::move(rest));
    return;
  }
  drafts.push_back(std::move(draft));
}

}  // namespace steppe::reader
