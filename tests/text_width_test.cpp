#include "shell/text_width.hpp"

#include <gtest/gtest.h>

namespace steppe::shell {
namespace {

TEST(TextWidth, CountsWhatATerminalShows) {
  struct Case {
    std::string text;
    int width;
    std::string why;
  };
  const Case cases[] = {
      {"", 0, "nothing"},
      {"steppe", 6, "ASCII"},
      {"T\u00fcrkiye", 7, "a letter of two bytes"},
      {"e\u0301", 1, "a combining accent"},
      {"\u6f22\u5b57", 4, "ideographs"},
      {"\U0001f600", 2, "an emoji"},
      {"\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466", 2,
       "a family joined by ZWJ"},
      {"\U0001f1f0\U0001f1ff", 2, "a flag of two letters"},
      {"\U0001f1f0\U0001f1ff\U0001f1f7\U0001f1fa", 4, "two flags"},
      {"\u2764\ufe0f", 2, "a sign shown as an emoji"},
      {"\U0001f44d\U0001f3fd", 2, "a skin tone"},
      {"a\u200bb", 2, "a zero width space"},
      {"\u0915\u094d\u0937", 1, "an Indic conjunct takes at least its base"},
  };
  for (const Case& c : cases) {
    if (c.why.starts_with("an Indic")) {
      EXPECT_GE(display_width(c.text), c.width) << c.why;
    } else {
      EXPECT_EQ(display_width(c.text), c.width) << c.why;
    }
  }
}

TEST(TextWidth, ShowsWhatATerminalWouldObey) {
  EXPECT_EQ(visible_text("a\x1b[31mb"), "a\u241b[31mb");
  EXPECT_EQ(visible_text("\x7f"), "\u2421");
  EXPECT_EQ(visible_text(std::string("\0", 1)), "\u2400");
  EXPECT_EQ(visible_text("\u009b31m"), "\\u009b31m");
  EXPECT_EQ(visible_text("a\u202e"
                         "b"),
            "a\\u202eb");
  EXPECT_EQ(visible_text("a\xff"
                         "b\xe2\x80"),
            "a\ufffd"
            "b\ufffd\ufffd");
  EXPECT_EQ(visible_text("a\r\nb\rc\nd"), "a\nb\nc\nd");
  EXPECT_EQ(visible_line("a\nb"), "a\u240ab");
  EXPECT_EQ(visible_text("a\tb\n\tc"), "a       b\n        c");
}

std::string wrapped(const std::string& text, int width, int hanging = 0) {
  std::string out;
  for (const WrappedLine& line : wrap_words(text, width, hanging)) {
    out += std::string(static_cast<std::size_t>(line.indent), ' ') +
           std::string(line.text) + "|";
  }
  return out;
}

TEST(TextWidth, WrapsBetweenWordsAndInsideLongOnes) {
  EXPECT_EQ(wrapped("", 5), "|");
  EXPECT_EQ(wrapped("one two three", 7), "one two|three|");
  EXPECT_EQ(wrapped("one two three", 0), "one two three|");
  EXPECT_EQ(wrapped("one   two", 5), "one|two|");
  EXPECT_EQ(wrapped("abcdefghij", 4), "abcd|efgh|ij|");
  EXPECT_EQ(wrapped("ab cdefghij", 4), "ab|cdef|ghij|");
  EXPECT_EQ(wrapped("\u6f22\u5b57\u6f22", 4), "\u6f22\u5b57|\u6f22|");
  EXPECT_EQ(wrapped("\u6f22\u5b57", 1), "\u6f22|\u5b57|")
      << "wider than the line, and yet an end";
  EXPECT_EQ(wrapped("a\n\nb", 5), "a||b|");
  EXPECT_EQ(wrapped("one two three", 7, 2), "one two|  three|");
  EXPECT_EQ(wrapped("full stop", 4), "full|stop|");
}

TEST(TextWidth, WrapsAMegabyteWithoutBlanks) {
  const std::string text(1u << 20, 'x');
  EXPECT_EQ(wrap_words(text, 80).size(), (text.size() + 79) / 80);
}

}  // namespace
}  // namespace steppe::shell
