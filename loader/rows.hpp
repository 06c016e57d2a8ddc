// Writes the rows of one essay, and takes them away again. The statements are prepared
// once a load. Private to load.cpp, which owns the transaction. Tested by
// tests/load_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "loader/load.hpp"
#include "schema/sqlite.hpp"

namespace steppe {

class Rows {
 public:
  /// The connection must outlive the rows, and its tables exist.
  [[nodiscard]] static Result<Rows> prepare(const Connection& connection);

  [[nodiscard]] Status insert(const LoadItem& item, const Document& document,
                              const Extraction& extraction);
  /// Removes a document with all that hangs on it, except its reviews.
  [[nodiscard]] Status remove(const std::string& document);

 private:
  /// The first id that each kind of row of the document at hand gets: ids go up by one in
  /// the order of the Extraction, so that index i is row first + i.
  struct FirstIds {
    std::int64_t section = 0;
    std::int64_t sentence = 0;
    std::int64_t mention = 0;
    std::int64_t statement = 0;
  };

  Rows() = default;
  [[nodiscard]] Result<FirstIds> first_ids();
  [[nodiscard]] Status insert_document(const LoadItem& item, const Document& document,
                                       const Extraction& extraction);
  [[nodiscard]] Status insert_sections(const std::string& document,
                                       const Extraction& extraction);
  [[nodiscard]] Status insert_sentences(const std::string& document,
                                        const Extraction& extraction);
  [[nodiscard]] Status insert_actors(const Extraction& extraction);
  [[nodiscard]] Status insert_names(const Actor& actor);
  [[nodiscard]] Status insert_mentions(const Extraction& extraction);
  [[nodiscard]] Status insert_statements(const std::string& document,
                                         const Document& source,
                                         const Extraction& extraction);
  [[nodiscard]] Status insert_parts(std::int64_t id, const Statement& statement,
                                    const std::vector<Span>& pieces);

  enum Sql {
    kNextIds,
    kDocument,
    kSection,
    kSentence,
    kSearch,
    kActor,
    kForgetAliases,
    kForgetMembers,
    kAlias,
    kMember,
    kMention,
    kStatement,
    kStatementActor,
    kStatementSpan,
    kForgetSearch,
    kForgetDocument,
    kSqlCount
  };
  Query& query(Sql sql) { return queries_[sql]; }

  std::vector<Query> queries_;  // by Sql
  FirstIds first_;
};

}  // namespace steppe
