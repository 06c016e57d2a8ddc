// Markdown: text without its marks, and where it lies in the source.
#include "tests/reading.hpp"

namespace steppe {
namespace {

struct Case {
  const char* why;
  const char* text;
  const char* outline;
};

void check(const Case& c) {
  SCOPED_TRACE(c.why);
  const Document document = read(c.text, "essay.md");
  EXPECT_EQ(outline_of(document), c.outline) << c.text;
  expect_invariants(document);
}

TEST(Markdown, ReadsBlocks) {
  const Case kCases[] = {
      {"headings", "Rain\n====\n\n## 1. Aims ##\n\nPeru waits.\n",
       "heading 1: Rain\nheading 2 1.: Aims\nparagraph: Peru waits.\n"},
      {"line breaks", "Peru waits\nfor rain  \nand gas\\\nand fish.\n",
       "paragraph: Peru waits for rain and gas and fish.\n"},
      {"nested lists", "Peru lacks:\n\n* **water**\n  * in Lima\n* gas\n",
       "paragraph: Peru lacks:\nitem 1 *: water\nitem 2 *: in Lima\nitem 1 *: gas\n"},
      {"numbers run on", "Do:\n\n3. wait\n3. pray\n\n1) pay\n",
       "paragraph: Do:\nitem 1 3.: wait\nitem 1 4.: pray\nitem 1 1): pay\n"},
      {"two paragraphs in an item", "Do:\n\n- wait\n\n  It may rain.\n- pray\n",
       "paragraph: Do:\nitem 1 -: wait\nparagraph: It may rain.\nitem 1 -: pray\n"},
      {"a new sentence at the margin below an item", "Do:\n- wait.\nThen it rains.\n",
       "paragraph: Do:\nitem 1 -: wait.\nparagraph: Then it rains.\n"},
      {"a wrapped item", "Do:\n- wait for\nrain.\n",
       "paragraph: Do:\nitem 1 -: wait for rain.\n"},
      {"a short text with a note is no heading", "Peru waits.[^1]\n\nChile does not.\n",
       "paragraph: Peru waits.[^1]\nparagraph: Chile does not.\n"},
      {"a quotation", "He said:\n\n> We wait,\n> and we pay.\n\nSo do I.\n",
       "paragraph: He said:\nquotation: We wait, and we pay.\nparagraph: So do I.\n"},
      {"a table", "| Land | Aim |\n|---|---|\n| Peru | rain |\n\nPeru waits.\n",
       "table: Land\ntable: Aim\ntable: Peru\ntable: rain\nparagraph: Peru waits.\n"},
      {"code", "Peru waits.\n\n```\nint rain;\n```\n\nChile waits.\n",
       "paragraph: Peru waits.\nskipped: int rain;\nparagraph: Chile waits.\n"},
      {"indented text is prose", "Peru waits.\n\n      Chile waits, too.\n",
       "paragraph: Peru waits.\nparagraph: Chile waits, too.\n"},
      {"a line of no-break spaces is blank", "Peru waits.\n\u00A0\nChile waits.\n",
       "paragraph: Peru waits.\nparagraph: Chile waits.\n"},
      {"a marked-off end", "Peru waits.\n\nChile waits.\n\n\\###\n",
       "paragraph: Peru waits.\nparagraph: Chile waits.\nskipped: ###\n"},
  };
  for (const Case& c : kCases) check(c);
}

TEST(Markdown, ReadsInlineMarkup) {
  const Case kCases[] = {
      {"emphasis", "Peru *waits* for **rain** and ~~gas~~ `fish`.\n",
       "paragraph: Peru waits for rain and gas fish.\n"},
      {"links and pictures",
       "The [2016 award](https://x.org/ \"t\") ![a map](m.png)stands.[^1] [2]\n",
       "paragraph: The 2016 award stands.[^1] [2]\n"},
      {"entities and escapes",
       "Peru &amp; Chile wait &ndash; 10\\% &#8364; &nosuch; AT&T\n",
       "paragraph: Peru & Chile wait – 10% € &nosuch; AT&T\n"},
      {"inline HTML", "The 2<sup>nd</sup> year<br>of <b>rain</b> <!-- or not --> ends.\n",
       "paragraph: The 2nd year of rain  ends.\n"},
      {"blanks are kept", "Peru  waits.  It rains.\n",
       "paragraph: Peru  waits.  It rains.\n"},
      {"bold that ends behind a blank",
       "Peru waits.\n\n1. **Rain:  **Peru waits for it.\n",
       "paragraph: Peru waits.\nitem 1 1.: Rain:  Peru waits for it.\n"},
  };
  for (const Case& c : kCases) check(c);
}

TEST(Markdown, MapsTextToItsSource) {
  const Document document =
      read("Peru *waits* for\n&ldquo;the [rain](u)&rdquo; \\& gas.\n", "a.md");
  const Block& block = document.blocks.at(0);
  EXPECT_EQ(block.text, "Peru waits for “the rain” & gas.");
  EXPECT_EQ(source_of(document, block, "waits"), "waits");
  EXPECT_EQ(source_of(document, block, "waits for"), "waits* for");
  EXPECT_EQ(source_of(document, block, "“the rain”"), "&ldquo;the [rain](u)&rdquo;");
  EXPECT_EQ(source_of(document, block, "& gas"), "& gas");
  ASSERT_EQ(block.links.size(), 1u);
  EXPECT_EQ(block.text.substr(block.links[0].start_byte, block.links[0].size()), "rain");
}

TEST(Markdown, MarksStrongParts) {
  const Document document =
      read("- **Money:** there is none, ***none*** at all\n", "a.md");
  const Block& block = document.blocks.at(0);
  ASSERT_EQ(block.strong.size(), 2u);
  EXPECT_EQ(block.strong[0], (Span{0, 6}));
  EXPECT_EQ(block.text.substr(block.strong[1].start_byte, block.strong[1].size()),
            "none");
}

TEST(Markdown, TakesBoldLinesForHeadings) {
  const Case kCases[] = {
      {"a paragraph", "# Rain\n\n## Peru\n\n**Concerns:**\n\n- drought\n",
       "heading 1: Rain\nheading 2: Peru\nheading 3: Concerns:\nitem 1 -: drought\n"},
      {"right above a list", "## Peru\n\n**Concerns:**\n- drought\n",
       "heading 2: Peru\nheading 3: Concerns:\nitem 1 -: drought\n"},
      {"with a number",
       "Peru wants:\n\n**2.** **CONNECTED**\n\nIt waits.\n\n**3. DRY**\n\nIt rains.\n",
       "paragraph: Peru wants:\nheading 2 2.: CONNECTED\nparagraph: It waits.\nheading 2 "
       "3.: DRY\n"
       "paragraph: It rains.\n"},
      {"an item stays one", "Peru is:\n\n1.  ***FREE AND OPEN***\n\nIt waits.\n",
       "paragraph: Peru is:\nitem 1 1.: FREE AND OPEN\nparagraph: It waits.\n"},
      {"a sentence stays one", "**Peru waits for rain.**\n\nChile does not.\n",
       "paragraph: Peru waits for rain.\nparagraph: Chile does not.\n"},
      {"containers",
       ":::details **Issues**\n**Trade:**\n- tariffs\n- quotas\n:::\n\n:::details **Way "
       "Forward**\n"
       "Peru waits.\n:::\n",
       "heading 2: Issues\nheading 3: Trade:\nitem 1 -: tariffs\nitem 1 -: quotas\n"
       "heading 2: Way Forward\nparagraph: Peru waits.\n"},
  };
  for (const Case& c : kCases) check(c);
}

TEST(Markdown, TakesEscapedNumbersForNumbersOfParagraphs) {
  check({"", "15\\. Peru waits.\n\n16\\. Chile waits.\n\n19\\. It rains.\n",
         "paragraph 15.: Peru waits.\nparagraph 16.: Chile waits.\nparagraph 19.: It "
         "rains.\n"});
}

TEST(Markdown, TakesTypedBulletsForItems) {
  check({"", "Peru wants:\n• rain\n• gas\n\nThat is all.\n",
         "paragraph: Peru wants:\nitem 1 •: rain\nitem 1 •: gas\nparagraph: That is "
         "all.\n"});
}

TEST(Markdown, ReadsFrontMatter) {
  const Document document = read(
      "---\ntitle: \"Rain: a \\\"long\\\" wait\"\nauthors:\n  - Ana Quispe\n  - B. Lund\n"
      "date: 2025-02-11 # draft\n---\n\nPeru waits.\n",
      "a.md");
  EXPECT_EQ(document.title, "Rain: a \"long\" wait");
  EXPECT_EQ(document.author, "Ana Quispe, B. Lund");
  EXPECT_EQ(document.date, "2025-02-11");
  EXPECT_EQ(document.blocks.front().type, BlockType::skipped);
  EXPECT_EQ(document.blocks.back().text, "Peru waits.");
  EXPECT_EQ(document.blocks.back().pieces.front().raw_start, document.raw.find("Peru"));
}

TEST(Markdown, SkipsCaptionsThatKramdownMarks) {
  check(
      {"",
       "Peru waits.\n\n{:.photo-caption}\nA dry field. (AFP)\n\n{:.x}\n\nChile waits.\n",
       "paragraph: Peru waits.\nskipped: A dry field. (AFP)\nparagraph: Chile waits.\n"});
}

TEST(Markdown, ReadsHtmlBlocks) {
  check(
      {"",
       "Peru waits.\n\n<p>Chile <b>waits</b>, too.</p>\n\n<script>rain()</script>\n\n"
       "<div class=\"footer\">\n\nWe *respect* you.\n\n</div>\n\nIt rains.\n",
       "paragraph: Peru waits.\nparagraph: Chile waits, too.\nskipped: We respect you.\n"
       "paragraph: It rains.\n"});
}

TEST(Markdown, LinksFurtherParagraphsToTheirItem) {
  const Document document = read("Do:\n\n- wait\n\n  It may rain.\n", "a.md");
  ASSERT_EQ(document.blocks.size(), 3u);
  EXPECT_EQ(document.blocks[2].parent, 1);
  EXPECT_EQ(document.blocks[2].list, -1);
}

}  // namespace
}  // namespace steppe
