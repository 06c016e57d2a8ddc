#include "loader/reader/text.hpp"

#include <algorithm>
#include <optional>

#include "loader/reader/markers.hpp"
#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;

constexpr int kTabStop = 4;
constexpr int kNarrowest = 40;  // columns of a wrapped text
constexpr int kWidest = 120;
constexpr int kRoom = 15;  // columns left over where a line was ended on purpose

struct Line {
  std::size_t start = 0;  // of the text after the indentation
  std::size_t end = 0;    // without blanks at the end
  int indent = 0;
  int width = 0;       // code points, with the indentation
  int first_word = 0;  // code points of the first word
  [[nodiscard]] bool blank() const { return start == end; }
  [[nodiscard]] string_view text(string_view source) const {
    return source.substr(start, end - start);
  }
};

int count_code_points(string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

Line make_line(string_view source, std::size_t start, std::size_t end) {
  Line line;
  while (start < end) {
    const std::size_t blank = blank_size(source.substr(start, end - start));
    if (blank == 0) break;
    line.indent += source[start] == '\t' ? kTabStop - line.indent % kTabStop : 1;
    start += blank;
  }
  const string_view text = trim(source.substr(start, end - start));
  line.start = start;
  line.end = start + text.size();
  line.width = line.indent + count_code_points(text);
  line.first_word = count_code_points(text.substr(0, text.find(' ')));
  return line;
}

std::vector<Line> split_lines(string_view source) {
  std::vector<Line> lines;
  std::size_t start = 0;
  while (start < source.size()) {
    const std::size_t end = std::min(source.find_first_of("\r\n", start), source.size());
    lines.push_back(make_line(source, start, end));
    const bool pair = source.substr(end, 2) == "\r\n";
    start = end + (pair ? 2 : 1);
  }
  return lines;
}

bool ends_sentence(string_view text) {
  const char32_t last = text_shape(text).last;
  return last == '.' || last == '?' || last == '!' || last == ':' || last == ';';
}

// A line that goes on in the next one, as far as lengths can tell.
bool is_full(const Line& line, const Line& next, int width) {
  return line.width + 1 + next.first_word > width - kRoom;
}

// The common width of lines that have a line right below them; 0: the text is not
// wrapped.
int wrap_width(string_view source, const std::vector<Line>& lines) {
  std::vector<int> widths;
  std::size_t written = 0;
  std::size_t wide = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank()) continue;
    ++written;
    wide += lines[i].width > kWidest ? 1 : 0;
    const bool goes_on = i + 1 < lines.size() && !lines[i + 1].blank();
    if (goes_on && !parse_marker(lines[i + 1].text(source)))
      widths.push_back(lines[i].width);
  }
  if (widths.size() < 2 || wide * 20 > written) return 0;
  const auto at = static_cast<std::ptrdiff_t>((widths.size() - 1) * 9 / 10);
  std::nth_element(widths.begin(), widths.begin() + at, widths.end());
  const int width = widths[static_cast<std::size_t>(at)];
  return width >= kNarrowest && width <= kWidest ? width : 0;
}

// Of the lines that have another one below, most must be full, and most must not be
// sentences of their own: that would be one sentence a line.
bool is_wrapped(string_view source, const std::vector<Line>& lines, int width) {
  int pairs = 0;
  int full = 0;
  int closed = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].blank() || lines[i + 1].blank()) continue;
    if (parse_marker(lines[i + 1].text(source))) continue;
    ++pairs;
    full += is_full(lines[i], lines[i + 1], width) ? 1 : 0;
    closed += ends_sentence(lines[i].text(source)) ? 1 : 0;
  }
  return pairs >= 2 && full * 10 >= pairs * 7 && closed * 2 <= pairs;
}

class Grouper {
 public:
  Grouper(string_view source, std::vector<Line> lines, int width)
      : source_(source), lines_(std::move(lines)), width_(width), composer_(source) {}

  std::vector<Draft> run() {
    bool blank_before = true;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank()) {
        finish();
        blank_before = true;
      } else if (const char rule = rule_character(lines_[i])) {
        take_rule(rule, blank_before);
        blank_before = false;
      } else {
        take_line(i, blank_before);
        blank_before = false;
      }
    }
    finish();
    return std::move(drafts_);
  }

 private:
  // '=' or another character of which the line consists; 0: it has words.
  [[nodiscard]] char rule_character(const Line& line) const {
    const string_view text = line.text(source_);
    const bool only =
        text.size() >= 3 && text.find_first_not_of("-=*_~# ") == string_view::npos;
    return only ? text[0] : '\0';
  }

  void take_rule(char rule, bool blank_before) {
    finish();
    const bool under = !blank_before && !drafts_.empty() && drafts_.back().breaks.empty();
    if (under && (rule == '=' || rule == '-' || rule == '~')) {
      drafts_.back().underlined = true;
      drafts_.back().block.level = rule == '=' ? 1 : 2;
    } else {
      after_rule_ = true;
    }
  }

  void take_line(std::size_t i, bool blank_before) {
    const Line& line = lines_[i];
    std::optional<Marker> marker = parse_marker(line.text(source_));
    if (!composer_.empty() && continues(i, marker)) {
      composer_.line_break(lines_[i - 1].end, line.start);
      composer_.verbatim(line.start, line.end);
      return;
    }
    finish();
    open_ = std::move(marker);
    first_line_ = i;
    blank_before_ = blank_before;
    composer_.verbatim(line.start, line.end);
  }

  // Whether a line goes on with the draft above it.
  [[nodiscard]] bool continues(std::size_t i, const std::optional<Marker>& marker) const {
    const Line& line = lines_[i];
    const Line& above = lines_[i - 1];
    const Line& first = lines_[first_line_];
    if (width_ == 0) return open_ && !marker && line.indent > first.indent;
    const bool full = is_full(above, line, width_) || (!marker && goes_on(above, line));
    if (marker && begins_item(*marker, full, above)) return false;
    if (open_) return full || line.indent > first.indent;
    const bool new_indent = i - 1 == first_line_ ? line.indent > above.indent + 1
                                                 : line.indent != above.indent;
    return full && !new_indent;
  }

  // A short line in the middle of a sentence.
  [[nodiscard]] bool goes_on(const Line& above, const Line& line) const {
    std::size_t size = 1;
    const char32_t first = decode_utf8(line.text(source_), size);
    return (is_lower(first) || is_digit(first)) && !ends_sentence(above.text(source_));
  }

  // In wrapped text a dash or a number may stand at the start of a line by chance.
  [[nodiscard]] bool begins_item(const Marker& marker, bool full,
                                 const Line& above) const {
    if (open_ && follows(*open_, marker)) return true;
    if (full && !ends_sentence(above.text(source_))) return false;
    return is_first(marker) || (!full && marker.type != MarkerClass::upper);
  }

  void finish() {
    if (composer_.empty()) return;
    Draft draft = composer_.take();
    draft.indent = lines_[first_line_].indent;
    draft.blank_before = blank_before_;
    draft.after_rule = std::exchange(after_rule_, false);
    drafts_.push_back(std::move(draft));
  }

  string_view source_;
  std::vector<Line> lines_;
  int width_;
  Composer composer_;
  std::vector<Draft> drafts_;
  std::optional<Marker> open_;  // mark of the draft that is being composed
  std::size_t first_line_ = 0;
  bool blank_before_ = true;
  bool after_rule_ = false;
};

}  // namespace

std::vector<Draft> read_text(string_view source) {
  std::vector<Line> lines = split_lines(source);
  const int width = wrap_width(source, lines);
  const bool wrapped = width > 0 && is_wrapped(source, lines, width);
  return Grouper(source, std::move(lines), wrapped ? width : 0).run();
}

}  // namespace steppe::reader
