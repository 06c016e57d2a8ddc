// What a page says beside its text: title, author and date in its head, numbers of its
// lists.
//
// Tested by tests/reader_html_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "loader/reader/document.hpp"
#include "loader/reader/entities.hpp"

namespace steppe::reader {

class HtmlFacts {
 public:
  explicit HtmlFacts(Document& document) : document_(document) {}
  /// The content of <title>; the first one counts.
  void take_title(std::string_view content);
  /// The attributes of a <meta>; the first author and the first date count.
  void take_meta(std::string_view attributes);

 private:
  [[nodiscard]] std::string plain(std::string_view text) const;
  Document& document_;
  Entities entities_;
};

/// The mark of an item: "3.", "c.", "iii." for the types 1, a, A, i, I of <ol>.
[[nodiscard]] std::string ordinal(int number, char type);
/// An attribute that is a number; `fallback` where it is none.
[[nodiscard]] int number_or(std::optional<std::string_view> text, int fallback);

}  // namespace steppe::reader
