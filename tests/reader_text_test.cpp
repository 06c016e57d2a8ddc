// Plain text: what a reader sees as heading, paragraph, item, although nothing marks it.
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
  const Document document = read(c.text, "essay.txt");
  EXPECT_EQ(outline_of(document), c.outline) << c.text;
  expect_invariants(document);
}

TEST(PlainText, FindsHeadings) {
  const Case kCases[] = {
      {"first line", "Peru and Its Neighbours\n\nPeru waits for rain.\n",
       "heading 1: Peru and Its Neighbours\nparagraph: Peru waits for rain.\n"},
      {"no blank lines at all",
       "Peru has waited for rain since May.\nPeru's Aims\nPeru wants "
       "rain.\nConclusion\nIt rains.\n",
       "paragraph: Peru has waited for rain since May.\nheading 2: Peru's Aims\n"
       "paragraph: Peru wants rain.\nheading 2: Conclusion\nparagraph: It rains.\n"},
      {"a question", "Lima\n\nWho waits?\nPeru waits for rain.\n\nWhy?\n\nIt is dry.\n",
       "heading 1: Lima\nheading 2: Who waits?\nparagraph: Peru waits for rain.\n"
       "heading 2: Why?\nparagraph: It is dry.\n"},
      {"underlined", "Peru\n====\n\nAims\n----\nPeru wants rain.\n",
       "heading 1: Peru\nheading 2: Aims\nparagraph: Peru wants rain.\n"},
      {"lettered capitals",
       "A. BACKGROUND\n\nIt is dry.\n\nB. AIMS\n\nPeru wants rain.\n",
       "heading 2 A.: BACKGROUND\nparagraph: It is dry.\nheading 2 B.: AIMS\n"
       "paragraph: Peru wants rain.\n"},
      {"numbers with parts",
       "1. Aims\n\nPeru wants rain.\n\n1.1 Near aims\n\nIt wants it now.\n\n2. "
       "Means\n\nIt prays.\n",
       "heading 2 1.: Aims\nparagraph: Peru wants rain.\nheading 3 1.1: Near aims\n"
       "paragraph: It wants it now.\nheading 2 2.: Means\nparagraph: It prays.\n"},
      {"a lead-in without colon is none",
       "Lima\n\nAims\n\nPeru, for its part, aims to\n- wait for rain\n- sell gas\n",
       "heading 1: Lima\nheading 2: Aims\nparagraph: Peru, for its part, aims to\n"
       "item 1 -: wait for rain\nitem 1 -: sell gas\n"},
      {"a line with a colon is a lead-in", "Peru wants many things:\n- rain\n- gas\n",
       "paragraph: Peru wants many things:\nitem 1 -: rain\nitem 1 -: gas\n"},
      {"nothing under it", "Peru waits.\n\nChile waits, too.\n\nBolivia\n",
       "paragraph: Peru waits.\nparagraph: Chile waits, too.\nparagraph: Bolivia\n"},
      {"a full stop",
       "Lima\n\nIt is dry.\n\nPeru waits for rain and for much else besides.\n",
       "heading 1: Lima\nparagraph: It is dry.\n"
       "paragraph: Peru waits for rain and for much else besides.\n"},
  };
  for (const Case& c : kCases) check(c);
}

TEST(PlainText, FindsListsOfAnyMark) {
  const Case kCases[] = {
      {"bullets", "Peru wants:\n• rain\n◦ gas\n▪ fish\n",
       "paragraph: Peru wants:\nitem 1 •: rain\nitem 2 ◦: gas\nitem 3 ▪: fish\n"},
      {"dashes", "Peru wants:\n– rain\n– gas\nThat is all.\n",
       "paragraph: Peru wants:\nitem 1 –: rain\nitem 1 –: gas\nparagraph: That is "
       "all.\n"},
      {"letters in brackets", "Peru wants:\n(a) rain\n(b) gas\n",
       "paragraph: Peru wants:\nitem 1 (a): rain\nitem 1 (b): gas\n"},
      {"Roman numbers", "Peru wants:\ni. rain\nii. gas\niii. fish\niv. peace\n",
       "paragraph: Peru wants:\nitem 1 i.: rain\nitem 1 ii.: gas\nitem 1 iii.: fish\n"
       "item 1 iv.: peace\n"},
      {"nested by indentation",
       "Peru lacks:\n- water\n  - in Lima\n  - in Tacna\n- gas\n",
       "paragraph: Peru lacks:\nitem 1 -: water\nitem 2 -: in Lima\nitem 2 -: in Tacna\n"
       "item 1 -: gas\n"},
      {"nested by the mark", "Peru lacks:\n1. water\n(a) in Lima\n(b) in Tacna\n2. gas\n",
       "paragraph: Peru lacks:\nitem 1 1.: water\nitem 2 (a): in Lima\nitem 2 (b): in "
       "Tacna\n"
       "item 1 2.: gas\n"},
      {"an item over two lines", "Peru wants:\n- rain in the south,\n  and soon\n- gas\n",
       "paragraph: Peru wants:\nitem 1 -: rain in the south, and soon\nitem 1 -: gas\n"},
      {"o with a tab", "Peru wants:\no\train\no\tgas\n",
       "paragraph: Peru wants:\nitem 1 o: rain\nitem 1 o: gas\n"},
      {"no marks at all under a lead-in",
       "Peru wants:\nMore rain\nCheaper gas\n\nThat is all.\n",
       "paragraph: Peru wants:\nitem 1: More rain\nitem 1: Cheaper gas\nparagraph: That "
       "is all.\n"},
      {"two lists in a row",
       "Peru wants:\n1. rain\n2. gas\nChile wants:\n1. copper\n2. peace\n",
       "paragraph: Peru wants:\nitem 1 1.: rain\nitem 1 2.: gas\nparagraph: Chile "
       "wants:\n"
       "item 1 1.: copper\nitem 1 2.: peace\n"},
  };
  for (const Case& c : kCases) check(c);
}

TEST(PlainText, TakesNoYearOrInitialForAMark) {
  const Case kCases[] = {
      {"a year", "1991. That was when Peru began to wait for rain, and for gas.\n",
       "paragraph: 1991. That was when Peru began to wait for rain, and for gas.\n"},
      {"a year without stop", "2025 was a dry year for Peru, and a long one at that.\n",
       "paragraph: 2025 was a dry year for Peru, and a long one at that.\n"},
      {"an initial",
       "A. Kulkarni, who lives in Lima, has long waited for the rain to come.\n",
       "paragraph: A. Kulkarni, who lives in Lima, has long waited for the rain to "
       "come.\n"},
      {"no blank after a dash",
       "-5 degrees were measured in Puno, and the lake froze over.\n",
       "paragraph: -5 degrees were measured in Puno, and the lake froze over.\n"},
      {"a share",
       "3.2 percent of the fields were dry when the rain came back in the end.\n",
       "paragraph: 3.2 percent of the fields were dry when the rain came back in the "
       "end.\n"},
  };
  for (const Case& c : kCases) check(c);
}

constexpr const char* kLong =
    "We the ministers of Peru and Chile, who met in Lima last week, have agreed that the "
    "rain "
    "belongs to all and that nobody may keep it for longer than a single season of the "
    "year.";

TEST(PlainText, ReadsLongNumberedTextsAsParagraphs) {
  const std::string text = "Declaration\n\n1.  " + std::string(kLong) + "\n\n2.  " +
                           kLong + "\n\n3.  It shall rain.\n";
  EXPECT_EQ(outline_of_text(text),
            "heading 1: Declaration\nparagraph 1.: " + std::string(kLong) +
                "\nparagraph 2.: " + kLong + "\nparagraph 3.: It shall rain.\n");
}

TEST(PlainText, KeepsLongItemsUnderALeadIn) {
  const std::string text =
      "The ministers agree:\n1. " + std::string(kLong) + "\n2. " + kLong + "\n";
  EXPECT_EQ(outline_of_text(text),
            "paragraph: The ministers agree:\nitem 1 1.: " + std::string(kLong) +
                "\nitem 1 2.: " + kLong + "\n");
}

constexpr const char* kWrapped =
    "The Long Wait of Peru\r\n"
    "\r\n"
    "Peru has waited for rain since the month of May, and its neighbours\r\n"
    "know it. In 1998 the fields were as dry as they are now. Nobody in\r\n"
    "Lima wants to see that again.\r\n"
    "\r\n"
    "What Peru wants\r\n"
    "\r\n"
    "The government of Peru has a short list of aims, which it has kept\r\n"
    "since the last dry year:\r\n"
    "\r\n"
    "  - rain in the southern provinces, and if possible in the month\r\n"
    "    of June\r\n"
    "  - gas from Bolivia at the price of last year or below\r\n"
    "\r\n"
    "Chile, which has problems of its own, has neither rain nor gas to\r\n"
    "- or so it says - give away.\r\n";

TEST(PlainText, JoinsTheLinesOfWrappedText) {
  const Document document = read(kWrapped, "essay.txt");
  EXPECT_EQ(
      outline_of(document),
      "heading 1: The Long Wait of Peru\n"
      "paragraph: Peru has waited for rain since the month of May, and its neighbours "
      "know "
      "it. In 1998 the fields were as dry as they are now. Nobody in Lima wants to see "
      "that "
      "again.\n"
      "heading 2: What Peru wants\n"
      "paragraph: The government of Peru has a short list of aims, which it has kept "
      "since "
      "the last dry year:\n"
      "item 1 -: rain in the southern provinces, and if possible in the month of June\n"
      "item 1 -: gas from Bolivia at the price of last year or below\n"
      "paragraph: Chile, which has problems of its own, has neither rain nor gas to - or "
      "so "
      "it says - give away.\n");
  expect_invariants(document);
  EXPECT_EQ(source_of(document, document.blocks[4], "month of June"),
            "month\r\n    of June");
}

TEST(PlainText, GoesOnWhereAShortLineBreaksASentence) {
  const std::string text =
      "Peru has waited for rain since the month of May, and its neighbours\n"
      "know it as well as we do. The fields have not been as dry since\n"
      "1991. Nobody in Lima wants to see such a year again, and nobody is\n"
      "ready for it.\n";
  const Document document = read(text, "essay.txt");
  EXPECT_EQ(document.blocks.size(), 1u) << outline_of(document);
}

TEST(PlainText, KeepsOneSentenceALineApart) {
  EXPECT_EQ(outline_of_text("Peru has waited for rain since the month of May.\n"
                            "Chile has waited for it since the month of June.\n"
                            "Bolivia has never waited for anything at all.\n"),
            "paragraph: Peru has waited for rain since the month of May.\n"
            "paragraph: Chile has waited for it since the month of June.\n"
            "paragraph: Bolivia has never waited for anything at all.\n");
}

TEST(PlainText, KeepsBlanksInsideALine) {
  const Document document =
      read("  Peru  waits\u00A0for 10\u00A0%\tof it.  \n", "essay.txt");
  EXPECT_EQ(document.blocks.at(0).text, "Peru  waits\u00A0for 10\u00A0%\tof it.");
  EXPECT_EQ(document.blocks.at(0).pieces.size(), 1u);
}

TEST(PlainText, SplitsAtAnyLineEnd) {
  const std::string expected = "paragraph: Peru waits.\nparagraph: Chile waits.\n";
  EXPECT_EQ(outline_of_text("Peru waits.\nChile waits.\n"), expected);
  EXPECT_EQ(outline_of_text("Peru waits.\r\nChile waits.\r\n"), expected);
  EXPECT_EQ(outline_of_text("Peru waits.\rChile waits.\r"), expected);
}

TEST(PlainText, GivesItemsTheirParentAndList) {
  const Document document =
      read("Peru lacks:\n- water\n  - in Lima\n- gas\n", "essay.txt");
  const auto& blocks = document.blocks;
  ASSERT_EQ(blocks.size(), 4u);
  EXPECT_EQ(blocks[1].parent, -1);
  EXPECT_EQ(blocks[2].parent, 1);
  EXPECT_EQ(blocks[3].parent, -1);
  EXPECT_EQ(blocks[1].list, blocks[3].list);
  EXPECT_NE(blocks[1].list, blocks[2].list);
}

TEST(PlainText, ReadsIndentedQuotedTextAsAQuotation) {
  EXPECT_EQ(outline_of_text(
                "A farmer in Puno put it like this:\n\n    \"We wait, and we pay.\"\n\n"
                "He may be right.\n"),
            "paragraph: A farmer in Puno put it like this:\nquotation: \"We wait, and we "
            "pay.\"\n"
            "paragraph: He may be right.\n");
}

}  // namespace
}  // namespace steppe
