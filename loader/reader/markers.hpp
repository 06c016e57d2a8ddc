// Marks of list items and numbered headings in running text: "- ", "•", "3.", "(a)",
// "iv)", "2.1".
//
// A mark alone proves nothing: "E. Thompson" begins like item E, "1991. " like item 1991.
// So parse_marker() says what a text may begin with, and accept_markers() keeps those
// that fit into a sequence: they begin one, follow the one before, or are followed by the
// next. Linear. Tested by tests/reader_text_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steppe::reader {

enum class MarkerClass { bullet, number, lower, upper };

struct Marker {
  MarkerClass type = MarkerClass::bullet;
  std::string shape;     // the mark with its number taken out: "-", "#.", "(#)", "#.#."
  std::string text;      // as written: "-", "3.", "(a)"
  int value = 0;         // 3, or a = 1; 0: not a letter of its own
  int roman = 0;         // iv = 4; 0: no Roman number
  std::size_t size = 0;  // bytes up to the item's text, the mark and its blanks
  bool capital = false;  // the text behind it begins with a capital
  bool needs_company = false;  // letters with a full stop: initials unless in a sequence
};

/// The mark that `text` (trimmed on the left) begins with, if it begins like an item.
[[nodiscard]] std::optional<Marker> parse_marker(std::string_view text);

[[nodiscard]] bool same_family(const Marker& a, const Marker& b);
/// `b` comes right after `a`: same family, next number or letter.
[[nodiscard]] bool follows(const Marker& a, const Marker& b);
/// A bullet, 1, a, i.
[[nodiscard]] bool is_first(const Marker& marker);

/// Takes away the marks that stand in no sequence.
void accept_markers(std::vector<std::optional<Marker>>& markers);

}  // namespace steppe::reader
