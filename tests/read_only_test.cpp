// A database opened for reading stays as it is, and so does the folder around it,
// whatever is run.
#include "schema/read_only.hpp"

#include "tests/sample_essay.hpp"
#include "tests/temp_folder.hpp"

namespace steppe {
namespace {

class ReadOnly : public testing::Test {
 protected:
  ReadOnly() {
    load_essay(path_, "gas", kSampleText);
    before_ = read_bytes(path_);
    auto opened = Database::open_read_only(path_);
    EXPECT_TRUE(opened) << opened.error().cause;
    database_.emplace(*std::move(opened));
  }

  TempFolder folder_;
  std::string path_ = folder_.file("a.db");
  std::string before_;
  std::optional<Database> database_;
};

TEST_F(ReadOnly, RefusesWhateverCouldWrite) {
  const std::string other = folder_.file("other.db");
  const std::string kStatements[] = {
      "ATTACH '" + other + "' AS x",
      "ATTACH ':memory:' AS x",
      "ATTACH '' AS x",
      "DETACH main",
      "VACUUM",
      "VACUUM INTO '" + other + "'",
      "VACUUM main INTO '" + other + "'",
      "INSERT INTO meta VALUES ('a', 'b')",
      "REPLACE INTO meta VALUES ('schema', '2')",
      "UPDATE meta SET value = 'x'",
      "DELETE FROM documents",
      "DELETE FROM sqlite_schema",
      "INSERT INTO sqlite_schema VALUES ('table', 'x', 'x', 0, 'CREATE TABLE x(y)')",
      "WITH a AS (SELECT 1) INSERT INTO meta SELECT 'a', 'b' FROM a RETURNING *",
      "CREATE TABLE t (x)",
      "CREATE TEMP TABLE t (x)",
      "CREATE TABLE t AS SELECT 1",
      "CREATE VIEW v AS SELECT 1",
      "CREATE TEMP VIEW v AS SELECT 1",
      "CREATE INDEX i ON meta (value)",
      "CREATE TEMP TRIGGER t AFTER INSERT ON meta BEGIN SELECT 1; END",
      "CREATE VIRTUAL TABLE v USING fts5 (x)",
      "CREATE VIRTUAL TABLE temp.v USING fts5vocab (main, sentences_fts, row)",
      "DROP TABLE meta",
      "DROP VIEW coded",
      "DROP INDEX statements_by_code",
      "ALTER TABLE meta RENAME TO m",
      "ALTER TABLE meta ADD COLUMN x",
      "ANALYZE",
      "REINDEX",
      "INSERT INTO sentences_fts (sentences_fts) VALUES ('optimize')",
      "INSERT INTO sentences_fts (sentences_fts) VALUES ('delete-all')",
      "DELETE FROM sentences_fts_data",
      "SELECT load_extension('x')",
      "SELECT (SELECT Load_Extension('x', 'y'))",
      "PRAGMA writable_schema = 1",
      "PRAGMA writable_schema",
      "PRAGMA journal_mode = WAL",
      "PRAGMA journal_mode = DELETE",
      "PRAGMA main.journal_mode(OFF)",
      "PRAGMA user_version = 2",
      "PRAGMA application_id = 2",
      "PRAGMA schema_version = 2",
      "PRAGMA encoding = 'UTF-16'",
      "PRAGMA page_size = 512",
      "PRAGMA auto_vacuum = 1",
      "PRAGMA incremental_vacuum",
      "PRAGMA optimize",
      "PRAGMA wal_checkpoint",
      "PRAGMA query_only = 0",
      "PRAGMA trusted_schema = 1",
      "PRAGMA temp_store_directory = '/tmp'",
      "PRAGMA locking_mode = EXCLUSIVE",
      "PRAGMA foreign_keys = 0",
      "PRAGMA hard_heap_limit = 1",
      "PRAGMA shrink_memory",
  };
  for (const std::string& sql : kStatements) {
    const std::string rows = ask(database_->handle(), sql);
    EXPECT_TRUE(rows.starts_with("error")) << sql << ": " << rows;
  }
  EXPECT_EQ(folder_.list(), std::vector<std::string>{"a.db"});
  EXPECT_EQ(read_bytes(path_), before_);
}

// SQLITE_IGNORE makes this one a statement without effect rather than an error.
TEST_F(ReadOnly, KeepsTheSchema) {
  const std::string schema =
      ask(database_->handle(), "SELECT name, sql FROM sqlite_schema");
  ask(database_->handle(), "UPDATE sqlite_schema SET sql = 'x'");
  ask(database_->handle(), "UPDATE sqlite_master SET name = 'x' WHERE name = 'meta'");
  EXPECT_EQ(ask(database_->handle(), "SELECT name, sql FROM sqlite_schema"), schema);
  EXPECT_EQ(read_bytes(path_), before_);
}

TEST_F(ReadOnly, AllowsWhatReads) {
  const struct {
    const char* sql;
    const char* rows;
  } kCases[] = {
      {"SELECT 1", "1\n"},
      {"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) "
       "SELECT * FROM n",
       "1\n2\n3\n"},
      {"SELECT value FROM json_each('[1,2]')", "1\n2\n"},
      {"SELECT s.line FROM sentences_fts f JOIN sentences s ON s.id = f.rowid"
       " WHERE sentences_fts MATCH 'unrest'",
       "3\n"},
      {"SELECT highlight(sentences_fts, 0, '<', '>') FROM sentences_fts('unrest')",
       "Central Asia fears <unrest>.\n"},
      {"SELECT count(*) FROM pragma_table_info('coded')", "12\n"},
      {"SELECT kind, row_number() OVER (ORDER BY id) FROM coded LIMIT 1", "goal|1\n"},
      {"PRAGMA user_version", "1\n"},
      {"PRAGMA journal_mode", "delete\n"},
      {"PRAGMA integrity_check", "ok\n"},
      {"PRAGMA foreign_key_check", ""},
      {"PRAGMA table_info(meta)", "0|key|TEXT|1|-|1\n1|value|TEXT|1|-|0\n"},
      {"BEGIN", ""},
      {"SELECT count(*) FROM documents", "1\n"},
      {"COMMIT", ""},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(ask(database_->handle(), c.sql), c.rows) << c.sql;
  EXPECT_FALSE(
      ask(database_->handle(), "EXPLAIN QUERY PLAN SELECT * FROM coded").empty());
  EXPECT_FALSE(ask(database_->handle(), "PRAGMA table_list").empty());
}

}  // namespace
}  // namespace steppe
