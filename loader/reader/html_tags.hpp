// The tags of HTML source, one after the other, and what steppe knows about each element.
//
// In: HTML, well-formed or not. Out: text, tags and comments as byte ranges that follow
// each other without a gap. A '<' that begins no tag is text. As in browsers, a tag or
// comment that never ends takes the rest of the file with it: that is what keeps the scan
// linear. Tested by tests/reader_html_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace steppe::reader {

enum class Element : std::uint8_t {
  none,  // unknown or without meaning here: its tags are dropped, its text is read
  // Inline.
  a,
  b,
  i,
  br,
  wbr,
  // Blocks without a meaning of their own.
  html,
  body,
  main,
  article,
  section,
  div,
  // Blocks.
  p,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  ul,
  ol,
  li,
  dl,
  dt,
  dd,
  blockquote,
  pre,
  hr,
  summary,
  table,
  tr,
  td,
  th,
  caption,
  figure,
  figcaption,
  address,
  nav,
  header,
  footer,
  aside,
  // Not shown, or not as text.
  head,
  title,
  meta,
  script,
  style,
  hidden,
  count,
};

struct HtmlToken {
  enum class Type { text, open, close, comment, end } type = Type::end;
  std::size_t start = 0;
  std::size_t end_offset = 0;
  std::string_view name = {};        // of a tag, as written
  std::string_view attributes = {};  // of a start tag, as written
};

class HtmlScanner {
 public:
  HtmlScanner(std::string_view source, std::size_t start, std::size_t end)
      : source_(source.substr(0, end)), at_(start) {}
  [[nodiscard]] HtmlToken next();
  /// Jumps to the end tag of an element whose content is no markup (script, style,
  /// title). Returns the end of the content.
  std::size_t skip_raw(std::string_view name);

 private:
  [[nodiscard]] bool begins_tag(std::size_t at) const;
  HtmlToken declaration();
  HtmlToken tag();
  std::string_view source_;
  std::size_t at_;
};

[[nodiscard]] Element element_of(std::string_view name);
/// Elements whose content is no markup.
[[nodiscard]] bool has_raw_content(std::string_view name);

/// The value of an attribute, as written; none: it is not there.
[[nodiscard]] std::optional<std::string_view> attribute(std::string_view attributes,
                                                        std::string_view name);
/// Whether class, id or role say that an element is navigation, a footer, a by-line or
/// the like.
[[nodiscard]] bool names_furniture(std::string_view attributes);

}  // namespace steppe::reader
