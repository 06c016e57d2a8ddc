// One nasty table in every format: widths, controls, quotes, NULL beside '', numbers,
// blobs, bytes that are not UTF-8.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "run_program.hpp"
#include "sample_essay.hpp"
#include "temp_folder.hpp"

namespace steppe {
namespace {

// text | number | null beside ''
const std::string kNasty =
    "SELECT column1 AS \"te|xt\", column2 AS n, column3 AS v FROM (VALUES"
    " ('plain', 1, NULL),"
    " ('comma, \"quote\"', -2.5, ''),"
    " ('a|b *c* <d>', 9e999, x'00ff'),"
    " ('two' || char(10) || 'lines', NULL, 'tab' || char(9) || '|'),"
    " (char(27) || '[31mred', 7, 'caf' || char(0xe9)),"
    " ('\U0001f468\u200d\U0001f469\u200d\U0001f467 \u6f22\u5b57', 8, 'e' || char(0x301)),"
    " (CAST(x'61ff62' AS TEXT), 9, ' '))";

class Formats : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = new TempFolder;
    load_essay(folder->file("a.db"), "gas-and-borders", kSampleText);
  }
  static void TearDownTestSuite() {
    delete folder;
    folder = nullptr;
  }
  static std::string show(const std::string& sql, std::vector<std::string> more) {
    more.insert(more.begin(), {"query", folder->file("a.db"), sql});
    const Ran ran = run_steppe(more);
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
  }
  static TempFolder* folder;
};
TempFolder* Formats::folder = nullptr;

TEST_F(Formats, Box) {
  EXPECT_EQ(show(kNasty, {"-f", "box"}),
            "┌────────────────┬──────┬───────────┐\n"
            "│ te|xt          │    n │ v         │\n"
            "├────────────────┼──────┼───────────┤\n"
            "│ plain          │    1 │ –         │\n"
            "├────────────────┼──────┼───────────┤\n"
            "│ comma, \"quote\" │ -2.5 │           │\n"
            "├────────────────┼──────┼───────────┤\n"
            "│ a|b *c* <d>    │  Inf │ x'00FF'   │\n"
            "├────────────────┼──────┼───────────┤\n"
            "│ two            │    – │ tab     | │\n"
            "│ lines          │      │           │\n"
            "├────────────────┼──────┼───────────┤\n"
            "│ ␛[31mred       │    7 │ café      │\n"
            "├────────────────┼──────┼───────────┤\n"
            "│ \U0001f468\u200d\U0001f469\u200d\U0001f467 漢字        │    8 │ e\u0301   "
            "      │\n"
            "├────────────────┼──────┼───────────┤\n"
            "│ a\ufffd"
            "b            │    9 │           │\n"
            "└────────────────┴──────┴───────────┘\n");
}

TEST_F(Formats, Markdown) {
  EXPECT_EQ(show(kNasty, {"-f", "markdown"}),
            "| te\\|xt          |    n | v          |\n"
            "| --------------- | ---: | ---------- |\n"
            "| plain           |    1 | –          |\n"
            "| comma, \"quote\"  | -2.5 |            |\n"
            "| a\\|b \\*c\\* \\<d> |  Inf | x'00FF'    |\n"
            "| two<br>lines    |    – | tab     \\| |\n"
            "| ␛\\[31mred       |    7 | café       |\n"
            "| \U0001f468\u200d\U0001f469\u200d\U0001f467 漢字         |    8 | e\u0301  "
            "        |\n"
            "| a\ufffd"
            "b             |    9 |            |\n");
}

TEST_F(Formats, Csv) {
  EXPECT_EQ(show(kNasty, {"-f", "csv"}),
            "te|xt,n,v\n"
            "plain,1,\n"
            "\"comma, \"\"quote\"\"\",-2.5,\"\"\n"
            "a|b *c* <d>,Inf,00FF\n"
            "\"two\nlines\",,tab\t|\n"
            "\x1b[31mred,7,caf\u00e9\n"
            "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u6f22\u5b57,8,e\u0301\n"
            "a\xff"
            "b,9,\" \"\n");
}

TEST_F(Formats, Json) {
  const std::string objects[] = {
      R"({"te|xt":"plain","n":1,"v":null})",
      R"({"te|xt":"comma, \"quote\"","n":-2.5,"v":""})",
      R"({"te|xt":"a|b *c* <d>","n":9.0e+999,"v":"00FF"})",
      R"({"te|xt":"two\nlines","n":null,"v":"tab\t|"})",
      "{\"te|xt\":\"\\u001b[31mred\",\"n\":7,\"v\":\"caf\u00e9\"}",
      "{\"te|xt\":\"\U0001f468\u200d\U0001f469\u200d\U0001f467 "
      "\u6f22\u5b57\",\"n\":8,\"v\":\"e\u0301\"}",
      "{\"te|xt\":\"a\ufffd"
      "b\",\"n\":9,\"v\":\" \"}"};
  std::string json = "[", ndjson;
  for (const std::string& object : objects) {
    json += (json.size() > 1 ? ",\n" : "") + object;
    ndjson += object + "\n";
  }
  EXPECT_EQ(show(kNasty, {"-f", "json"}), json + "]\n");
  EXPECT_EQ(show(kNasty, {"-f", "ndjson"}), ndjson);
}

TEST_F(Formats, Line) {
  EXPECT_EQ(show("SELECT 'a' AS x, NULL AS long_name UNION ALL SELECT 'two' || char(10) "
                 "|| 'lines', x'01'",
                 {"-f", "line"}),
            "        x = a\n"
            "long_name = –\n"
            "\n"
            "        x = two\n"
            "            lines\n"
            "long_name = x'01'\n");
}

TEST_F(Formats, EmptyResultsKeepTheirColumns) {
  const std::string none = "SELECT 1 AS a, 2 AS b WHERE 0";
  EXPECT_EQ(show(none, {"-f", "csv"}), "a,b\n");
  EXPECT_EQ(show(none, {"-f", "json"}), "[]\n");
  EXPECT_EQ(show(none, {"-f", "ndjson"}), "");
  EXPECT_EQ(show(none, {"-f", "line"}), "");
  EXPECT_EQ(show(none, {"-f", "box"}), "┌───┬───┐\n│ a │ b │\n├───┼───┤\n└───┴───┘\n");
  EXPECT_EQ(show(none, {"-f", "markdown"}), "| a   | b   |\n| --- | --- |\n");
}

TEST_F(Formats, NullAndHeaderAsAsked) {
  const std::string sql = "SELECT NULL AS a, '' AS b";
  EXPECT_EQ(show(sql, {"-f", "csv", "--null", "NA", "--no-header"}), "NA,\"\"\n");
  EXPECT_EQ(show(sql, {"-f", "box", "--null", "NULL", "--no-header"}),
            "┌──────┬───┐\n│ NULL │   │\n└──────┴───┘\n");
  EXPECT_EQ(show(sql, {"-f", "json", "--null", "NA"}), "[{\"a\":null,\"b\":\"\"}]\n");
}

TEST_F(Formats, BoxFitsItsWidthAndWrapsWords) {
  const std::string sql =
      "SELECT 12345678 AS number, 'short' AS s, 'many words that do not fit into one "
      "line' AS text";
  EXPECT_EQ(show(sql, {"-f", "box", "-w", "40"}),
            "┌──────────┬───────┬───────────────────┐\n"
            "│   number │ s     │ text              │\n"
            "├──────────┼───────┼───────────────────┤\n"
            "│ 12345678 │ short │ many words that   │\n"
            "│          │       │ do not fit into   │\n"
            "│          │       │ one line          │\n"
            "└──────────┴───────┴───────────────────┘\n");
  const std::string wide = show(sql, {"-f", "box", "-w", "full"});
  EXPECT_NE(wide.find("│ many words that do not fit into one line │"), std::string::npos)
      << wide;
}

TEST_F(Formats, ATableTooWideForABoxIsWrittenOneColumnALine) {
  const Ran ran = run_steppe(
      {"query", folder->file("a.db"), "SELECT * FROM coded", "-f", "box", "-w", "40"});
  EXPECT_EQ(
      ran.err,
      "note: 12 columns do not fit 40: one a line (--width full: a box all the same)\n");
  EXPECT_EQ(ran.out.find("        id = 1\n"), 0u) << ran.out;
}

TEST_F(Formats, JsonKeepsColumnsOfOneName) {
  EXPECT_EQ(show("SELECT 1 AS a, 2 AS a", {"-f", "json"}), "[{\"a\":1,\"a:2\":2}]\n");
}

}  // namespace
}  // namespace steppe
