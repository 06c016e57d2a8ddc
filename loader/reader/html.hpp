// HTML: tags to drafts.
//
// In: UTF-8 of a page, or of a piece of HTML inside Markdown. Out: one draft a heading,
// paragraph, item, quotation or cell, in order.
// A scanner of our own instead of gumbo: gumbo needs 14 s for 20,000 nested <div> (100
// KB) and four times that for twice as many; checking the nesting first takes the very
// scanner that is written here, and Markdown's pieces of HTML need one anyway. We build
// no tree: a stack of open block elements, in which a start tag closes what cannot hold
// it, and counters for inline ones. Linear, and no limit to nesting. Tested by
// tests/reader_html_test.cpp.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "loader/reader/draft.hpp"
#include "loader/reader/entities.hpp"
#include "steppe/result.hpp"

namespace steppe::reader {

/// Title, author and date go to `document`. Errors: none.
[[nodiscard]] Result<std::vector<Draft>> read_html(std::string_view source,
                                                   Document& document);

/// HTML in pieces, as Markdown has it: elements stay open from one piece to the next.
class HtmlReader {
 public:
  /// `source` must outlive the reader; drafts are added to `drafts`.
  HtmlReader(std::string_view source, std::vector<Draft>& drafts, Document& document);
  ~HtmlReader();
  void read(std::size_t start, std::size_t end);
  /// Ends the block that is open.
  void flush();
  /// Whether what comes now stands in navigation, a footer or the like, or is not shown.
  [[nodiscard]] bool is_skipping() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace steppe::reader
