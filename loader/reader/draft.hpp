// A block while it is being read, and the tool that puts its text together.
//
// The readers of the three formats compose drafts; their pieces point into the UTF-8
// source. The passes in furniture.hpp and outline.hpp then decide what the markup left
// open: headings without a mark, lists that are only typed, by-lines, signatures.
// Invariant: a draft's text is trimmed and its pieces cover it without a gap.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "loader/reader/document.hpp"

namespace steppe::reader {

struct Draft {
  Block block;
  std::vector<std::uint32_t>
      breaks;                  // offsets in the text of blanks that stand for line breaks
  std::vector<Span> emphasis;  // parts in italics
  bool settled = false;        // the type comes from the markup and stands
  bool blank_before = true;    // plain text: the line above is blank
  bool underlined = false;     // plain text: the line below is ==== or ----
  bool after_rule = false;     // a thematic break stands right above
  bool container = false;      // heading of a ":::" container or a <summary>
  bool escaped_number = false;  // Markdown "15\. text": a number that was meant to be one
  int indent = 0;               // plain text: column of the first character
  int table = -1;               // HTML: number of the table that it stands in
};

/// A part of a draft's text, trimmed; type and the rest are kept. Cost: logarithmic in
/// the draft, linear in the part.
[[nodiscard]] Draft slice(const Draft& draft, std::uint32_t start, std::uint32_t end);

/// A draft without some parts of its text, which are in order and disjoint.
[[nodiscard]] Draft without(const Draft& draft, const std::vector<Span>& parts);

/// Spans in order, those that touch or overlap joined.
[[nodiscard]] std::vector<Span> joined(std::vector<Span> spans);

/// True where the text holds a letter or a digit.
[[nodiscard]] bool has_letter_or_digit(std::string_view text);

/// True where `spans` cover all letters and digits of the text.
[[nodiscard]] bool covers(const std::vector<Span>& spans, std::string_view text);

enum class Mark { strong, emphasis, link };
inline constexpr int kMarkCount = 3;

class Composer {
 public:
  /// `source` must outlive the Composer; all offsets are offsets into it.
  explicit Composer(std::string_view source) : source_(source) {}

  /// Adds source bytes as they are.
  void verbatim(std::size_t start, std::size_t end);
  /// Adds text that stands for other source bytes.
  void replacement(std::string_view text, std::size_t start, std::size_t end);
  /// A line break, with the blanks around it one U+0020; none at either end of the text.
  void line_break(std::size_t start, std::size_t end);
  /// White space of HTML: the same, but no line break to those who look for one.
  void blank(std::size_t start, std::size_t end);
  /// Begins or ends a marked part; marks of one kind may nest.
  void mark(Mark mark, bool on);

  [[nodiscard]] bool empty() const { return draft_.block.text.empty(); }
  /// The draft so far; the Composer begins anew, with no mark open.
  [[nodiscard]] Draft take();

 private:
  struct Pending {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    bool active = false;
    bool is_break = false;
  };
  void wait(std::size_t start, std::size_t end, bool is_break);
  void settle_pending();
  void drop_trailing_blanks(std::uint32_t& start);
  void append(std::string_view text, std::size_t start, std::size_t end);
  void open_spans();
  void close_span(int mark);

  std::string_view source_;
  Draft draft_;
  Pending pending_;
  int depth_[kMarkCount] = {};
  std::int64_t open_at_[kMarkCount] = {-1, -1, -1};
};

}  // namespace steppe::reader
