// What stands around an essay: skipped, and nothing else is.
#include "tests/reading.hpp"

namespace steppe {
namespace {

bool is_skipped(const Document& document, std::string_view text) {
  for (const Block& block : document.blocks) {
    if (block.text.find(text) != std::string::npos)
      return block.type == BlockType::skipped;
  }
  ADD_FAILURE() << "no block has " << text;
  return false;
}

constexpr const char* kBody =
    "Peru has waited for rain since the month of May, and its neighbours know it well. "
    "Nobody in "
    "Lima wants to see the fields of 1998 again, and nobody says so in public, either.";

Document with_top(const std::string& top) {
  return read("The Long Wait\n" + top + "\n\n" + kBody + "\n\nIt may rain.\n", "a.txt");
}
Document with_end(const std::string& end) {
  return read("The Long Wait\n\n" + std::string(kBody) + "\n\nIt may rain.\n\n" + end,
              "a.txt");
}

TEST(Furniture, SkipsByLines) {
  for (const char* line :
       {"By Hanan Al-Rashidi, 12 November 2025", "By Ana de la Torre", "12 November 2025",
        "Updated 2 May 2025 – reading time four minutes", "Lima, March 2025",
        "Posted on 3 June 2025", "5 min read"}) {
    EXPECT_TRUE(is_skipped(with_top(line), line)) << line;
  }
}

TEST(Furniture, SkipsANameAboveADate) {
  EXPECT_TRUE(is_skipped(with_top("Jane W. Mwangi\n14 May 2025"), "Jane"));
}

TEST(Furniture, KeepsLinesThatOnlyLookLikeByLines) {
  for (const char* line : {"By land and by sea Peru trades with Chile.",
                           "In March 2022 the talks in Lima broke down for good.",
                           "Posted officials wait in Lima.", "Peru waits."}) {
    EXPECT_FALSE(is_skipped(with_top(line), line)) << line;
  }
}

TEST(Furniture, ReadsAMemoHeader) {
  const Document document = read(
      "MEMORANDUM\n\nTo: The Minister\nFrom: P. Quispe\nDate: 9 May 2025\nSubject: "
      "Rain\n\n" +
          std::string(kBody),
      "a.txt");
  EXPECT_EQ(document.title, "Rain");
  EXPECT_EQ(document.author, "P. Quispe");
  EXPECT_EQ(document.date, "9 May 2025");
  EXPECT_TRUE(is_skipped(document, "To: The Minister"));
}

TEST(Furniture, SkipsSignatures) {
  for (const char* end : {"Kind regards,\nE. Thompson\n", "P.H.\n", "E. Thompson",
                          "Yours\nAna\n", "– Ana de la Torre\n"}) {
    const Document document = with_end(end);
    EXPECT_EQ(document.blocks.back().type, BlockType::skipped) << end;
    EXPECT_FALSE(is_skipped(document, "It may rain")) << end;
  }
}

TEST(Furniture, KeepsAShortLastSentence) {
  for (const char* end : {"Peru waits.", "Who knows?", "It rains"}) {
    EXPECT_FALSE(is_skipped(with_end(end), end)) << end;
  }
}

TEST(Furniture, SkipsPageNumbers) {
  const Document document =
      read(std::string(kBody) + "\n\n33\n\nPage 3 of 10\n\nIt may rain.\n", "a.txt");
  EXPECT_TRUE(is_skipped(document, "33"));
  EXPECT_TRUE(is_skipped(document, "Page 3"));
}

TEST(Furniture, SkipsNotesToTheReader) {
  const std::string head = "# Rain\n\nPeru waits.\n\nChile waits.\n\nIt may rain.\n\n";
  for (const char* note :
       {"*Further reading: the [ministry's pages](https://example.org/) on rain.*",
        "---\n\n*Comments? Write to [us](mailto:rain@example.org).*",
        "© 2025 The Rain Review. We are committed to your privacy.",
        "*Ana Quispe is a fellow at the institute of rain.*"}) {
    const Document document = read(head + note, "a.md");
    EXPECT_EQ(document.blocks.back().type, BlockType::skipped) << note;
    EXPECT_FALSE(is_skipped(document, "It may rain")) << note;
  }
}

TEST(Furniture, SkipsBreadcrumbsAndNotSentencesWithLinks) {
  const Document document = read(
      "# Rain\n\n[Home](/) / [Essays](/e/) / Rain\n\n[Peru](/p) and/or [Chile](/c) must "
      "wait for "
      "rain.\n",
      "a.md");
  EXPECT_TRUE(is_skipped(document, "Home"));
  EXPECT_FALSE(is_skipped(document, "must wait"));
}

}  // namespace
}  // namespace steppe
