// How wide text is on a terminal, and where it may be broken.
//
// In: UTF-8. Out: columns and byte ranges. A user sees grapheme clusters, not code
// points: a flag or a family joined by ZWJ is two columns, a combining accent none, an
// ideograph two. Widths come from utf8proc (Unicode East Asian Width; ambiguous is
// narrow). Linear. Tested by tests/text_width_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace steppe::shell {

struct Cluster {
  std::size_t size = 0;  // bytes, at least 1
  int width = 0;         // columns: 0, 1 or 2
};

/// The first cluster of `text`, which is not empty.
[[nodiscard]] Cluster next_cluster(std::string_view text);

/// The width of one line.
[[nodiscard]] int display_width(std::string_view text);

/// Text that a terminal shows and does not obey: control characters as their pictures
/// (ESC as U+241B), C1 controls and direction overrides as \u009b, tabs as blanks to the
/// next multiple of eight, bytes that are not UTF-8 as U+FFFD. Line breaks (\n, \r\n, \r)
/// become \n.
[[nodiscard]] std::string visible_text(std::string_view text);

/// The same on one line: line breaks as their pictures too.
[[nodiscard]] std::string visible_line(std::string_view text);

/// Well-formed UTF-8: each byte that is not part of a character becomes U+FFFD.
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// A line of wrapped text; `indent` blanks go before it.
struct WrappedLine {
  std::string_view text;
  int indent = 0;
};

/// The lines of visible text, wrapped between words to `width` columns (a longer word
/// between clusters); width 0 wraps nothing. Where a line goes on, it is indented by
/// `hanging` blanks. Views into `text`; blanks at a break are dropped. Never empty.
[[nodiscard]] std::vector<WrappedLine> wrap_words(std::string_view text, int width,
                                                  int hanging = 0);

}  // namespace steppe::shell
