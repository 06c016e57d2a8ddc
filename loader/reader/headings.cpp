#include "loader/reader/headings.hpp"

#include <algorithm>
#include <array>

#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;

constexpr int kHeadingWords = 12;
constexpr int kTitleWords = 18;
constexpr int kBareWords =
    8;  // in Markdown and HTML, where most headings have their mark
constexpr std::size_t kHeadingBytes = 110;
constexpr std::size_t kTitleBytes = 160;
constexpr int kDeepest = 6;

bool is_open(const Draft& draft) {
  return draft.block.type == BlockType::paragraph && !draft.settled;
}

bool is_coded(const Draft& draft) {
  return draft.block.type != BlockType::skipped && draft.block.type != BlockType::table;
}

// For each draft the coded one after it, or the number of drafts.
std::vector<std::size_t> coded_after(const std::vector<Draft>& drafts) {
  std::vector<std::size_t> next(drafts.size(), drafts.size());
  for (std::size_t i = drafts.size(), last = drafts.size(); i-- > 0;) {
    next[i] = last;
    if (is_coded(drafts[i])) last = i;
  }
  return next;
}

std::vector<int> coded_before(const std::vector<Draft>& drafts) {
  std::vector<int> before(drafts.size(), -1);
  for (std::size_t i = 0, n = drafts.size(); i + 1 < n; ++i) {
    before[i + 1] = is_coded(drafts[i]) ? static_cast<int>(i) : before[i];
  }
  return before;
}

// "U.S.", "e.V.": a full stop that may end a heading.
bool ends_in_initials(string_view text) {
  return text.size() >= 4 && text.back() == '.' && text[text.size() - 3] == '.';
}

// "The Kremlin, for its part, aims to": a sentence that goes on in the list below it.
bool ends_open(string_view text) {
  constexpr std::array<string_view, 26> kOpenEnds = {
      "a",    "an",   "and",     "are",      "as",        "at",   "be",  "by",  "for",
      "from", "in",   "include", "includes", "including", "into", "is",  "of",  "on",
      "or",   "that", "the",     "to",       "towards",   "were", "was", "with"};
  const std::size_t blank = text.rfind(' ');
  const string_view last = text.substr(blank == string_view::npos ? 0 : blank + 1);
  return std::find(kOpenEnds.begin(), kOpenEnds.end(), last) != kOpenEnds.end();
}

bool ends_as_prose(string_view text, const TextShape& shape) {
  const bool stop = shape.last == '.' || shape.last == 0x2026;
  return (stop && !ends_in_initials(text)) || ends_open(text) || shape.last == ';' ||
         shape.last == ',';
}

bool is_heading_shape(string_view text, int words, std::size_t bytes) {
  if (text.size() > bytes) return false;
  const TextShape shape = text_shape(text);
  if (shape.words == 0 || shape.words > words || shape.letters < 2) return false;
  if (is_lower(shape.first) || text.starts_with('[') || text.starts_with('('))
    return false;
  return !ends_as_prose(text, shape);
}

// A colon at the end leads in, unless the line is set like a title.
bool colon_is_title(string_view text, const TextShape& shape, bool before_list) {
  if (shape.all_caps) return true;
  return shape.capitalised && !before_list && text.find(',') == string_view::npos;
}

void make_heading(Draft& draft) {
  draft.block.type = BlockType::heading;
  draft.block.parent = -1;
  draft.settled = true;
}

bool is_marked_heading(const Draft& draft) {
  if (draft.container || draft.underlined) return true;
  const string_view text = draft.block.text;
  const TextShape shape = text_shape(text);
  if (shape.words == 0 || shape.words > kHeadingWords || ends_as_prose(text, shape))
    return false;
  return covers(draft.block.strong, text) ||
         (covers(draft.emphasis, text) && shape.words <= kBareWords &&
          !is_lower(shape.first));
}

bool has_subheadings(const std::vector<Draft>& drafts) {
  return std::any_of(drafts.begin(), drafts.end(), [](const Draft& draft) {
    return draft.block.type == BlockType::heading && draft.block.level != 1;
  });
}

// Paragraphs are set off by blank lines, not one a line without any.
bool is_spaced(const std::vector<Draft>& drafts) {
  const auto gaps = std::count_if(drafts.begin(), drafts.end(),
                                  [](const Draft& draft) { return draft.blank_before; });
  return gaps > 2 && static_cast<std::size_t>(gaps) * 12 >= drafts.size();
}

class UnmarkedHeadings {
 public:
  UnmarkedHeadings(std::vector<Draft>& drafts, Format format)
      : drafts_(drafts),
        plain_(format == Format::text),
        spaced_(!plain_ || is_spaced(drafts)),
        next_(coded_after(drafts)),
        before_(coded_before(drafts)) {}

  void run() {
    if (plain_) {
      find_title();
      find_bare_items();
    } else if (has_subheadings(drafts_)) {
      return;
    }
    std::vector<bool> candidate(drafts_.size(), false);
    for (std::size_t i = 0; i < drafts_.size(); ++i) candidate[i] = is_candidate(i);
    for (std::size_t i = 0; i < drafts_.size();) i = take_chain(i, candidate);
  }

 private:
  void find_title() {
    std::size_t first = 0;
    while (first < drafts_.size() && !is_coded(drafts_[first])) ++first;
    if (first >= drafts_.size() || !is_open(drafts_[first]) ||
        next_[first] >= drafts_.size())
      return;
    const string_view text = drafts_[first].block.text;
    const bool is_set_off = drafts_[next_[first]].blank_before || !spaced_ ||
                            drafts_[next_[first]].block.text.size() > kTitleBytes;
    if (!is_set_off || !is_heading_shape(text, kTitleWords, kTitleBytes) ||
        !fits_colon(first))
      return;
    make_heading(drafts_[first]);
    drafts_[first].block.level = 1;
  }

  [[nodiscard]] bool fits_colon(std::size_t i) const {
    const string_view text = drafts_[i].block.text;
    const TextShape shape = text_shape(text);
    const bool before_list = drafts_[next_[i]].block.type == BlockType::item;
    return shape.last != ':' || colon_is_title(text, shape, before_list);
  }

  [[nodiscard]] bool is_candidate(std::size_t i) const {
    const Draft& draft = drafts_[i];
    const int words = plain_ ? kHeadingWords : kBareWords;
    if (!is_open(draft) || draft.block.parent >= 0 || next_[i] >= drafts_.size())
      return false;
    return draft.breaks.empty() &&
           is_heading_shape(draft.block.text, words, kHeadingBytes) && fits_colon(i);
  }

  // Up to three candidates in a row are a heading and its subheadings; more are something
  // else.
  std::size_t take_chain(std::size_t i, const std::vector<bool>& candidate) {
    std::size_t end = i;
    while (end < drafts_.size() && candidate[end]) ++end;
    if (end == i) return i + 1;
    const bool above_text = end < drafts_.size() || next_[end - 1] < drafts_.size();
    if (above_text && end - i <= 3) {
      for (std::size_t k = i; k < end; ++k) {
        if (is_set_off(k)) make_heading(drafts_[k]);
      }
    }
    return end;
  }

  // In a text with blank lines a heading has one above it, or another heading.
  [[nodiscard]] bool is_set_off(std::size_t i) const {
    if (!spaced_ || drafts_[i].blank_before || before_[i] < 0) return true;
    return text_shape(drafts_[i].block.text).all_caps ||
           drafts_[static_cast<std::size_t>(before_[i])].block.type == BlockType::heading;
  }

  // Short lines under a lead-in, without marks: two or more are a list. Where no blank
  // line ends it, its last line may be the next heading and is left out.
  void find_bare_items() {
    int list = 0;
    for (const Draft& draft : drafts_) list = std::max(list, draft.block.list + 1);
    for (std::size_t i = 0; i + 1 < drafts_.size(); ++i) {
      if (!is_open(drafts_[i]) || text_shape(drafts_[i].block.text).last != ':') continue;
      std::size_t end = i + 1;
      while (end < drafts_.size() && is_bare_item(drafts_[end])) ++end;
      const bool closed = end == drafts_.size() || drafts_[end].blank_before;
      if (!closed && !spaced_ && end > i + 1 && is_heading_end(end - 1)) --end;
      if (end - i < 3) continue;
      for (std::size_t k = i + 1; k < end; ++k) make_bare_item(drafts_[k], list);
      ++list;
    }
  }

  static bool is_bare_item(const Draft& draft) {
    if (!is_open(draft) || draft.blank_before || !draft.breaks.empty()) return false;
    const TextShape shape = text_shape(draft.block.text);
    return shape.words > 0 && shape.words <= 20 && shape.last != '.' &&
           shape.last != ':' && shape.last != '?';
  }

  [[nodiscard]] bool is_heading_end(std::size_t i) const {
    return is_heading_shape(drafts_[i].block.text, kHeadingWords, kHeadingBytes);
  }

  static void make_bare_item(Draft& draft, int list) {
    draft.block.type = BlockType::item;
    draft.block.level = 1;
    draft.block.list = list;
    draft.settled = true;
  }

  std::vector<Draft>& drafts_;
  bool plain_;
  bool spaced_;
  std::vector<std::size_t> next_;
  std::vector<int> before_;
};

// "3" has one part, "3.2" two.
int count_parts(const Marker& marker) {
  int parts = 1;
  for (std::size_t at = marker.shape.find("#.#"); at != std::string::npos;
       at = marker.shape.find("#.#", at + 1)) {
    ++parts;
  }
  return parts;
}

std::vector<std::optional<Marker>> heading_numbers(const std::vector<Draft>& drafts) {
  std::vector<std::optional<Marker>> numbers(drafts.size());
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Block& block = drafts[i].block;
    if (block.type != BlockType::heading) continue;
    // Where the mark is gone already, it is looked at with a stand-in for the text.
    numbers[i] = parse_marker(block.marker.empty() ? block.text : block.marker + " x");
    if (numbers[i] && numbers[i]->type == MarkerClass::bullet) numbers[i].reset();
  }
  auto accepted = numbers;
  accept_markers(accepted);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!numbers[i] || accepted[i] || numbers[i]->type == MarkerClass::number) continue;
    if (!text_shape(drafts[i].block.text).all_caps) numbers[i].reset();
  }
  return numbers;
}

void split_number(Draft& draft, const Marker& marker) {
  draft = slice(draft, static_cast<std::uint32_t>(marker.size),
                static_cast<std::uint32_t>(draft.block.text.size()));
  draft.block.marker = marker.text;
}

// Gives levels from the top: what the markup says, and one deeper for what it does not.
class LevelSetter {
 public:
  explicit LevelSetter(Format format) : plain_(format == Format::text) {}

  void set(Draft& draft, const std::optional<Marker>& number) {
    int& level = draft.block.level;
    if (draft.container) {
      container_ = level = std::clamp(real_ + 1, 2, kDeepest);
    } else if (level > 0) {
      real_ = level;
      container_ = 0;
    } else if (plain_) {
      level = std::min(1 + (number ? count_parts(*number) : 1), kDeepest);
    } else {
      level = std::clamp(std::max(real_, container_) + 1, 2, kDeepest);
    }
  }

 private:
  bool plain_;
  int real_ = 0;       // level of the last heading that the markup knows
  int container_ = 0;  // level of the container's title; 0: in none
};

}  // namespace

void find_marked_headings(std::vector<Draft>& drafts, Format format) {
  const std::vector<std::size_t> next = coded_after(drafts);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (!is_open(draft) || next[i] >= drafts.size() || draft.block.parent >= 0) continue;
    if (format == Format::text && !draft.underlined) continue;
    if (is_marked_heading(draft)) make_heading(draft);
  }
}

void find_numbered_headings(std::vector<Draft>& drafts,
                            std::vector<std::optional<Marker>>& markers) {
  const std::vector<std::size_t> next = coded_after(drafts);
  const std::vector<int> before = coded_before(drafts);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!markers[i] || markers[i]->type == MarkerClass::bullet || !is_open(drafts[i]))
      continue;
    if (next[i] >= drafts.size()) continue;
    const Marker marker = *markers[i];
    const string_view rest = string_view(drafts[i].block.text).substr(marker.size);
    const TextShape shape = text_shape(rest);
    if (!is_heading_shape(rest, kHeadingWords, kHeadingBytes)) continue;
    if (shape.last == ':' && !colon_is_title(rest, shape, false)) continue;
    const auto& after = markers[next[i]];
    if (after && same_family(*after, marker)) continue;
    if (before[i] >= 0) {
      const auto above = static_cast<std::size_t>(before[i]);
      if (markers[above] && follows(*markers[above], marker)) continue;
      if (text_shape(drafts[above].block.text).last == ':') continue;
    }
    markers[i].reset();
    split_number(drafts[i], marker);
    make_heading(drafts[i]);
  }
}

void find_unmarked_headings(std::vector<Draft>& drafts, Format format) {
  UnmarkedHeadings(drafts, format).run();
}

void set_heading_levels(std::vector<Draft>& drafts, Format format) {
  const auto numbers = heading_numbers(drafts);
  LevelSetter setter(format);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].block.type != BlockType::heading) continue;
    if (numbers[i] && drafts[i].block.marker.empty())
      split_number(drafts[i], *numbers[i]);
    setter.set(drafts[i], numbers[i]);
  }
}

}  // namespace steppe::reader
