// Drives the real program as a user does: verbs, options, suggestions, exit codes,
// output.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "run_program.hpp"
#include "sample_essay.hpp"
#include "shell/options.hpp"
#include "shell/verbs.hpp"
#include "temp_folder.hpp"

namespace steppe {
namespace {

const std::string kEssay = STEPPE_SOURCE_DIR "/examples/essays/russia-central-asia.txt";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

class Program : public ::testing::Test {
 protected:
  void SetUp() override { load_essay(db, "gas-and-borders", kSampleText); }
  TempFolder folder;
  std::string db = folder.file("gas.db");
};

struct Refusal {
  std::vector<std::string> arguments;  // "DB" stands for the sample database
  int code;
  std::string message;  // the whole line on stderr, after "steppe: "
};

TEST_F(Program, RefusesWithOneLineAndASuggestion) {
  const std::vector<Refusal> refusals = {
      {{"laod"}, 2, "unknown verb \"laod\" (did you mean \"load\"?)"},
      {{"qurey", "DB", "SELECT 1"},
       2,
       "unknown verb \"qurey\" (did you mean \"query\"?)"},
      {{"help", "reprot"}, 2, "unknown verb \"reprot\" (did you mean \"report\"?)"},
      {{"query", "DB", "SELECT 1", "--fromat", "csv"},
       2,
       "unknown option \"--fromat\" (did you mean \"--format\"?)"},
      {{"query", "DB", "SELECT 1", "-f", "josn"},
       2,
       "unknown format \"josn\" (did you mean \"json\"?)"},
      {{"query", "DB", "SELECT 1", "--width", "wide"},
       2,
       "unknown --width \"wide\" (a number of columns, or full)"},
      {{"query", "DB", "SELECT 1", "--color", "red"},
       2,
       "unknown --color \"red\" (auto, always or never)"},
      {{"query", "DB", "SELECT 1", "--timeout", "soon"},
       2,
       "unknown --timeout \"soon\" (write e.g. 500ms, 5s or 2m)"},
      {{"query", "DB", "SELECT 1", "--max-rows", "many"},
       2,
       "--max-rows takes a number, not \"many\""},
      {{"query", "DB", "SELECT 1", "--no-header=1"}, 2, "--no-header takes no value"},
      {{"query", "DB", "SELECT 1", "-f"}, 2, "--format needs a value: FORMAT"},
      {{"query", "DB", "SELECT", "1"},
       2,
       "unexpected \"1\" after the SQL (quote the SQL as one argument)"},
      {{"query", "DB", ""}, 2, "no SQL in it"},
      {{"query", "DB", "SELECT :them", "-p", "theme=x"},
       2,
       "the SQL's parameter \"them\" has no value (add -p them=…)"},
      {{"query", "DB", "SELECT 1", "-p", "theme"},
       2,
       "-p \"theme\": write NAME=TEXT or NAME:=JSON"},
      {{"query", "DB", "SELECT :a", "-p", "a:=one"},
       2,
       "-p a:=one is no JSON (text goes with a=…)"},
      {{"query", "DB", "SELECT * FROM golas"},
       1,
       "no such table: golas (did you mean \"goals\"?)"},
      {{"query", "DB", "SELECT quot FROM goals"},
       1,
       "no such column: quot (did you mean \"quote\"?)"},
      {{"query", "DB", "SELECT lenght('x')"},
       1,
       "no such function: lenght (did you mean \"length\"?)"},
      {{"query", "DB", "DELETE FROM statements"}, 1, "not authorized: queries only read"},
      {{"query", "DB", "SELECT 1; SELECT 2", "-f", "json"},
       2,
       "json holds the rows of one statement (use --format ndjson)"},
      {{"report", "DB", "compar"},
       2,
       "unknown report \"compar\" (did you mean \"compare\"?)"},
      {{"report", "DB", "compare", "--acotr", "RUS"},
       2,
       "report compare has no parameter \"--acotr\" (did you mean \"--actor\"?)"},
      {{"report", "DB", "compare", "--fromat", "csv"},
       2,
       "report compare has no parameter \"--fromat\" (did you mean \"--format\"?)"},
      {{"report", "DB", "compare", "--actor"}, 2, "--actor needs a value"},
      {{"report", "DB", "compare", "Russia"},
       2,
       "unexpected \"Russia\" (parameters are --NAME VALUE)"},
      {{"report", "DB", "compare", "--actor", "Rusia"},
       2,
       "unknown actor \"Rusia\" (did you mean \"Russia\"?)"},
      {{"schema", "DB", "golas"}, 2, "unknown table \"golas\" (did you mean \"goals\"?)"},
      {{"show", "DB", "gas-and-boarders:1"},
       2,
       "unknown document \"gas-and-boarders\" (did you mean \"gas-and-borders\"?)"},
      {{"show", "DB", "gas-and-borders:99"}, 2, "gas-and-borders has 7 lines, not 99"},
      {{"show", "DB", "99"}, 2, "no statement has the id 99"},
      {{"show", "DB", "2-"},
       2,
       "\"2-\" is no statement id, DOCUMENT:LINE or DOCUMENT:LINE-LINE"},
      {{"load", kEssay}, 2, "no database (add -o DB, or --check to write nothing)"},
      {{"load", "-o", "DB"}, 2, "name an essay, a folder or \"-\" for stdin"},
      {{"load", kEssay, "--check", "--id", "a:b"},
       2,
       "bad --id \"a:b\" (letters, digits, \".\", \"_\" and \"-\")"},
      {{"-f", "csv", "DB"}, 2, "\"-f\" comes before a verb (write: steppe VERB … -f)"},
  };
  for (Refusal refusal : refusals) {
    for (std::string& argument : refusal.arguments) {
      if (argument == "DB") argument = db;
    }
    const Ran ran = run_steppe(refusal.arguments);
    EXPECT_EQ(ran.err, "steppe: " + refusal.message + "\n");
    EXPECT_EQ(ran.code, refusal.code) << refusal.message;
  }
  EXPECT_EQ(folder.list(), std::vector<std::string>{"gas.db"});
}

TEST_F(Program, HelpNamesEveryVerbAndItsOptions) {
  const Ran all = run_steppe({"help"});
  EXPECT_EQ(all.code, 0);
  EXPECT_EQ(run_steppe({"--help"}).out, all.out);
  EXPECT_EQ(run_steppe({}).out, all.out);
  for (const shell::Verb& verb : shell::all_verbs()) {
    EXPECT_TRUE(contains(all.out, fmt::format("steppe {}", verb.name))) << verb.name;
    const Ran page = run_steppe({"help", std::string(verb.name)});
    EXPECT_EQ(page.out, run_steppe({std::string(verb.name), "--help"}).out);
    EXPECT_TRUE(contains(page.out, "Examples:\n  steppe ")) << page.out;
    for (const shell::Flag* flag : shell::flags_of(verb.name)) {
      EXPECT_TRUE(contains(page.out, fmt::format("--{}", flag->name))) << verb.name;
    }
  }
}

TEST_F(Program, EveryFlagBelongsToVerbsThatExist) {
  for (const shell::Flag& flag : shell::all_flags()) {
    std::string verbs(flag.verbs);
    for (std::size_t start = 0; start < verbs.size();) {
      const std::size_t end = std::min(verbs.find(' ', start), verbs.size());
      EXPECT_NE(shell::find_verb(verbs.substr(start, end - start)), nullptr) << verbs;
      start = end + 1;
    }
  }
}

TEST_F(Program, SaysItsVersion) {
  const Ran ran = run_steppe({"--version"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out.substr(0, 7), "steppe ");
}

TEST_F(Program, QueriesByVerbByFileAndByPipe) {
  const std::string sql = "SELECT kind, quote FROM goals";
  const std::string rows = "kind,quote\ngoal,sell gas to China\n";
  EXPECT_EQ(run_steppe({"query", db, sql}).out, rows);
  EXPECT_EQ(run_steppe({db, sql}).out, rows);
  EXPECT_EQ(run_steppe({db}, {.input = sql}).out, rows);
  EXPECT_EQ(run_steppe({"query", db, "-"}, {.input = sql}).out, rows);
  write_bytes(folder.file("q.sql"), "-- a comment\n" + sql + ";\n");
  EXPECT_EQ(run_steppe({"query", db, "--file", folder.file("q.sql")}).out, rows);
  EXPECT_EQ(run_steppe({db, "-- a comment\n" + sql}).out, rows);
}

TEST_F(Program, NamesTheLineOfASqlErrorInAFile) {
  write_bytes(folder.file("q.sql"), "SELECT 1;\n\nSELECT\n  nope;\n");
  const Ran ran = run_steppe({"query", db, "--file", folder.file("q.sql")});
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(contains(ran.err, "q.sql:4:3: no such column: nope")) << ran.err;
}

TEST_F(Program, BindsParametersByNameAndType) {
  const Ran ran =
      run_steppe({db, "SELECT :t, @n + 1, $z, typeof(:j)", "-p", "t=7", "-p", "n:=7",
                  "-p", "z:=null", "-p", "j:=[1,2]", "-f", "ndjson", "--no-header"});
  EXPECT_EQ(ran.out, "{\":t\":\"7\",\"@n + 1\":8,\"$z\":null,\"typeof(:j)\":\"text\"}\n");
  const Ran unused = run_steppe({db, "SELECT :actor", "-p", "actor=x", "-p", "acter=y"});
  EXPECT_EQ(unused.err,
            "steppe: the SQL has no parameter \":acter\" (did you mean \":actor\"?)\n");
}

TEST_F(Program, StopsAtTheTimeAndTheRowsItWasGiven) {
  const std::string endless =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT ";
  const Ran late = run_steppe({db, endless + "count(*) FROM n", "--timeout", "100ms"});
  EXPECT_EQ(late.code, 124);
  EXPECT_EQ(late.out, "");
  const Ran some = run_steppe({db, endless + "i FROM n", "--max-rows", "2"});
  EXPECT_EQ(some.out, "i\n1\n2\n");
  EXPECT_EQ(some.err, "note: stopped after 2 rows (--max-rows); there are more\n");
  EXPECT_EQ(run_steppe({db, "SELECT 1", "--max-rows", "1"}).err, "");
}

TEST_F(Program, EndsQuietlyWhenItsReaderGoes) {
  const Ran ran =
      run_shell("($steppe " + db +
                " \"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                " SELECT i FROM n\"; echo code $? >&2) | head -n 2");
  EXPECT_EQ(ran.out, "i\n1\n");
  EXPECT_EQ(ran.err, "code 0\n");
}

TEST_F(Program, InterruptedItExitsWith130AndLeavesNoFile) {
  const Ran ran =
      run_shell("$steppe " + db +
                " \"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                " SELECT count(*) FROM n\" -o " +
                folder.file("out.csv") + " & sleep 0.3; kill -TERM $!; wait $!");
  EXPECT_EQ(ran.code, 130);
  EXPECT_EQ(ran.err, "steppe: interrupted\n");
  EXPECT_EQ(folder.list(), std::vector<std::string>{"gas.db"});
}

TEST_F(Program, InterruptedInALongEssayItEndsAtOnce) {
  std::string text;
  while (text.size() < (8u << 20))
    text += "Kenya wants to export tea to Uganda and its neighbours. ";
  write_bytes(folder.file("long.txt"), text);
  const Ran ran = run_shell("$steppe load " + folder.file("long.txt") + " -o " +
                            folder.file("new.db") +
                            " & sleep 0.3; kill -INT $!; kill -TERM $!; wait $!");
  EXPECT_EQ(ran.code, 130);
  EXPECT_EQ(ran.err, "steppe: interrupted\n");
  EXPECT_EQ(folder.list(), (std::vector<std::string>{"gas.db", "long.txt"}));
}

TEST_F(Program, ColoursOnlyWhereItIsWanted) {
  const std::vector<std::string> query = {db, "SELECT 1 AS n", "-f", "box"};
  const auto coloured = [&](std::vector<std::string> more,
                            std::vector<std::string> environment) {
    std::vector<std::string> arguments = query;
    arguments.insert(arguments.end(), more.begin(), more.end());
    return contains(run_steppe(arguments, {.environment = std::move(environment)}).out,
                    "\x1b[");
  };
  EXPECT_FALSE(coloured({}, {}));
  EXPECT_TRUE(coloured({"--color", "always"}, {}));
  EXPECT_TRUE(coloured({}, {"CLICOLOR_FORCE=1"}));
  EXPECT_FALSE(coloured({}, {"CLICOLOR_FORCE=0"}));
  EXPECT_FALSE(coloured({}, {"CLICOLOR_FORCE=1", "NO_COLOR=1"}));
  EXPECT_FALSE(coloured({"--color", "never"}, {"CLICOLOR_FORCE=1"}));
}

TEST_F(Program, ListsReportsAndTheirParameters) {
  EXPECT_TRUE(contains(run_steppe({"report", db}).out,
                       "compare,Compare actors,--actor --theme --kind\n"));
  const Ran help = run_steppe({"report", db, "compare", "--help"});
  EXPECT_EQ(help.code, 0);
  for (const char* part : {"--actor", "list, default all", "one of: central-asia, RUS",
                           "Examples:\n  steppe report "}) {
    EXPECT_TRUE(contains(help.out, part)) << part << help.out;
  }
  EXPECT_TRUE(contains(run_steppe({"report", db, "compare", "--sql"}).out,
                       "-- title: Compare actors"));
}

TEST_F(Program, ComparesActorsSideBySideForPeopleAndInLongRowsForPrograms) {
  const std::vector<std::string> report = {
      "report", db,        "compare",      "--actor",
      "Moscow", "--actor", "Central Asia", "--kind=goal,interest,concern",
      "-f"};
  const auto in = [&](const std::string& format) {
    std::vector<std::string> arguments = report;
    arguments.push_back(format);
    return run_steppe(arguments).out;
  };
  EXPECT_EQ(in("markdown"),
            "| theme    | Central Asia        | Russia                      |\n"
            "| -------- | ------------------- | --------------------------- |\n"
            "| security | concern  unrest  :3 | interest  stability  :4     |\n"
            "| energy   |                     | goal  sell gas to China  :2 |\n");
  EXPECT_EQ(in("csv"),
            "theme,actor,kind,statement,cite\n"
            "security,Central Asia,concern,unrest,gas-and-borders:3\n"
            "security,Russia,interest,stability,gas-and-borders:4\n"
            "energy,Russia,goal,sell gas to China,gas-and-borders:2\n");
}

TEST_F(Program, ShowsWhyARowIsThere) {
  const Ran by_line = run_steppe({"show", db, "gas-and-borders:2"});
  EXPECT_EQ(by_line.out,
            "gas-and-borders:2  goal  statement 1\n"
            "  Russia wants to [sell gas to China].\n"
            "\n"
            "  kind      goal\n"
            "  theme     energy\n"
            "  holder    RUS  Russia, from “Russia”\n"
            "  target    CHN  China, from “China”\n"
            "  subject   “Russia” :2\n"
            "  cue       “wants” :2\n"
            "  rule      test.rule\n"
            "  pattern   {ACTOR} verb {NP}\n"
            "  example   Russia wants [gas].\n"
            "  source    gas-and-borders.txt:2, bytes 32 to 49\n");
  EXPECT_EQ(run_steppe({"show", db, "1"}).out, by_line.out);
}

TEST_F(Program, ShowsWhyASentenceGaveNoRow) {
  EXPECT_EQ(run_steppe({"show", db, "gas-and-borders:5-6"}).out,
            "gas-and-borders:5  no statement\n"
            "  Nobody knows.\n"
            "\n"
            "  outcome   no-cue\n"
            "  block     paragraph\n"
            "\n"
            "gas-and-borders:6  no statement\n"
            "  The Wagner Group is near Russia.\n"
            "\n"
            "  outcome   no-cue\n"
            "  block     paragraph\n");
}

TEST_F(Program, DescribesTablesInTheSchemasOwnWords) {
  EXPECT_TRUE(
      contains(run_steppe({"schema", db}).out, "goals,view,What an actor aims at.,"));
  EXPECT_TRUE(contains(run_steppe({"schema", db, "statements"}).out,
                       "document,TEXT,→ documents,"));
  EXPECT_TRUE(contains(run_steppe({"schema", db, "goals"}).out,
                       "quote,TEXT,\"\",the essay's words\n"));
  EXPECT_TRUE(
      contains(run_steppe({"schema", db, "goals", "--sql"}).out, "CREATE VIEW goals AS"));
}

TEST_F(Program, ExtractsWithTheKeysThatOthersRead) {
  const Ran ran = run_steppe({"extract", kEssay});
  EXPECT_EQ(ran.code, 0) << ran.err;
  ASSERT_FALSE(ran.out.empty());
  const std::string line = ran.out.substr(0, ran.out.find('\n'));
  EXPECT_EQ(line.substr(0, 46), R"({"document":"russia-central-asia","kind":"goal)");
  std::size_t at = 0;
  for (const char* key : {"document", "kind", "holders", "targets", "theme", "text",
                          "line", "start", "end", "rule", "modality"}) {
    const std::size_t found = line.find(fmt::format("\"{}\":", key));
    ASSERT_NE(found, std::string::npos) << key;
    EXPECT_GE(found, at) << key;
    at = found;
  }
  EXPECT_EQ(run_steppe({"extract", "-", "--id", "russia-central-asia"},
                       {.input = read_bytes(kEssay)})
                .out,
            ran.out);
}

TEST_F(Program, LoadsTheSameBytesWithAnyNumberOfJobs) {
  const std::string essays = STEPPE_SOURCE_DIR "/tests/corpus/dev";
  const Ran one =
      run_steppe({"load", essays, "-o", folder.file("one.db"), "--jobs", "1"});
  const Ran many =
      run_steppe({"load", essays, "-o", folder.file("many.db"), "--jobs", "7"});
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_EQ(one.out, many.out);
  EXPECT_TRUE(read_bytes(folder.file("one.db")) == read_bytes(folder.file("many.db")));
}

TEST_F(Program, CitesEveryCorpusEssayWordForWordAndLoadsItTheSameAgain) {
  const std::string db = folder.file("corpus.db");
  for (const char* set : {"/tests/corpus/dev", "/tests/corpus/own"}) {
    ASSERT_EQ(run_steppe({"load", STEPPE_SOURCE_DIR + std::string(set), "-o", db}).code,
              0);
  }
  const std::string doubtful =
      "SELECT count(*) FROM citations JOIN statements USING (id) JOIN documents ON "
      "documents.id = document WHERE format = 'text' AND NOT verbatim";
  EXPECT_EQ(run_steppe({db, doubtful, "--no-header"}).out, "0\n");
  EXPECT_EQ(run_steppe({db, "SELECT count(*) > 700 FROM citations", "--no-header"}).out,
            "1\n");
  const std::string before = read_bytes(db);
  ASSERT_EQ(run_steppe({"load", STEPPE_SOURCE_DIR "/tests/corpus/dev", "-o", db}).code,
            0);
  EXPECT_TRUE(read_bytes(db) == before);
}

TEST_F(Program, LoadSaysWhatBecameOfADocument) {
  const std::string path = folder.file("new.db");
  write_bytes(folder.file("a.txt"), "Kenya wants to export tea.\n");
  const std::vector<std::string> load = {"load", folder.file("a.txt"), "-o", path};
  const Ran first = run_steppe(load);
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_EQ(first.out.substr(0, 8), "a      1");
  EXPECT_FALSE(contains(first.out, "("));
  EXPECT_TRUE(contains(run_steppe(load).out, "(unchanged)\n"));
  write_bytes(folder.file("a.txt"), "Kenya wants to import tea.\n");
  EXPECT_TRUE(contains(run_steppe(load).out, "(replaced)\n"));
  EXPECT_EQ(run_steppe({"load", folder.file("a.txt"), "--check"}).code, 0);
}

TEST_F(Program, GivesTwoFilesOfOneStemTwoIds) {
  std::filesystem::create_directories(folder.file("x/deep"));
  std::filesystem::create_directories(folder.file("y"));
  for (const char* name : {"x/essay.txt", "x/deep/Other One.md", "y/essay.html"}) {
    write_bytes(folder.file(name), "<p>Kenya wants to export tea.</p>\n");
  }
  const Ran ran = run_steppe(
      {"load", folder.file("x"), folder.file("y"), "-o", folder.file("new.db")});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(run_steppe({folder.file("new.db"), "SELECT id FROM documents ORDER BY id",
                        "--no-header"})
                .out,
            "other-one\nx-essay\ny-essay\n");
}

TEST_F(Program, WalksAFolderOnceWhateverTheLinksSay) {
  std::filesystem::create_directories(folder.file("x/sub"));
  std::filesystem::create_directory_symlink(folder.file("x"), folder.file("x/sub/loop"));
  write_bytes(folder.file("x/sub/essay.txt"), "Kenya wants to export tea.\n");
  write_bytes(folder.file("x/picture.png"), "\x89PNG");
  ASSERT_EQ(mkfifo(folder.file("x/pipe.txt").c_str(), 0600), 0);
  const Ran ran = run_steppe({"extract", folder.file("x")});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.err, "note: " + folder.file("x/pipe.txt") +
                         ": no regular file, skipped\nnote: 1 other file skipped\n");
}

}  // namespace
}  // namespace steppe
