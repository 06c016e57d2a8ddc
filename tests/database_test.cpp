#include "steppe/database.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <set>
#include <sstream>

#include "schema/embedded.hpp"
#include "tests/sample_essay.hpp"
#include "tests/temp_folder.hpp"

namespace steppe {
namespace {

namespace fs = std::filesystem;

// What both ways to open say of a path.
struct Refusal {
  ErrorCode code;
  std::string cause;
};

void expect_refused(const std::string& path, const Refusal& refusal) {
  const auto read = Database::open_read_only(path);
  const auto write = Database::open_or_create(path);
  for (const auto* opened : {&read, &write}) {
    ASSERT_FALSE(*opened) << path;
    EXPECT_EQ(opened->error().code, refusal.code) << path;
    EXPECT_EQ(opened->error().cause, refusal.cause) << path;
    EXPECT_EQ(opened->error().file, path);
  }
}

TEST(Database, RefusesWhatIsNoSteppeDatabase) {
  const TempFolder folder;
  const std::string text = folder.file("essay.txt");
  write_bytes(text, "An essay, not a database.\n");
  expect_refused(
      text, {ErrorCode::not_a_database, "not a steppe database (not an SQLite file)"});

  const std::string foreign = folder.file("foreign.db");
  sqlite3* db = nullptr;
  sqlite3_open(foreign.c_str(), &db);
  sqlite3_exec(db, "CREATE TABLE documents (id)", nullptr, nullptr, nullptr);
  sqlite3_close(db);
  const std::string before = read_bytes(foreign);
  expect_refused(foreign, {ErrorCode::not_a_database, "not a steppe database"});
  EXPECT_EQ(read_bytes(foreign), before);

  expect_refused(folder.file(""), {ErrorCode::cannot_open, "is a folder"});
  expect_refused("/dev/null", {ErrorCode::cannot_open, "is not a regular file"});
  EXPECT_EQ(folder.list(), (std::vector<std::string>{"essay.txt", "foreign.db"}));
}

TEST(Database, RefusesANewerSchema) {
  const TempFolder folder;
  const std::string path = folder.file("a.db");
  load_essay(path, "gas", kSampleText);
  ask_file(path, "PRAGMA user_version = 7");
  expect_refused(path, {ErrorCode::not_a_database,
                        "made by a newer steppe (schema 7, this program knows 1)"});
}

TEST(Database, DoesNotMakeAFileByReading) {
  const TempFolder folder;
  for (const char* name :
       {"none.db", ":memory:", "file:x.db?mode=memory", "none/none.db"}) {
    const auto opened = Database::open_read_only(folder.file(name));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::cannot_open);
    EXPECT_EQ(opened.error().cause, "no such file");
  }
  EXPECT_FALSE(Database::open_read_only(":memory:"));
  EXPECT_FALSE(Database::open_read_only(""));
  EXPECT_TRUE(folder.list().empty());
}

TEST(Database, NeedsTheFolder) {
  const TempFolder folder;
  const auto opened = Database::open_or_create(folder.file("none/a.db"));
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::cannot_open);
  EXPECT_EQ(opened.error().cause, "no such folder");
}

TEST(Database, ObeysPermissions) {
  if (geteuid() == 0) GTEST_SKIP() << "root may do anything";
  const TempFolder folder;
  const std::string path = folder.file("a.db");
  load_essay(path, "gas", kSampleText);
  chmod(path.c_str(), 0400);
  EXPECT_TRUE(Database::open_read_only(path));
  EXPECT_EQ(Database::open_or_create(path).error().cause, "cannot be written");
  chmod(path.c_str(), 0);
  EXPECT_EQ(Database::open_read_only(path).error().cause, "Permission denied");
}

TEST(Database, LeavesNoFileWhereNothingIsCommitted) {
  const TempFolder folder;
  { EXPECT_TRUE(Database::open_or_create(folder.file("a.db"))); }
  EXPECT_TRUE(folder.list().empty());
}

// A killed first load leaves an empty file: nothing to read, but a load may fill it.
TEST(Database, TakesAnEmptyFileForANewOne) {
  const TempFolder folder;
  const std::string path = folder.file("a.db");
  write_bytes(path, "");
  EXPECT_EQ(Database::open_read_only(path).error().cause,
            "not a steppe database (the file is empty)");
  { EXPECT_TRUE(Database::open_or_create(path)); }
  EXPECT_TRUE(fs::exists(path));
  load_essay(path, "gas", kSampleText);
  EXPECT_TRUE(Database::open_read_only(path));
}

TEST(Database, MarksItsFiles) {
  const TempFolder folder;
  const std::string path = folder.file("a.db");
  load_essay(path, "gas", kSampleText);
  EXPECT_EQ(ask_file(path, "PRAGMA application_id"), std::to_string(0x53747065) + "\n");
  EXPECT_EQ(ask_file(path, "PRAGMA user_version"), "1\n");
  EXPECT_EQ(ask_file(path, "PRAGMA page_size"), "4096\n");
  EXPECT_EQ(ask_file(path, "PRAGMA encoding"), "UTF-8\n");
  EXPECT_EQ(ask_file(path, "PRAGMA auto_vacuum"), "0\n");
  EXPECT_EQ(ask_file(path, "SELECT key, value FROM meta"),
            "generator|steppe 0.1.0\nschema|1\n");
  EXPECT_EQ(ask_file(path, "SELECT id, type, version FROM coders"),
            "rules|rules|0.1.0\n");
  EXPECT_EQ(
      ask_file(path, "SELECT id, label, ordinal FROM kinds ORDER BY ordinal LIMIT 2"),
      "goal|Goals|1\ninterest|Interests|2\n");
  EXPECT_EQ(
      ask_file(path, "SELECT id, parent, ordinal FROM themes ORDER BY ordinal LIMIT 2"),
      "economic|-|1\nsecurity|-|2\n");
}

TEST(Database, HasAllTablesAndViews) {
  const TempFolder folder;
  const std::string path = folder.file("a.db");
  load_essay(path, "gas", kSampleText);
  const auto database = Database::open_read_only(path);
  const char* kNames =
      "meta coders kinds themes rules documents sections sentences actors actor_aliases"
      " actor_members mentions statements statement_actors statement_spans reviews "
      "reports"
      " report_params sentences_fts coded goals interests concerns challenges "
      "commitments needs"
      " drivers outlooks citations positions ties affiliations cooccurrences uncoded"
      " unknown_actors orphans";
  std::istringstream names(kNames);
  for (std::string name; names >> name;) {
    const std::string rows = ask(database->handle(), "SELECT * FROM " + name);
    EXPECT_EQ(rows.find("error:"), std::string::npos) << name << ": " << rows;
  }
  // A view a kind: none forgotten, none empty of the kind that it is named for.
  EXPECT_EQ(ask(database->handle(), "SELECT count(*) FROM kinds"),
            std::to_string(kKindCount) + "\n");
}

// The kinds of the codebook are those of the C++ enumeration, in the same order.
TEST(Database, NamesTheKindsOfTheCode) {
  const TempFolder folder;
  const std::string path = folder.file("a.db");
  load_essay(path, "gas", kSampleText);
  std::string names;
  for (int i = 0; i < kKindCount; ++i)
    names += std::string(kind_name(static_cast<Kind>(i))) + "\n";
  EXPECT_EQ(ask_file(path, "SELECT id FROM kinds ORDER BY ordinal"), names);
  for (int i = 0; i < kKindCount; ++i) {
    const std::string kind(kind_name(static_cast<Kind>(i)));
    EXPECT_EQ(ask_file(path, "SELECT (SELECT count(*) FROM " + kind +
                                 "s) = (SELECT count(*) FROM"
                                 " coded WHERE kind = '" +
                                 kind + "')"),
              "1\n");
  }
}

// Documentation is made from these comments; SQLite keeps those that stand inside a
// statement.
TEST(Database, ExplainsEachTableViewAndColumn) {
  const TempFolder folder;
  const std::string path = folder.file("a.db");
  load_essay(path, "gas", kSampleText);
  const std::string kBare =
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE"
      " 'sentences_fts%' AND sql NOT LIKE '%' || char(10) || '  -- %'";
  EXPECT_EQ(ask_file(path, kBare), "");
}

TEST(Database, ReadsAtTheSameTimeAsOthers) {
  const TempFolder folder;
  const std::string path = folder.file("a.db");
  load_essay(path, "gas", kSampleText);
  const auto first = Database::open_read_only(path);
  const auto second = Database::open_read_only(path);
  EXPECT_EQ(ask(first->handle(), "SELECT count(*) FROM coded"), "3\n");
  EXPECT_EQ(ask(second->handle(), "SELECT count(*) FROM coded"), "3\n");
}

TEST(Database, WordsTheErrorsOfItsConnection) {
  const TempFolder folder;
  const std::string path = folder.file("a.db");
  load_essay(path, "gas", kSampleText);
  const auto database = Database::open_read_only(path);
  ask(database->handle(), "SELECT nowhere FROM coded");
  EXPECT_EQ(database->error().cause, "no such column: nowhere");
  EXPECT_EQ(database->error().code, ErrorCode::sql);
  EXPECT_EQ(database->error().file, path);
  ask(database->handle(), "DELETE FROM meta");
  EXPECT_EQ(database->error().cause,
            "opened for reading only: this statement could change a file");
}

}  // namespace
}  // namespace steppe
