#include "loader/reader/outline.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "loader/reader/headings.hpp"
#include "loader/reader/markers.hpp"
#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;
using Markers = std::vector<std::optional<Marker>>;

constexpr int kProseWords = 25;  // a longer numbered text is a paragraph with a number

bool is_open(const Draft& draft) {
  return draft.block.type == BlockType::paragraph && !draft.settled;
}

Markers find_markers(const std::vector<Draft>& drafts) {
  Markers markers(drafts.size());
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (is_open(drafts[i])) markers[i] = parse_marker(drafts[i].block.text);
  }
  accept_markers(markers);
  return markers;
}

int next_list_number(const std::vector<Draft>& drafts) {
  int number = 0;
  for (const Draft& draft : drafts) number = std::max(number, draft.block.list + 1);
  return number;
}

void take_marker(Draft& draft, const Marker& marker) {
  draft = slice(draft, static_cast<std::uint32_t>(marker.size),
                static_cast<std::uint32_t>(draft.block.text.size()));
  draft.block.marker = marker.text;
}

// Typed lists: a stack of the lists that are open, by indentation and by mark.
class ListBuilder {
 public:
  explicit ListBuilder(std::vector<Draft>& drafts)
      : drafts_(drafts), next_list_(next_list_number(drafts)) {}

  void add_item(std::size_t i, const Marker& marker) {
    Draft& draft = drafts_[i];
    close_to(marker, draft.indent);
    if (open_.empty() || !belongs(open_.back(), marker, draft.indent)) {
      const int parent = open_.empty() ? -1 : open_.back().last_item;
      open_.push_back({marker, draft.indent, next_list_++, parent, -1});
    }
    OpenList& list = open_.back();
    list.marker = marker;
    list.last_item = static_cast<int>(i);
    take_marker(draft, marker);
    draft.settled = true;
    draft.block.type = BlockType::item;
    draft.block.list = list.number;
    draft.block.level = static_cast<int>(open_.size());
    draft.block.parent = list.parent;
  }

  // A draft without a mark: a further paragraph of the item above, or the end of the
  // list.
  void add_other(std::size_t i) {
    Draft& draft = drafts_[i];
    while (!open_.empty() && draft.indent <= open_.back().indent) open_.pop_back();
    if (!open_.empty() && is_open(draft)) draft.block.parent = open_.back().last_item;
  }

 private:
  struct OpenList {
    Marker marker;
    int indent = 0;
    int number = -1;
    int parent = -1;     // draft of the item that holds the list
    int last_item = -1;  // draft
  };

  static bool belongs(const OpenList& list, const Marker& marker, int indent) {
    const bool beside = indent <= list.indent + 1 && indent + 1 >= list.indent;
    return beside && same_family(list.marker, marker) &&
           (marker.type == MarkerClass::bullet || !is_first(marker) ||
            follows(list.marker, marker));
  }

  // Closes lists that stand further in, and those between an item and the list that it is
  // of.
  void close_to(const Marker& marker, int indent) {
    while (!open_.empty() && open_.back().indent > indent + 1) open_.pop_back();
    for (std::size_t n = open_.size(); n-- > 0 && open_[n].indent + 1 >= indent;) {
      if (!belongs(open_[n], marker, indent)) continue;
      open_.resize(n + 1);
      return;
    }
    // Two lists of one mark in a row, the second from 1 or a: a new list, not one inside.
    if (!open_.empty() && same_family(open_.back().marker, marker) &&
        indent <= open_.back().indent + 1) {
      open_.pop_back();
    }
  }

  std::vector<Draft>& drafts_;
  std::vector<OpenList> open_;
  int next_list_;
};

void build_lists(std::vector<Draft>& drafts, const Markers& markers) {
  ListBuilder builder(drafts);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].block.type == BlockType::skipped) continue;
    if (markers[i] && is_open(drafts[i])) {
      builder.add_item(i, *markers[i]);
    } else {
      builder.add_other(i);
    }
  }
}

struct NumberedList {
  int members = 0;
  int long_members = 0;
  bool has_lead_in = false;
  bool numbers = true;
};

std::unordered_map<int, NumberedList> survey_lists(const std::vector<Draft>& drafts) {
  std::unordered_map<int, NumberedList> lists;
  bool lead_in = false;
  for (const Draft& draft : drafts) {
    const Block& block = draft.block;
    if (block.type == BlockType::skipped) continue;
    const TextShape shape = text_shape(block.text);
    if (block.type == BlockType::item && block.level == 1) {
      const auto [at, is_new] = lists.try_emplace(block.list);
      NumberedList& list = at->second;
      if (is_new) list.has_lead_in = lead_in;
      ++list.members;
      list.long_members += shape.words > kProseWords ? 1 : 0;
      list.numbers =
          list.numbers && block.marker.find_first_of("0123456789") != std::string::npos;
    }
    lead_in = shape.last == ':';
  }
  return lists;
}

void make_paragraph(Block& block) {
  block.type = BlockType::paragraph;
  block.level = 0;
  block.parent = block.list = -1;
}

void turn_lists_into_prose(std::vector<Draft>& drafts) {
  const auto lists = survey_lists(drafts);
  for (Draft& draft : drafts) {
    Block& block = draft.block;
    if (block.type != BlockType::item) continue;
    if (block.level > 1) {
      // The item above became a paragraph: what it held moves up.
      const bool top =
          block.parent >= 0 &&
          drafts[static_cast<std::size_t>(block.parent)].block.type != BlockType::item;
      const int above = block.parent >= 0
                            ? drafts[static_cast<std::size_t>(block.parent)].block.level
                            : 0;
      block.level = std::min(block.level, above + 1);
      if (top) block.parent = -1;
      continue;
    }
    const auto at = lists.find(block.list);
    if (at == lists.end()) continue;
    const NumberedList& list = at->second;
    const bool prose =
        list.numbers && !list.has_lead_in && list.long_members * 2 >= list.members;
    if (prose) make_paragraph(block);
  }
}

// Further paragraphs of an item that became a paragraph belong to nobody.
void free_orphans(std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (draft.block.type == BlockType::item || draft.block.parent < 0) continue;
    const Block& parent = drafts[static_cast<std::size_t>(draft.block.parent)].block;
    if (parent.type != BlockType::item) draft.block.parent = -1;
  }
}

void settle_escaped_numbers(std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (!draft.escaped_number || !is_open(draft)) continue;
    if (const auto marker = parse_marker(draft.block.text)) take_marker(draft, *marker);
    draft.settled = true;
  }
}

bool is_opening_quote(string_view text) {
  return text.starts_with('"') || text.starts_with("\u201C") ||
         text.starts_with("\u00AB");
}
bool is_closing_quote(string_view text) {
  return text.ends_with('"') || text.ends_with("\u201D") || text.ends_with("\u00BB");
}

void find_quotations(std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    const string_view text = draft.block.text;
    if (!is_open(draft) || draft.indent < 2) continue;
    if (!is_opening_quote(text) || !is_closing_quote(text)) continue;
    draft.block.type = BlockType::quotation;
    draft.block.parent = -1;
  }
}

}  // namespace

void outline(std::vector<Draft>& drafts, Format format) {
  settle_escaped_numbers(drafts);
  find_marked_headings(drafts, format);
  Markers markers = find_markers(drafts);
  find_numbered_headings(drafts, markers);
  build_lists(drafts, markers);
  turn_lists_into_prose(drafts);
  free_orphans(drafts);
  find_quotations(drafts);
  find_unmarked_headings(drafts, format);
  set_heading_levels(drafts, format);
}

}  // namespace steppe::reader
