// What a short text looks like: its words, letters' case and end. The readers tell
// headings, by-lines and signatures from prose by these facts alone; meaning is the
// extraction's matter. Tested by tests/reader_text_test.cpp through what is built on it.
#pragma once

#include <cstddef>
#include <string_view>

namespace steppe::reader {

struct TextShape {
  int words = 0;
  int letters = 0;
  int sentences = 0;         // marks .?! that a blank and a capital, or the end, follow
  char32_t first = 0;        // first letter or digit; 0: none
  char32_t last = 0;         // last character that is no closing quote or bracket
  bool all_caps = false;     // two letters or more, none in lower case
  bool capitalised = false;  // each word of four letters or more begins with a capital
  bool all_names =
      false;  // each word begins with a capital or is a particle ("de", "bin")
  bool has_digit = false;
};

/// Looks at no more than the first `kShapeLimit` bytes for the counts: what is longer is
/// prose.
[[nodiscard]] TextShape text_shape(std::string_view text);
inline constexpr std::size_t kShapeLimit = 4096;

[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
/// Space, tab, line feed, carriage return, form feed, vertical tab.
[[nodiscard]] inline bool is_ascii_blank(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13);
}

/// Size of the blank at the start of `text` (ASCII, U+00A0, U+3000, U+FEFF, U+2000 to
/// U+200B, U+2028, U+2029, U+202F); 0: there is none.
[[nodiscard]] std::size_t blank_size(std::string_view text);
/// The same at the end.
[[nodiscard]] std::size_t trailing_blank_size(std::string_view text);
[[nodiscard]] std::string_view trim(std::string_view text);

/// The character at the start of well-formed `text`; its size goes to `size`.
[[nodiscard]] char32_t decode_utf8(std::string_view text, std::size_t& size);

/// "de", "van", "al": a small word inside a name.
[[nodiscard]] bool is_name_particle(std::string_view word);

/// ASCII letters compared without case.
[[nodiscard]] bool starts_with_word(std::string_view text, std::string_view word);
[[nodiscard]] bool equals_ignoring_case(std::string_view a, std::string_view b);

}  // namespace steppe::reader
