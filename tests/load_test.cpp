#include "loader/load.hpp"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/sample_essay.hpp"
#include "tests/temp_folder.hpp"

namespace steppe {
namespace {

std::string replaced(const std::string& text, const std::string& from,
                     const std::string& to) {
  const std::size_t at = text.find(from);
  return text.substr(0, at) + to + text.substr(at + from.size());
}

// Everything but the ids, which grow with each load.
std::string content(const std::string& path) {
  std::string out;
  for (const char* sql :
       {"SELECT * FROM meta", "SELECT * FROM rules",
        "SELECT id, title, sha256, coding FROM documents ORDER BY 1",
        "SELECT document, level, heading, line FROM sections ORDER BY 1, 4",
        "SELECT document, line, start_byte, end_byte, block, text, outcome FROM "
        "sentences ORDER BY 1, 3",
        "SELECT * FROM actors", "SELECT * FROM actor_aliases",
        "SELECT * FROM actor_members",
        "SELECT s.document, m.actor, m.start_byte, m.form, a.start_byte FROM mentions m "
        "JOIN sentences s"
        " ON s.id = m.sentence LEFT JOIN mentions a ON a.id = m.antecedent ORDER BY 1, 3",
        "SELECT fingerprint, document, kind, theme, quote, line, start_byte, rule FROM "
        "statements"
        " ORDER BY 1",
        "SELECT s.fingerprint, a.role, a.actor FROM statements s JOIN statement_actors a "
        "ON"
        " a.statement = s.id ORDER BY 1, 2, 3",
        "SELECT s.fingerprint, p.role, p.start_byte FROM statements s JOIN "
        "statement_spans p ON"
        " p.statement = s.id ORDER BY 1, 2, 3",
        "SELECT s.text FROM sentences_fts f JOIN sentences s ON s.id = f.rowid WHERE "
        "sentences_fts"
        " MATCH 'russia OR china' ORDER BY s.document, s.start_byte"}) {
    out += ask_file(path, sql) + "--\n";
  }
  return out;
}

TEST(Load, WritesWhatTheViewsShow) {
  const TempFolder folder;
  const std::string db = folder.file("a.db");
  EXPECT_EQ(load_essay(db, "gas", kSampleText), LoadOutcome::added);
  EXPECT_EQ(
      ask_file(db, "SELECT holders, quote, cite FROM interests WHERE theme = 'security'"),
      "RUS|stability|gas:4\n");
  EXPECT_EQ(
      ask_file(db,
               "SELECT kind, theme, quote, holders, targets, document, line FROM coded"),
      "goal|energy|sell gas to China|RUS|CHN|gas|2\n"
      "concern|security|unrest|central-asia|RUS|gas|3\n"
      "interest|security|stability|RUS|-|gas|4\n");
  EXPECT_EQ(
      ask_file(db, "SELECT source, target, kind, theme, document, weight FROM ties"),
      "RUS|CHN|goal|energy|gas|1\ncentral-asia|RUS|concern|security|gas|1\n");
  EXPECT_EQ(
      ask_file(db,
               "SELECT actor, theme, kind, weight FROM affiliations WHERE actor = 'RUS'"),
      "RUS|energy|goal|1\nRUS|security|interest|1\n");
  EXPECT_EQ(ask_file(db, "SELECT * FROM cooccurrences"),
            "CHN|RUS|1\nRUS|wagner-group|1\n");
  EXPECT_EQ(ask_file(db, "SELECT cite, block, outcome, text FROM uncoded"),
            "gas:5|paragraph|no-cue|Nobody knows.\n"
            "gas:6|paragraph|no-cue|The Wagner Group is near Russia.\n");
  EXPECT_EQ(ask_file(db, "SELECT name, count, cite FROM unknown_actors"),
            "Wagner Group|1|gas:6\n");
  EXPECT_EQ(ask_file(db, "SELECT actor, count(*) FROM positions GROUP BY actor"),
            "RUS|2\ncentral-asia|1\n");
  EXPECT_EQ(ask_file(db, "SELECT role, count(*) FROM statement_spans GROUP BY role"),
            "cue|1\nsubject|1\n");
  EXPECT_EQ(
      ask_file(db, "SELECT id, iso3 FROM actors WHERE type <> 'state' OR id = 'RUS'"),
      "RUS|RUS\ncentral-asia|-\nwagner-group|-\n");
  EXPECT_EQ(ask_file(db, "SELECT member FROM actor_members WHERE actor = 'central-asia'"),
            "KAZ\nTUR\n");
  EXPECT_EQ(ask_file(db, "SELECT id, kind, example FROM rules"),
            "test.rule|-|Russia wants [gas].\ntest.spare|goal|-\n");
  EXPECT_EQ(ask_file(db, "PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(ask_file(db, "PRAGMA foreign_key_check"), "");
}

TEST(Load, CitesWordForWord) {
  const TempFolder folder;
  const std::string db = folder.file("a.db");
  load_essay(db, "gas", kSampleText);
  EXPECT_EQ(ask_file(db, "SELECT cite, source, verbatim FROM citations"),
            "gas:2|sell gas to China|1\ngas:3|unrest|1\ngas:4|stability|1\n");
}

// A quote over a line break is verbatim, and its pieces are listed; one with markup is
// not.
TEST(Load, ListsThePiecesOfACutQuote) {
  const TempFolder folder;
  const std::string db = folder.file("a.db");
  auto database = Database::open_or_create(db);
  auto load = Load::begin(*database, sample_rules());
  const struct {
    const char* id;
    std::string raw;
    std::string text;
    std::vector<Piece> pieces;
    const char* expected;
  } kCases[] = {
      {"wrapped",
       "sell\r\n  gas",
       "sell gas",
       {{0, 4, 0, 4}, {4, 1, 4, 4}, {5, 3, 8, 3}},
       "1|0-4 8-11\n"},
      {"marked",
       "sell **gas**!",
       "sell gas!",
       {{0, 5, 0, 5}, {5, 3, 7, 3}, {8, 1, 12, 1}},
       "0|0-5 7-10 12-13\n"},
      {"entity",
       "oil &amp; gas",
       "oil & gas",
       {{0, 4, 0, 4}, {4, 1, 4, 5}, {5, 4, 9, 4}},
       "0|0-13\n"},
  };
  for (const auto& c : kCases) {
    Document document = make_document(c.raw);
    document.blocks[0].text = c.text;
    document.blocks[0].pieces = c.pieces;
    Extraction extraction;
    extraction.sentences = {make_sentence(document, c.raw, "coded")};
    extraction.statements = {
        make_statement(document, Kind::goal, "energy", c.raw, 0, {})};
    extraction.statements[0].quote = c.text;
    ASSERT_TRUE(load->add({c.id, "", "", "", ""}, document, extraction));
  }
  ASSERT_TRUE(load->commit());
  for (const auto& c : kCases) {
    EXPECT_EQ(
        ask_file(db, std::string(
                         "SELECT c.verbatim, (SELECT group_concat(start_byte || '-' || "
                         "end_byte, ' ') FROM statement_spans WHERE statement = c.id AND "
                         "role = 'text') FROM citations c WHERE cite LIKE '") +
                         c.id + ":%'"),
        c.expected)
        << c.raw;
  }
}

TEST(Load, FindsSentencesByTheirWords) {
  const TempFolder folder;
  const std::string db = folder.file("a.db");
  load_essay(db, "gas", kSampleText);
  const char* search =
      "SELECT s.line FROM sentences_fts f JOIN sentences s ON s.id = f.rowid"
      " WHERE sentences_fts MATCH 'unrest'";
  EXPECT_EQ(ask_file(db, search), "3\n");
  load_essay(db, "gas", replaced(kSampleText, "Nobody", "The nobility"));
  EXPECT_EQ(ask_file(db, search), "3\n");
  EXPECT_EQ(
      ask_file(db,
               "SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH 'nobody'"),
      "0\n");
  EXPECT_EQ(ask_file(db,
                     "INSERT INTO sentences_fts (sentences_fts, rank) VALUES "
                     "('integrity-check', 1)"),
            "");
}

TEST(Load, GivesTheSameBytesTwice) {
  const TempFolder folder;
  for (const char* name : {"a.db", "b.db"}) {
    load_essay(folder.file(name), "gas", kSampleText);
    load_essay(folder.file(name), "oil", kSampleText + "More.\n");
  }
  EXPECT_EQ(read_bytes(folder.file("a.db")), read_bytes(folder.file("b.db")));
  EXPECT_EQ(folder.list(), (std::vector<std::string>{"a.db", "b.db"}));
}

TEST(Load, LeavesTheBytesWhereNothingIsNew) {
  const TempFolder folder;
  const std::string db = folder.file("a.db");
  load_essay(db, "gas", kSampleText);
  const std::string before = read_bytes(db);
  EXPECT_EQ(load_essay(db, "gas", kSampleText), LoadOutcome::unchanged);
  EXPECT_EQ(read_bytes(db), before);
}

TEST(Load, ReplacesADocumentWhole) {
  const TempFolder folder;
  load_essay(folder.file("a.db"), "gas", kSampleText);
  load_essay(folder.file("a.db"), "oil", kSampleText);
  const std::string other = replaced(kSampleText, "Nobody", "Somebody");
  EXPECT_EQ(load_essay(folder.file("a.db"), "gas", other), LoadOutcome::replaced);
  load_essay(folder.file("b.db"), "gas", other);
  load_essay(folder.file("b.db"), "oil", kSampleText);
  EXPECT_EQ(content(folder.file("a.db")), content(folder.file("b.db")));
}

TEST(Load, KeepsFingerprintsWhenTheEssayChangesElsewhere) {
  const TempFolder folder;
  const std::string db = folder.file("a.db");
  load_essay(db, "gas", kSampleText);
  const std::string before =
      ask_file(db, "SELECT fingerprint FROM statements ORDER BY id");
  load_essay(db, "gas",
             replaced(kSampleText, "Gas and borders\n", "Gas and borders\nNew.\n"));
  EXPECT_EQ(ask_file(db, "SELECT fingerprint FROM statements ORDER BY id"), before);
}

TEST(Load, TellsEqualStatementsApart) {
  const TempFolder folder;
  auto database = Database::open_or_create(folder.file("a.db"));
  auto load = Load::begin(*database, sample_rules());
  const Document document = make_document(kSampleText);
  Extraction extraction = sample_extraction(document);
  extraction.statements.push_back(extraction.statements.back());
  ASSERT_TRUE(load->add({"gas", "", "", "", ""}, document, extraction));
  EXPECT_TRUE(load->commit());
}

// Same bytes, other rules: the coding changes, and so must the rows.
TEST(Load, ReplacesWhereOnlyTheCodingChanged) {
  const TempFolder folder;
  const std::string db = folder.file("a.db");
  load_essay(db, "gas", kSampleText);
  auto database = Database::open_or_create(db);
  auto load = Load::begin(*database, sample_rules());
  const Document document = make_document(kSampleText);
  Extraction extraction = sample_extraction(document);
  extraction.statements[0].theme = "economic";
  const auto outcome =
      load->add({"gas", "", "", "", "elsewhere.txt"}, document, extraction);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(*outcome, LoadOutcome::replaced);
  ASSERT_TRUE(load->commit());
  EXPECT_EQ(ask_file(db, "SELECT theme FROM goals"), "economic\n");
}

TEST(Load, ForgetsActorsThatNobodyNamesAnyMore) {
  const TempFolder folder;
  const std::string db = folder.file("a.db");
  load_essay(db, "gas", kSampleText);
  EXPECT_EQ(ask_file(db, "SELECT count(*) FROM actors"), "6\n");
  auto database = Database::open_or_create(db);
  auto load = Load::begin(*database, {});
  const Document document = make_document("Nothing.");
  ASSERT_TRUE(load->add({"gas", "", "", "", ""}, document, {}));
  ASSERT_TRUE(load->commit());
  for (const char* table :
       {"actors", "actor_aliases", "actor_members", "mentions", "rules", "sentences",
        "sections", "statement_actors", "statement_spans"}) {
    EXPECT_EQ(ask_file(db, std::string("SELECT count(*) FROM ") + table), "0\n") << table;
  }
}

TEST(Load, KeepsReviewsAndShowsOrphans) {
  const TempFolder folder;
  const std::string db = folder.file("a.db");
  load_essay(db, "gas", kSampleText);
  ask_file(db,
           "INSERT INTO reviews (document, coder, verdict, kind, quote) VALUES"
           " ('gas', 'rules', 'accept', 'goal', 'sell gas to China'),"
           " ('gas', 'rules', 'add', 'outlook', 'Nobody knows')");
  EXPECT_EQ(ask_file(db, "SELECT count(*) FROM orphans"), "0\n");
  load_essay(db, "gas", replaced(kSampleText, "Nobody", "Somebody"));
  EXPECT_EQ(ask_file(db, "SELECT quote FROM orphans"), "Nobody knows\n");
}

TEST(Load, TakesTitleAndAuthorFromTheUserFirst) {
  const TempFolder folder;
  auto database = Database::open_or_create(folder.file("a.db"));
  auto load = Load::begin(*database, {});
  Document document = make_document("Nothing.");
  document.title = "Found";
  document.author = "A. Uthor";
  ASSERT_TRUE(load->add({"x", "Given", "", "", "x.txt"}, document, {}));
  ASSERT_TRUE(load->commit());
  EXPECT_EQ(
      ask_file(folder.file("a.db"), "SELECT title, author, date, source FROM documents"),
      "Given|A. Uthor|-|x.txt\n");
}

TEST(Load, RefusesTwoEssaysOfOneId) {
  const TempFolder folder;
  auto database = Database::open_or_create(folder.file("a.db"));
  auto load = Load::begin(*database, {});
  const Document first = make_document("First.");
  ASSERT_TRUE(load->add({"x", "", "", "", "a/x.txt"}, first, {}));
  EXPECT_EQ(*load->add({"x", "", "", "", "c/x.txt"}, first, {}), LoadOutcome::unchanged);
  const auto second =
      load->add({"x", "", "", "", "b/x.txt"}, make_document("Second."), {});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::usage);
  EXPECT_EQ(second.error().file, "b/x.txt");
  EXPECT_EQ(second.error().cause, "another essay of this load has the id \"x\"");
  EXPECT_FALSE(load->commit());
}

TEST(Load, LeavesNoFileWhereItIsNotCommitted) {
  const TempFolder folder;
  {
    auto database = Database::open_or_create(folder.file("a.db"));
    auto load = Load::begin(*database, {});
    ASSERT_TRUE(load->add({"x", "", "", "", ""}, make_document("First."), {}));
  }
  EXPECT_TRUE(folder.list().empty());
}

TEST(Load, LeavesAnOldFileAsItWasWhereADocumentFails) {
  const TempFolder folder;
  const std::string db = folder.file("a.db");
  load_essay(db, "gas", kSampleText);
  const std::string before = read_bytes(db);
  {
    auto database = Database::open_or_create(db);
    auto load = Load::begin(*database, sample_rules());
    ASSERT_TRUE(load->add({"x", "", "", "", ""}, make_document("First."), {}));
    const Document document = make_document(kSampleText);
    Extraction extraction = sample_extraction(document);
    extraction.sentences.push_back(extraction.sentences.back());  // not disjoint
    const auto outcome = load->add({"y", "", "", "", ""}, document, extraction);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().file, db);
  }
  EXPECT_EQ(read_bytes(db), before);
}

// Dies in the middle of a load that has already written to the file.
void kill_a_load(const std::string& db) {
  const pid_t child = fork();
  if (child == 0) {
    auto database = Database::open_or_create(db);
    sqlite3_exec(database->handle(), "PRAGMA cache_size = 1", nullptr, nullptr, nullptr);
    auto load = Load::begin(*database, {});
    for (int i = 0; i < 50; ++i) {
      static_cast<void>(load->add({fmt::format("x{}", i), "", "", "", ""},
                                  make_document(std::string(20000, 'x')), {}));
    }
    _exit(0);  // as SIGKILL does: no destructor runs
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
}

TEST(Load, IsRolledBackAfterTheProcessWasKilled) {
  const TempFolder folder;
  const std::string db = folder.file("a.db");
  load_essay(db, "gas", kSampleText);
  const std::string before = content(db);
  kill_a_load(db);
  ASSERT_EQ(folder.list(), (std::vector<std::string>{"a.db", "a.db-journal"}));
  const auto database = Database::open_read_only(db);
  ASSERT_TRUE(database) << database.error().cause;
  EXPECT_EQ(ask(database->handle(), "SELECT id FROM documents"), "gas\n");
  EXPECT_EQ(content(db), before);
}

TEST(Load, StartsOverAfterTheFirstOneWasKilled) {
  const TempFolder folder;
  const std::string db = folder.file("a.db");
  kill_a_load(db);
  ASSERT_GT(std::filesystem::file_size(db), 0u);
  EXPECT_EQ(Database::open_read_only(db).error().cause,
            "not a steppe database (the file is empty)");
  kill_a_load(db);
  load_essay(db, "gas", kSampleText);
  load_essay(folder.file("b.db"), "gas", kSampleText);
  EXPECT_EQ(read_bytes(db), read_bytes(folder.file("b.db")));
}

TEST(Load, SaysThatTheDiskIsFull) {
  const TempFolder folder;
  auto database = Database::open_or_create(folder.file("a.db"));
  sqlite3_exec(database->handle(), "PRAGMA max_page_count = 200", nullptr, nullptr,
               nullptr);
  auto load = Load::begin(*database, {});
  ASSERT_TRUE(load);
  const auto outcome =
      load->add({"x", "", "", "", ""}, make_document(std::string(2000000, 'x')), {});
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().cause, "disk full");
  EXPECT_EQ(outcome.error().file, folder.file("a.db"));
}

TEST(Load, SeesThatTheFileWasRemoved) {
  const TempFolder folder;
  auto database = Database::open_or_create(folder.file("a.db"));
  std::filesystem::remove(folder.file("a.db"));
  const auto load = Load::begin(*database, {});
  ASSERT_FALSE(load);
  EXPECT_EQ(load.error().cause, "was moved or removed by another program");
}

// Two programs find no file; both loads arrive.
TEST(Load, SharesANewFileWithAnotherLoad) {
  const TempFolder folder;
  const std::string db = folder.file("a.db");
  auto first = Database::open_or_create(db);
  {
    auto second = Database::open_or_create(db);
    auto load = Load::begin(*second, {});
    ASSERT_TRUE(load->add({"b", "", "", "", ""}, make_document("Second."), {}));
    ASSERT_TRUE(load->commit());
  }
  auto load = Load::begin(*first, {});
  ASSERT_TRUE(load) << load.error().cause;
  ASSERT_TRUE(load->add({"a", "", "", "", ""}, make_document("First."), {}));
  ASSERT_TRUE(load->commit());
  EXPECT_EQ(ask_file(db, "SELECT id FROM documents"), "a\nb\n");
}

}  // namespace
}  // namespace steppe
