// Encodings: the text is right, and the spans lie in the file as it is on disk.
#include "tests/reading.hpp"

namespace steppe {
namespace {

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string out = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  }
  return out;
}

TEST(Encoding, CountsAByteOrderMark) {
  const Document document = read("\xEF\xBB\xBFPeru waits.\nChile waits.\n", "a.txt");
  EXPECT_EQ(document.blocks.at(0).text, "Peru waits.");
  EXPECT_EQ(document.blocks.at(0).raw_span({0, 4}), (Span{3, 7}));
  EXPECT_EQ(document.line_of(document.blocks.at(1).pieces[0].raw_start), 2u);
  expect_invariants(document);
}

TEST(Encoding, ReadsUtf16OfBothOrders) {
  for (const bool big_endian : {false, true}) {
    const Document document =
        read(utf16(u"Peru: São 😀 “waits”\nChile waits.", big_endian), "a.txt");
    const Block& block = document.blocks.at(0);
    EXPECT_EQ(block.text, "Peru: São 😀 “waits”");
    EXPECT_EQ(source_of(document, block, "ã"), utf16(u"ã", big_endian).substr(2));
    EXPECT_EQ(source_of(document, block, "São 😀"), utf16(u"São 😀", big_endian).substr(2));
    EXPECT_EQ(document.line_of(document.blocks.at(1).pieces[0].raw_start), 2u);
    expect_invariants(document);
  }
}

TEST(Encoding, ReadsWindows1252) {
  const Document document =
      read("Peru \x96 S\xE3o \x93waits\x94 for 10\xA0\x80.", "a.txt");
  const Block& block = document.blocks.at(0);
  EXPECT_EQ(block.text, "Peru – São “waits” for 10\u00A0€.");
  EXPECT_EQ(source_of(document, block, "São “waits”"), "S\xE3o \x93waits\x94");
  expect_invariants(document);
}

TEST(Encoding, ReadsMarkupInOtherEncodings) {
  const Document html =
      read(utf16(u"<p>C&ocirc;te <b>d’Ivoire</b></p>", false), "a.html");
  EXPECT_EQ(html.blocks.at(0).text, "Côte d’Ivoire");
  EXPECT_EQ(source_of(html, html.blocks[0], "ô"), utf16(u"&ocirc;", false).substr(2));
  expect_invariants(html);
  const Document markdown = read("# Per\xFA\n\nPer\xFA *waits*\nfor rain.\n", "a.md");
  EXPECT_EQ(outline_of(markdown), "heading 1: Perú\nparagraph: Perú waits for rain.\n");
  expect_invariants(markdown);
}

TEST(Encoding, RefusesWithTheReason) {
  using namespace std::string_literals;
  const struct {
    std::string raw;
    int line;
    const char* cause;
  } kCases[] = {
      {"", 0, "empty file: no text to read"},
      {" \n\t\r\n\u00A0", 0, "empty file: no text to read"},
      {"Peru\nwai\0ts"s, 2,
       "a NUL byte: a binary file, or UTF-16 without a byte order mark"},
      {"%PDF-1.7 ...", 0, "a PDF, not an essay: save it as text first"},
      {"PK\x03\x04...", 0,
       "a zip archive or office document, not an essay: save it as text first"},
      {"SQLite format 3\0"s, 0, "a SQLite database, not an essay"},
      {"\x89PNG\r\n", 0, "a picture (PNG), not an essay"},
      {"\x7F"
       "ELF",
       0, "a program (ELF), not an essay"},
      {"\xFF\xFE\0\0P\0\0\0"s, 0, "UTF-32 is not read: save it as UTF-8"},
      {"Türkiye – São\nC\xC3", 2, "broken UTF-8: byte 0xC3"},
      {"Peru\n\x81\x8D", 2, "in no known encoding: neither UTF-8 nor Windows-1252"},
      {"\xFF\xFEP\0\n\0\x00\xD8x\0"s, 2, "broken UTF-16: half a surrogate pair"},
      {"\xFF\xFEP\0e"s, 1, "UTF-16 with an odd byte at its end"},
  };
  for (const auto& c : kCases) {
    ReadOptions options;
    options.name = "essay.txt";
    const auto document = read_document(c.raw, options);
    ASSERT_FALSE(document) << c.cause;
    EXPECT_EQ(document.error().code, ErrorCode::bad_input);
    EXPECT_EQ(document.error().cause, c.cause);
    EXPECT_EQ(document.error().line, c.line) << c.cause;
    EXPECT_EQ(document.error().file, "essay.txt");
  }
}

TEST(Encoding, RefusesMoreThanTheLimit) {
  const auto document = read_document(std::string(kMaxEssayBytes + 1, 'a'), {});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().cause, "larger than 64 MiB, the limit of one essay");
}

}  // namespace
}  // namespace steppe
