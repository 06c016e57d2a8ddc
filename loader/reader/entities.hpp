// Character references (&eacute; &#8211; &#x2013;) and the text that they stand for.
//
// The names are those of HTML, in entities.tsv. Numbers follow HTML, too: 128 to 159 mean
// Windows-1252, and a number that is no character means U+FFFD.
// Tested by tests/reader_html_test.cpp and tests/reader_markdown_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace steppe::reader {

/// What a reference stands for. `size` is its length in the source; 0: it is none, and
/// the ampersand is an ampersand.
struct CharacterReference {
  std::string text;
  std::size_t size = 0;
};

/// Looks names up in the embedded table. Cheap to copy; borrows nothing.
class Entities {
 public:
  Entities();
  /// The reference at the start of `source`, which begins with '&'. With `strict` it must
  /// end with a semicolon (Markdown); without, old names may lack it (HTML).
  [[nodiscard]] CharacterReference decode(std::string_view source, bool strict) const;

 private:
  [[nodiscard]] std::string_view code_points(std::string_view name) const;
  [[nodiscard]] CharacterReference named(std::string_view source, bool strict) const;
  std::string_view table_;  // sorted lines, comments cut off
};

/// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

/// The character that Windows-1252 has at `byte`; 0 where it has none.
[[nodiscard]] char32_t windows_1252(unsigned char byte);

}  // namespace steppe::reader
