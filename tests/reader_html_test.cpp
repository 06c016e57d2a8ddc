// HTML: what a browser shows, block by block, and where it lies in the source.
#include "tests/reading.hpp"

namespace steppe {
namespace {

struct Case {
  const char* why;
  const char* html;
  const char* outline;
};

void check(const Case& c) {
  SCOPED_TRACE(c.why);
  const Document document = read(c.html, "essay.html");
  EXPECT_EQ(outline_of(document), c.outline) << c.html;
  expect_invariants(document);
}

TEST(Html, ReadsBlocks) {
  const Case kCases[] = {
      {"headings and paragraphs",
       "<h1>Rain</h1><h2>2. Aims</h2><p>Peru waits.<p>Chile waits.",
       "heading 1: Rain\nheading 2 2.: Aims\nparagraph: Peru waits.\nparagraph: Chile "
       "waits.\n"},
      {"nested lists", "<ul><li>water<ul><li>in Lima<li>in Tacna</ul><li>gas</ul>",
       "item 1 •: water\nitem 2 •: in Lima\nitem 2 •: in Tacna\nitem 1 •: gas\n"},
      {"numbers",
       "<ol start=3><li>wait</li><li>pray</li></ol><ol type=a><li>pay</li></ol>",
       "item 1 3.: wait\nitem 1 4.: pray\nitem 1 a.: pay\n"},
      {"paragraphs in an item", "<ul><li><p>wait</p><p>It may rain.</p></li></ul>",
       "item 1 •: wait\nparagraph: It may rain.\n"},
      {"a quotation", "<blockquote><p>We wait.</p></blockquote><p>So do I.</p>",
       "quotation: We wait.\nparagraph: So do I.\n"},
      {"text without a paragraph",
       "<div>Peru waits.<div>Chile waits.</div>It rains.</div>",
       "paragraph: Peru waits.\nparagraph: Chile waits.\nparagraph: It rains.\n"},
      {"breaks", "<p>Peru<br>waits.<br><br>Chile waits.</p>",
       "paragraph: Peru waits.\nparagraph: Chile waits.\n"},
      {"a table of data", "<table><tr><th>Land<th>Aim<tr><td>Peru<td><p>rain</table>",
       "table: Land\ntable: Aim\ntable: Peru\ntable: rain\n"},
      {"a table that lays out the page",
       "<table><tr><td><h1>Rain</h1><p>Peru waits.</p></td></tr></table>",
       "heading 1: Rain\nparagraph: Peru waits.\n"},
      {"typed bullets", "<p>Peru wants:<br>• rain<br>• gas</p>",
       "paragraph: Peru wants:\nitem 1 •: rain\nitem 1 •: gas\n"},
      {"a bold paragraph", "<h2>Peru</h2><p><b>Concerns</b></p><p>Peru waits.</p>",
       "heading 2: Peru\nheading 3: Concerns\nparagraph: Peru waits.\n"},
      {"no tags at all", "Peru waits for rain.", "paragraph: Peru waits for rain.\n"},
  };
  for (const Case& c : kCases) check(c);
}

TEST(Html, SkipsWhatSurroundsTheEssay) {
  const Case kCases[] = {
      {"by element", "<nav>Home</nav><p>Peru waits.</p><footer><p>Contact</p></footer>",
       "skipped: Home\nparagraph: Peru waits.\nskipped: Contact\n"},
      {"by class or id",
       "<div class='site-footer x'>A</div><p id=byline>B</p><div "
       "role=navigation>C</div><p>Peru.",
       "skipped: A\nskipped: B\nskipped: C\nparagraph: Peru.\n"},
      {"not by a class that only sounds like it",
       "<div class='has-sidebar'><p class='market-share'>Peru waits.</p></div>",
       "paragraph: Peru waits.\n"},
      {"the frame of the page stands", "<body class=footer><p>Peru waits.",
       "paragraph: Peru waits.\n"},
      {"captions",
       "<figure><img alt=map><figcaption>A map.</figcaption></figure><p>Peru waits.",
       "skipped: A map.\nparagraph: Peru waits.\n"},
      {"the title in a header", "<header><h1>Rain</h1><p>Site</p></header><p>Peru waits.",
       "heading 1: Rain\nskipped: Site\nparagraph: Peru waits.\n"},
      {"what is not shown",
       "<style>p{}</style><script>if (a<b) x('</p>');</script><p>Peru<!-- no --> "
       "waits.</p>"
       "<template><p>x</p></template><p hidden>y</p><svg><text>z</text></svg>",
       "paragraph: Peru waits.\n"},
  };
  for (const Case& c : kCases) check(c);
}

TEST(Html, CollapsesWhiteSpaceAsABrowserDoes) {
  const Document document = read(
      "<p>\n  Peru \t waits\n  <b> for </b>  10&nbsp;\u00A0t&#32; of it\n</p>", "a.html");
  const Block& block = document.blocks.at(0);
  EXPECT_EQ(block.text, "Peru waits for 10\u00A0\u00A0t of it");
  EXPECT_EQ(source_of(document, block, "Peru waits"), "Peru \t waits");
  EXPECT_EQ(source_of(document, block, "for 10"), "for </b>  10");
  ASSERT_EQ(block.strong.size(), 1u);
  EXPECT_EQ(block.text.substr(block.strong[0].start_byte, block.strong[0].size()), "for");
  expect_invariants(document);
}

TEST(Html, DecodesReferences) {
  const Case kCases[] = {
      {"named", "<p>&lt;Peru&gt; &amp; C&ocirc;te &hellip;",
       "paragraph: <Peru> & Côte …\n"},
      {"numbers", "<p>Peru &#8364; &#x20AC; &#128; &#0; &#xD800;",
       "paragraph: Peru € € € \uFFFD \uFFFD\n"},
      {"without semicolon", "<p>A &copy 2 &notit; &nosuch; AT&T &",
       "paragraph: A © 2 ¬it; &nosuch; AT&T &\n"},
      {"two code points", "<p>a &acE; b", "paragraph: a \u223E\u0333 b\n"},
  };
  for (const Case& c : kCases) check(c);
}

TEST(Html, ReadsTitleAuthorAndDate) {
  const Document document = read(
      "<head><title>Rain &amp;\n Gas | The Review</title><meta name=\"author\" "
      "content='A. Quispe'>"
      "<meta property=\"article:published_time\" content=\"2025-05-01\"></head><h1>Rain "
      "& Gas</h1><p>x",
      "a.html");
  EXPECT_EQ(document.title, "Rain & Gas");
  EXPECT_EQ(document.author, "A. Quispe");
  EXPECT_EQ(document.date, "2025-05-01");
}

TEST(Html, SurvivesBrokenMarkup) {
  const Case kCases[] = {
      {"a bare bracket", "<p>Peru < Chile and 1<2</p>",
       "paragraph: Peru < Chile and 1<2\n"},
      {"crossed tags", "<p><b>Peru <i>waits</b> now</i>.</p></div></ul>",
       "paragraph: Peru waits now.\n"},
      {"an open comment", "<p>Peru waits.<!-- Chile", "paragraph: Peru waits.\n"},
      {"an open tag", "<p>Peru waits.<a href=\"x", "paragraph: Peru waits.\n"},
      {"an item without a list", "<li>Peru waits.", "item 1 •: Peru waits.\n"},
      {"quotes in a tag", "<p title=\"a > b\">Peru waits.", "paragraph: Peru waits.\n"},
      {"capitals", "<P>Peru<BR>waits.</P><UL><LI>rain</UL>",
       "paragraph: Peru waits.\nitem 1 •: rain\n"},
  };
  for (const Case& c : kCases) check(c);
}

}  // namespace
}  // namespace steppe
