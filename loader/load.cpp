// One load: a transaction that adds, replaces or leaves documents, and leaves the rest of
// the database as if it had been loaded afresh. See loader/load.hpp.
//
// Foreign keys are checked at the end, since an essay's rows name each other in both
// directions. A load that changed nothing is rolled back: not even SQLite's change
// counter moves, and the file stays the same to the byte. Tested by tests/load_test.cpp.
#include "loader/load.hpp"

#include <fmt/format.h>

#include <set>

#include "loader/digest.hpp"
#include "loader/rows.hpp"
#include "loader/sha256.hpp"
#include "schema/catalogue.hpp"
#include "schema/sqlite.hpp"

namespace steppe {

struct Load::State {
  Connection connection;
  std::vector<RuleInfo> rules;
  std::optional<Rows> rows;
  std::set<std::string> ids;  // of the documents of this load
  bool is_open = false;       // between BEGIN and COMMIT
  bool is_changed = false;
  bool is_failed = false;

  State(const Database& database, const std::vector<RuleInfo>& its_rules)
      : connection(database), rules(its_rules) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { roll_back(); }

  Status begin();
  void roll_back();
  Result<LoadOutcome> add(const LoadItem& item, const Document& document,
                          const Extraction& extraction);
  Result<LoadOutcome> compare(const LoadItem& item, const Document& document,
                              const Extraction& extraction);
  Status write_rules();
  Status remove_unused_actors();
};

namespace {

// A file that was removed while it waited for its turn would take the load along.
Status check_file_in_place(const Connection& connection) {
  int has_moved = 0;
  sqlite3_file_control(connection.handle, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
  if (has_moved == 0) return Done{};
  return Error{ErrorCode::cannot_open, "was moved or removed by another program",
               connection.file};
}

}  // namespace

Status Load::State::begin() {
  const Status begun = execute(connection, "BEGIN IMMEDIATE");
  is_open = begun.has_value();
  if (Status s = check_file_in_place(connection); !s) return s;
  if (!begun) return begun;
  const auto is_new = create_schema(connection);
  if (!is_new) return is_new.error();
  is_changed = *is_new;
  if (Status s = execute(connection, "PRAGMA defer_foreign_keys = ON"); !s) return s;
  auto prepared = Rows::prepare(connection);
  if (!prepared) return prepared.error();
  rows.emplace(*std::move(prepared));
  return Done{};
}

void Load::State::roll_back() {
  rows.reset();
  if (is_open && sqlite3_get_autocommit(connection.handle) == 0) {
    static_cast<void>(execute(connection, "ROLLBACK"));
  }
  is_open = false;
}

// What adding the document would do.
Result<LoadOutcome> Load::State::compare(const LoadItem& item, const Document& document,
                                         const Extraction& extraction) {
  auto query =
      Query::prepare(connection, "SELECT sha256, coding FROM documents WHERE id = ?");
  if (!query) return query.error();
  query->start(item.id);
  const auto row = query->next();
  if (!row) return row.error();
  if (!*row) return LoadOutcome::added;
  const bool is_same = query->text(0) == sha256(document.raw) &&
                       query->text(1) == coding_digest(item, document, extraction);
  return is_same ? LoadOutcome::unchanged : LoadOutcome::replaced;
}

Result<LoadOutcome> Load::State::add(const LoadItem& item, const Document& document,
                                     const Extraction& extraction) {
  const auto outcome = compare(item, document, extraction);
  if (!outcome) return outcome;
  const bool is_first = ids.insert(item.id).second;
  if (*outcome == LoadOutcome::unchanged) return outcome;
  if (!is_first) {
    return Error{ErrorCode::usage,
                 fmt::format("another essay of this load has the id \"{}\"", item.id),
                 item.source};
  }
  is_changed = true;
  if (*outcome == LoadOutcome::replaced) {
    if (Status s = rows->remove(item.id); !s) return s.error();
  }
  if (Status s = rows->insert(item, document, extraction); !s) return s.error();
  return outcome;
}

// The rules at hand, and those of other loads that statements still name.
Status Load::State::write_rules() {
  if (Status s = execute(connection,
                         "DELETE FROM rules WHERE id NOT IN"
                         " (SELECT rule FROM statements WHERE rule IS NOT NULL)");
      !s) {
    return s;
  }
  auto query =
      Query::prepare(connection,
                     "INSERT INTO rules (id, kind, pattern, example) VALUES (?, ?, ?, ?)"
                     " ON CONFLICT DO UPDATE SET kind = excluded.kind,"
                     " pattern = excluded.pattern, example = excluded.example");
  if (!query) return query.error();
  for (const RuleInfo& rule : rules) {
    const auto kind = rule.kind ? std::optional(kind_name(*rule.kind)) : std::nullopt;
    const auto example =
        rule.example.empty() ? std::nullopt : std::optional(rule.example);
    if (Status s = query->run(rule.id, kind, rule.pattern, example); !s) return s;
  }
  return Done{};
}

// A replaced document may have been the last to name an actor.
Status Load::State::remove_unused_actors() {
  return execute(
      connection,
      "WITH RECURSIVE used (id) AS ("
      "  SELECT actor FROM mentions WHERE actor IS NOT NULL"
      "  UNION SELECT actor FROM statement_actors"
      "  UNION SELECT m.member FROM used JOIN actor_members AS m ON m.actor = used.id)"
      " DELETE FROM actors WHERE id NOT IN used;"
      "DELETE FROM actor_aliases WHERE actor NOT IN (SELECT id FROM actors);"
      "DELETE FROM actor_members WHERE actor NOT IN (SELECT id FROM actors)");
}

Result<Load> Load::begin(Database& database, const std::vector<RuleInfo>& rules) {
  auto state = std::make_unique<State>(database, rules);
  if (Status s = state->begin(); !s) return s.error();
  return Load(std::move(state));
}

Result<LoadOutcome> Load::add(const LoadItem& item, const Document& document,
                              const Extraction& extraction) {
  auto outcome = state_->add(item, document, extraction);
  if (!outcome) state_->is_failed = true;
  return outcome;
}

Status Load::commit() {
  State& state = *state_;
  if (!state.is_open || state.is_failed) {
    return Error{ErrorCode::sql, "nothing was loaded, since a document failed",
                 state.connection.file};
  }
  if (!state.is_changed) {
    state.roll_back();
    return Done{};
  }
  if (Status s = state.remove_unused_actors(); !s) return s;
  if (Status s = state.write_rules(); !s) return s;
  if (Status s = fill_catalogue(state.connection); !s) return s;
  if (Status s = execute(state.connection, "COMMIT"); !s) return s;
  state.rows.reset();
  state.is_open = false;
  return Done{};
}

Load::Load(std::unique_ptr<State> state) : state_(std::move(state)) {}
Load::Load(Load&&) noexcept = default;
Load& Load::operator=(Load&&) noexcept = default;
Load::~Load() = default;

}  // namespace steppe
