// A small essay with its coding written by hand, and ways to load and ask it: what the
// tests of database, load and reports share. It needs neither reader nor rules.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <string>
#include <vector>

#include "loader/load.hpp"

namespace steppe {

inline Document make_document(const std::string& raw) {
  Document document;
  document.raw = raw;
  document.line_starts = {0};
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\n') document.line_starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  Block block;
  block.text = raw;
  const auto size = static_cast<std::uint32_t>(raw.size());
  block.pieces = {{0, size, 0, size}};
  document.blocks = {block};
  return document;
}

inline Span find_span(const Document& document, const std::string& words) {
  const std::size_t at = document.raw.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline std::string words_between(const Document& document, const std::string& before,
                                 const std::string& after) {
  const std::size_t start = find_span(document, before).end_byte;
  return document.raw.substr(start, find_span(document, after).start_byte - start);
}

inline Sentence make_sentence(const Document& document, const std::string& words,
                              const std::string& outcome,
                              const std::string& block = "paragraph") {
  const Span span = find_span(document, words);
  return {span, document.line_of(span.start_byte), -1, block, words, outcome};
}

inline Statement make_statement(const Document& document, Kind kind,
                                const std::string& theme, const std::string& quote,
                                int sentence, std::vector<StatementActor> actors) {
  Statement statement;
  statement.kind = kind;
  statement.theme = theme;
  statement.quote = quote;
  statement.span = find_span(document, quote);
  statement.line = document.line_of(statement.span.start_byte);
  statement.sentence = sentence;
  statement.actors = std::move(actors);
  statement.rule = "test.rule";
  return statement;
}

inline const std::string kSampleText =
    "Gas and borders\n"
    "Russia wants to sell gas to China.\n"
    "Central Asia fears unrest.\n"
    "Russia has an interest in stability.\n"
    "Nobody knows.\n"
    "The Wagner Group is near Russia.\n"
    "Footer\n";

inline std::vector<Actor> sample_actors() {
  return {{"CHN",
           "China",
           "state",
           "built-in",
           {{"Beijing", "seat"}, {"Chinese", "adjective"}},
           {}},
          {"KAZ", "Kazakhstan", "state", "built-in", {{"Kazakh", "adjective"}}, {}},
          {"RUS",
           "Russia",
           "state",
           "built-in",
           {{"Moscow", "seat"}, {"Russian", "adjective"}, {"Russian Federation", "name"}},
           {}},
          {"TUR",
           "Türkiye",
           "state",
           "built-in",
           {{"Turkey", "name"}, {"capital", "role"}},
           {}},
          {"central-asia",
           "Central Asia",
           "region",
           "built-in",
           {{"Central Asian", "adjective"}, {"capital", "role"}},
           {"KAZ", "TUR"}},
          {"wagner-group",
           "Wagner Group",
           "unknown",
           "text",
           {{"Wagner Group", "name"}},
           {}}};
}

inline Extraction sample_extraction(const Document& document) {
  Extraction e;
  e.sections = {{-1, 1, "Gas and borders", 1}};
  e.sentences = {
      make_sentence(document, "Gas and borders", "heading", "heading"),
      make_sentence(document, "Russia wants to sell gas to China.", "coded"),
      make_sentence(document, "Central Asia fears unrest.", "coded"),
      make_sentence(document, "Russia has an interest in stability.", "coded"),
      make_sentence(document, words_between(document, "stability.\n", "\nThe Wagner"),
                    "no-cue"),
      make_sentence(document, "The Wagner Group is near Russia.", "no-cue"),
      make_sentence(document, "Footer", "skipped", "skipped")};
  for (std::size_t i = 1; i < e.sentences.size(); ++i) e.sentences[i].section = 0;
  e.actors = sample_actors();
  e.mentions = {{1, "RUS", find_span(document, "Russia"), "name", -1},
                {1, "CHN", find_span(document, "China"), "name", -1},
                {2, "central-asia", find_span(document, "Central Asia"), "name", -1},
                {3, "RUS", find_span(document, "Russia has"), "pronoun", 0},
                {5, "wagner-group", find_span(document, "Wagner Group"), "name", -1},
                {5, "RUS", find_span(document, "Russia.\n"), "name", -1}};
  e.statements = {
      make_statement(document, Kind::goal, "energy", "sell gas to China", 1,
                     {{Role::holder, "RUS", 0}, {Role::target, "CHN", 1}}),
      make_statement(document, Kind::concern, "security", "unrest", 2,
                     {{Role::holder, "central-asia", 2}, {Role::target, "RUS", -1}}),
      make_statement(document, Kind::interest, "security", "stability", 3,
                     {{Role::holder, "RUS", 3}})};
  e.statements[0].evidence = {{"cue", find_span(document, "wants")},
                              {"cue", find_span(document, "wants")},
                              {"subject", find_span(document, "Russia")}};
  return e;
}

inline std::vector<RuleInfo> sample_rules() {
  return {{"test.rule", std::nullopt, "{ACTOR} verb {NP}", "Russia wants [gas]."},
          {"test.spare", Kind::goal, "never", ""}};
}

/// Loads one essay, and fails the test where that fails.
inline LoadOutcome load_essay(const std::string& path, const std::string& id,
                              const std::string& text) {
  auto database = Database::open_or_create(path);
  EXPECT_TRUE(database) << database.error().cause;
  auto load = Load::begin(*database, sample_rules());
  EXPECT_TRUE(load) << load.error().cause;
  const Document document = make_document(text);
  const auto outcome =
      load->add({id, "", "", "", id + ".txt"}, document, sample_extraction(document));
  EXPECT_TRUE(outcome) << outcome.error().cause;
  const Status committed = load->commit();
  EXPECT_TRUE(committed) << committed.error().cause;
  return outcome ? *outcome : LoadOutcome::unchanged;
}

/// The rows of a statement, columns separated by '|', NULL as "-"; or the error's words.
inline std::string rows_of(sqlite3_stmt* statement) {
  std::string out;
  int code = sqlite3_step(statement);
  for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
      if (i > 0) out.push_back('|');
      out.append(text ? text : "-");
    }
    out.push_back('\n');
  }
  if (code != SQLITE_DONE)
    out += std::string("error: ") + sqlite3_errmsg(sqlite3_db_handle(statement));
  return out;
}

inline std::string ask(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
    return std::string("error: ") + sqlite3_errmsg(db);
  }
  const std::string rows = rows_of(statement);
  sqlite3_finalize(statement);
  return rows;
}

/// Asks a file as any program would that knows SQLite only.
inline std::string ask_file(const std::string& path, const std::string& sql) {
  sqlite3* db = nullptr;
  EXPECT_EQ(sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr),
            SQLITE_OK);
  const std::string rows = ask(db, sql);
  sqlite3_close(db);
  return rows;
}

}  // namespace steppe
