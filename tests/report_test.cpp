#include "steppe/report.hpp"

#include <algorithm>
#include <sstream>

#include "tests/sample_essay.hpp"
#include "tests/temp_folder.hpp"

namespace steppe {
namespace {

const Report& built_in(const std::string& name) {
  const auto& all = built_in_reports();
  const auto at = std::find_if(all.begin(), all.end(),
                               [&](const Report& r) { return r.name == name; });
  EXPECT_NE(at, all.end()) << name;
  return *at;
}

ReportArguments parse_example(const std::string& example) {
  ReportArguments arguments;
  std::istringstream words(example);
  std::string name, value;
  while (words >> name >> value) arguments.emplace_back(name.substr(2), value);
  return arguments;
}

class ReportRun : public testing::Test {
 protected:
  ReportRun() {
    load_essay(path_, "gas", kSampleText);
    auto opened = Database::open_read_only(path_);
    EXPECT_TRUE(opened) << opened.error().cause;
    database_.emplace(*std::move(opened));
  }

  std::string run(const Report& report, const ReportArguments& arguments) {
    const auto statement = prepare_report(*database_, report, arguments);
    return statement ? rows_of(statement->get()) : "error: " + statement.error().cause;
  }
  std::string run(const std::string& name, const ReportArguments& arguments) {
    return run(built_in(name), arguments);
  }

  TempFolder folder_;
  std::string path_ = folder_.file("a.db");
  std::optional<Database> database_;
};

TEST_F(ReportRun, GivesRowsForEachExample) {
  ASSERT_GE(built_in_reports().size(), 3u);
  for (const Report& report : built_in_reports()) {
    EXPECT_FALSE(report.examples.empty()) << report.name;
    for (const std::string& example : report.examples) {
      const std::string rows = run(report, parse_example(example));
      EXPECT_FALSE(rows.empty()) << report.name << ' ' << example;
      EXPECT_FALSE(rows.starts_with("error"))
          << report.name << ' ' << example << ": " << rows;
    }
    for (const ReportParam& param : report.params)
      EXPECT_FALSE(param.help.empty()) << report.name;
  }
}

TEST_F(ReportRun, Compares) {
  const std::string energy = "energy|Russia|goal|sell gas to China|gas:2\n";
  const std::string stability = "security|Russia|interest|stability|gas:4\n";
  const std::string unrest = "security|Central Asia|concern|unrest|gas:3\n";
  EXPECT_EQ(run("compare", {}), stability + energy);
  EXPECT_EQ(run("compare", {{"actor", "central-asia"}}), "");
  EXPECT_EQ(run("compare", {{"kind", "concern"}, {"kind", "goal"}}), unrest + energy);
  EXPECT_EQ(run("compare", {{"kind", "concern, interest"}}), unrest + stability);
  EXPECT_EQ(run("compare", {{"kind", "all"}, {"theme", "Security"}}), unrest + stability);
  EXPECT_EQ(run("compare", {{"actor", "all"}}), stability + energy);
}

TEST_F(ReportRun, Profiles) {
  EXPECT_EQ(
      run("profile", {{"actor", "RUS"}}),
      "goal|energy|sell gas to China|China|gas:2\ninterest|security|stability|–|gas:4\n");
}

TEST_F(ReportRun, ListsWhatIsNotCoded) {
  EXPECT_EQ(
      run("uncoded", {{"document", "GAS"}, {"outcome", "no-cue"}}),
      "gas:5|no-cue|Nobody knows.\ngas:6|no-cue|The Wagner Group is near Russia.\n");
}

TEST_F(ReportRun, KnowsActorsByAnyName) {
  const std::string russia = run("profile", {{"actor", "RUS"}});
  for (const char* name :
       {"rus", "Russia", "RUSSIA", "Moscow", "russian", "Russian Federation"}) {
    EXPECT_EQ(run("profile", {{"actor", name}}), russia) << name;
  }
  EXPECT_EQ(run("compare", {{"actor", "Moscow, Central Asian"}, {"kind", "all"}}),
            run("compare", {{"kind", "all"}}));
  // Known, but without a statement: no rows, no error.
  for (const char* name : {"Türkiye", "TURKIYE", "Turkey", "Beijing"}) {
    EXPECT_EQ(run("profile", {{"actor", name}}), "") << name;
  }
}

TEST_F(ReportRun, SaysWhatIsWrongWithArguments) {
  const struct {
    const char* report;
    ReportArguments arguments;
    const char* error;
  } kCases[] = {
      {"profile",
       {{"actor", "Rusia"}},
       "unknown actor \"Rusia\" (did you mean \"Russia\"?)"},
      {"profile", {{"actor", "Brazil"}}, "unknown actor \"Brazil\""},
      {"profile", {{"actor", "capital"}}, "\"capital\" may be any of TUR, central-asia"},
      {"profile", {}, "report profile needs a value for \"actor\""},
      {"profile", {{"actor", "RUS"}, {"actor", "CHN"}}, "\"actor\" takes one value"},
      {"profile", {{"actor", ""}}, "no value for \"actor\""},
      {"compare", {{"kind", ","}}, "no value for \"kind\""},
      {"compare", {{"kind", "gaol"}}, "unknown kind \"gaol\" (did you mean \"goal\"?)"},
      {"compare",
       {{"theme", "securty"}},
       "unknown theme \"securty\" (did you mean \"Security\"?)"},
      {"compare",
       {{"theme", "cooking"}},
       "unknown theme \"cooking\" (economic, energy, environment, general, political, "
       "security,"
       " society, technology)"},
      {"compare",
       {{"aktor", "RUS"}},
       "report compare has no parameter \"aktor\" (did you mean \"actor\"?)"},
      {"uncoded", {{"zzz", "RUS"}}, "report uncoded has no parameter \"zzz\""},
  };
  for (const auto& c : kCases) {
    const auto statement = prepare_report(*database_, built_in(c.report), c.arguments);
    ASSERT_FALSE(statement) << c.error;
    EXPECT_EQ(statement.error().code, ErrorCode::usage) << c.error;
    EXPECT_EQ(statement.error().cause, c.error);
  }
}

TEST_F(ReportRun, BindsByType) {
  const auto report =
      parse_report("types",
                   "-- title: T\n-- about: A\n-- param: i int optional\n"
                   "-- param: r real default 0.5\n-- param: b bool default no\n"
                   "-- param: d date optional\n-- param: l list optional\n"
                   "SELECT typeof(:i), :i, :r, :b, :d, :l",
                   "types.sql");
  ASSERT_TRUE(report) << report.error().cause;
  EXPECT_EQ(run(*report, {}), "null|-|0.5|0|-|-\n");
  EXPECT_EQ(run(*report, {{"i", "-7"},
                          {"r", "1e3"},
                          {"b", "yes"},
                          {"d", "2024-02"},
                          {"l", "a\"b, c\\"},
                          {"l", "d\n"}}),
            "integer|-7|1000.0|1|2024-02|[\"a\\\"b\",\"c\\\\\",\"d\\u000a\"]\n");
  const struct {
    const char* name;
    const char* value;
    const char* error;
  } kCases[] = {
      {"i", "7.5", "error: i \"7.5\" is no whole number"},
      {"i", "99999999999999999999",
       "error: i \"99999999999999999999\" is no whole number"},
      {"r", "nan", "error: r \"nan\" is no number"},
      {"r", "1,5", "error: r \"1,5\" is no number"},
      {"b", "maybe", "error: b \"maybe\" is neither yes nor no"},
      {"d", "2024-13", "error: d \"2024-13\" is no date (YYYY, YYYY-MM or YYYY-MM-DD)"},
      {"d", "yesterday",
       "error: d \"yesterday\" is no date (YYYY, YYYY-MM or YYYY-MM-DD)"},
  };
  for (const auto& c : kCases) EXPECT_EQ(run(*report, {{c.name, c.value}}), c.error);
}

TEST_F(ReportRun, RefusesMoreThanOneSelect) {
  for (const char* sql : {"SELECT 1; SELECT 2", "", "SELECT 1; DELETE FROM meta"}) {
    const auto report =
        parse_report("x", std::string("-- title: T\n-- about: A\n") + sql, "x.sql");
    ASSERT_TRUE(report);
    EXPECT_EQ(run(*report, {}).substr(0, 15), "error: report x") << sql;
  }
  const auto fine =
      parse_report("x", "-- title: T\n-- about: A\nSELECT 1; -- done\n", "x.sql");
  EXPECT_EQ(run(*fine, {}), "1\n");
}

// As any program would that knows SQLite only: take the text from the file, bind what it
// says.
TEST_F(ReportRun, RunsFromTheDatabaseAlone) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open_v2(path_.c_str(), &db, SQLITE_OPEN_READONLY, nullptr),
            SQLITE_OK);
  for (const Report& report : built_in_reports()) {
    const std::string where = " WHERE name = '" + report.name + "'";
    EXPECT_EQ(ask(db, "SELECT title, about FROM reports" + where),
              report.title + "|" + report.about + "\n");
    std::string sql = ask(db, "SELECT sql FROM reports" + where);
    sql.pop_back();
    EXPECT_EQ(sql, report.sql);
    for (const bool with_fallback : {false, true}) {
      sqlite3_stmt* statement = nullptr;
      ASSERT_EQ(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr), SQLITE_OK);
      for (int i = 1; with_fallback && i <= sqlite3_bind_parameter_count(statement);
           ++i) {
        const std::string name = sqlite3_bind_parameter_name(statement, i);
        std::string value =
            ask(db, "SELECT fallback FROM report_params WHERE report = '" + report.name +
                        "' AND name = '" + name.substr(1) + "'");
        value.pop_back();
        if (value != "-")
          sqlite3_bind_text(statement, i, value.c_str(), -1, SQLITE_TRANSIENT);
      }
      const std::string rows = rows_of(statement);
      EXPECT_EQ(rows.find("error"), std::string::npos) << report.name;
      const bool is_required = report.name == "profile";
      if (with_fallback) {
        EXPECT_EQ(rows, is_required ? "" : run(report, {})) << report.name;
      }
      sqlite3_finalize(statement);
    }
  }
  EXPECT_EQ(
      ask(db,
          "SELECT name, type, required, fallback, help FROM report_params WHERE report ="
          " 'compare' ORDER BY ordinal"),
      "actor|list|0|-|actors to compare\ntheme|text|0|-|one theme only\n"
      "kind|list|0|[\"goal\",\"interest\"]|kinds of statement\n");
  EXPECT_EQ(ask(db,
                "SELECT required FROM report_params WHERE report = 'profile' AND name = "
                "'actor'"),
            "1\n");
  sqlite3_close(db);
}

TEST_F(ReportRun, OffersChoicesThatRun) {
  for (const Report& report : built_in_reports()) {
    for (const ReportParam& param : report.params) {
      if (param.choices_sql.empty()) continue;
      const std::string rows = ask(database_->handle(), param.choices_sql);
      EXPECT_FALSE(rows.empty()) << report.name << ' ' << param.name;
      EXPECT_EQ(rows.find("error"), std::string::npos) << rows;
    }
  }
}

TEST(ReportFile, ReadsItsHeader) {
  const auto report =
      parse_report("x",
                   "-- title: A title: with a colon\n"
                   "-- about: First words,\n"
                   "--    and more\n"
                   "--\n"
                   "-- param: who list default all  from: SELECT id, ':no' FROM actors  "
                   "-- who -- or what\n"
                   "-- param: since date required\n"
                   "-- example: --since 2020\n"
                   "-- example:\n"
                   "SELECT :who, ':not', \":nor\", /* :neither */ [:x], `:y` -- :z\n"
                   "WHERE 'it''s :w' <> :since",
                   "x.sql");
  ASSERT_TRUE(report) << report.error().cause;
  EXPECT_EQ(report->title, "A title: with a colon");
  EXPECT_EQ(report->about, "First words, and more");
  EXPECT_EQ(report->examples, (std::vector<std::string>{"--since 2020", ""}));
  ASSERT_EQ(report->params.size(), 2u);
  EXPECT_EQ(report->params[0].name, "who");
  EXPECT_EQ(report->params[0].type, "list");
  EXPECT_EQ(report->params[0].fallback, "all");
  EXPECT_EQ(report->params[0].choices_sql, "SELECT id, ':no' FROM actors");
  EXPECT_EQ(report->params[0].help, "who -- or what");
  EXPECT_TRUE(report->params[1].required);
  EXPECT_FALSE(report->params[1].optional);
}

TEST(ReportFile, SaysWhichLineIsWrong) {
  const std::string kTop = "-- title: T\n-- about: A\n";
  const struct {
    std::string text;
    int line;
    const char* cause;
  } kCases[] = {
      {"SELECT 1", 1, "no `-- title:` line"},
      {"-- title: T\nSELECT 1", 1, "no `-- about:` line"},
      {"-- title:\nSELECT 1", 1, "expected words after `title:`"},
      {kTop + "-- title: U\nSELECT 1", 3, "a second `title`"},
      {kTop + "-- just a remark\nSELECT 1", 3, "expected `-- key: value`"},
      {kTop + "-- parm: x text\nSELECT 1", 3,
       "unknown key \"parm\" (did you mean \"param\"?)"},
      {kTop + "-- author: me\nSELECT 1", 3,
       "unknown key \"author\" (title, about, param or example)"},
      {kTop + "-- param: x\nSELECT :x", 3,
       "unknown type \"\" (text, int, real, date, bool or list)"},
      {kTop + "-- param: x txt\nSELECT :x", 3,
       "unknown type \"txt\" (did you mean \"text\"?)"},
      {kTop + "-- param: a-b text\nSELECT 1", 3, "expected a parameter's name and type"},
      {kTop + "-- param: x text maybe\nSELECT :x", 3,
       "expected `default VALUE`, `optional` or `required`, not \"maybe\""},
      {kTop + "-- param: x text default\nSELECT :x", 3,
       "expected a value after `default`"},
      {kTop + "-- param: x int default many\nSELECT :x", 3,
       "default \"many\" is no whole number"},
      {kTop + "-- param: x text optional really\nSELECT :x", 3,
       "unexpected \"really\" after `optional`"},
      {kTop + "-- param: x text from:  -- help\nSELECT :x", 3,
       "expected a SELECT after `from:`"},
      {kTop + "-- param: x text\n-- param: x int\nSELECT :x", 4,
       "a second parameter \"x\""},
      {kTop + "-- param: y text\n-- param: x text\nSELECT :y -- :x\n", 4,
       "parameter \"x\" is not used"},
      {kTop + "SELECT 1,\n  :x", 4, "parameter \":x\" is not declared"},
      {kTop + "SELECT ?1", 3, "parameter \"?1\" is not declared"},
      {kTop + "SELECT @x", 3, "parameter \"@x\" is not declared"},
  };
  for (const auto& c : kCases) {
    const auto report = parse_report("x", c.text, "reports/x.sql");
    ASSERT_FALSE(report) << c.text;
    EXPECT_EQ(report.error().cause, c.cause) << c.text;
    EXPECT_EQ(report.error().line, c.line) << c.text;
    EXPECT_EQ(report.error().file, "reports/x.sql");
    EXPECT_EQ(report.error().code, ErrorCode::bad_data);
  }
}

TEST(NearestName, FindsWhatWasMeant) {
  const std::vector<std::string> kNames = {
      "Russia", "Rwanda",        "China",   "security", "query",
      "report", "Côte d’Ivoire", "Türkiye", "schema",   "US"};
  const struct {
    const char* typed;
    const char* meant;
  } kCases[] = {
      {"Rusia", "Russia"},
      {"RUSSIA", "Russia"},
      {"qurey", "query"},
      {"reprot", "report"},
      {"Chnia", "China"},
      {"cote d'ivoire", "Côte d’Ivoire"},
      {"Turkiye", "Türkiye"},
      {"schem", "schema"},
      {"secur", "security"},
      {"Brazil", ""},
      {"x", ""},
      {"EU", ""},
      {"", ""},
      {"se", ""},
      {"\xff\xfe", ""},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(nearest_name(c.typed, kNames), c.meant) << c.typed;
  EXPECT_EQ(nearest_name("Russia", {}), "");
}

}  // namespace
}  // namespace steppe
