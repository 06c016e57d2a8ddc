// See schema/choices.hpp.
#include "schema/choices.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "schema/fold.hpp"

namespace steppe {
namespace {

constexpr std::size_t kMaxListed = 12;  // values that fit into an error message

constexpr const char* kActorAliases =
    "SELECT actor, alias FROM actor_aliases ORDER BY alias, actor, form";

// Whether the choices are a SELECT ... FROM actors. A longer name ("actors_x") is another
// table.
bool chooses_actors(const ReportParam& param) {
  constexpr std::u32string_view kFrom = U"from actors";
  const std::u32string sql = folded(param.choices_sql);
  const std::size_t at = sql.find(kFrom);
  return at != std::u32string::npos &&
         (at + kFrom.size() == sql.size() ||
          std::u32string_view(U" \t\n;)").find(sql[at + kFrom.size()]) !=
              std::u32string_view::npos);
}

// `rank` is that of the second column; 1 stands for a label, beside which the value
// itself counts.
Status add_choices(const Connection& connection, std::string_view sql, int rank,
                   std::vector<Choice>& choices) {
  auto query = Query::prepare(connection, sql);
  if (!query) return query.error();
  auto row = query->next();
  for (; row && *row; row = query->next()) {
    const std::string value = query->text(0);
    const std::string name = query->text(1);
    choices.push_back({value, name, folded(name), rank});
    if (rank == 1) choices.push_back({value, value, folded(value), 0});
  }
  if (!row) return row.error();
  return Done{};
}

// The values that fit best, by the lowest rank that has any.
std::set<std::string> fitting_values(const std::vector<Choice>& choices,
                                     const std::string& typed) {
  const std::u32string meant = folded(typed);
  std::set<std::string> values;
  int best = 3;
  for (const Choice& choice : choices) {
    if (choice.folded != meant || choice.rank > best) continue;
    if (choice.rank < best) values.clear();
    best = choice.rank;
    values.insert(choice.value);
  }
  return values;
}

// The nearest name, else the values where they are few; a handful of actors is no closed
// list.
std::string hint(const std::vector<Choice>& choices, const ReportParam& param,
                 const std::string& typed) {
  std::vector<std::string> names;
  std::set<std::string> values;
  for (const Choice& choice : choices) {
    if (!choice.name.empty()) names.push_back(choice.name);
    values.insert(choice.value);
  }
  const std::string meant = nearest_name(typed, names);
  if (!meant.empty()) return fmt::format(" (did you mean \"{}\"?)", meant);
  if (values.size() > kMaxListed || values.empty() || chooses_actors(param)) return "";
  return fmt::format(" ({})", fmt::join(values, ", "));
}

}  // namespace

Result<std::vector<Choice>> read_choices(const Connection& connection,
                                         const ReportParam& param) {
  std::vector<Choice> choices;
  if (param.choices_sql.empty()) return choices;
  if (Status s = add_choices(connection, param.choices_sql, 1, choices); !s)
    return s.error();
  if (!chooses_actors(param)) return choices;
  for (const auto& [sql, rank] :
       {std::pair("SELECT id, name FROM actors ORDER BY name, id", 1),
        std::pair(kActorAliases, 2)}) {
    if (Status s = add_choices(connection, sql, rank, choices); !s) return s.error();
  }
  return choices;
}

bool is_choice(const std::vector<Choice>& choices, const std::string& typed) {
  return !fitting_values(choices, typed).empty();
}

Result<std::string> choose(const std::vector<Choice>& choices, const ReportParam& param,
                           const std::string& typed) {
  if (param.choices_sql.empty()) return typed;
  const std::set<std::string> values = fitting_values(choices, typed);
  if (values.size() == 1) return *values.begin();
  if (values.empty()) {
    return Error{ErrorCode::usage, fmt::format("unknown {} \"{}\"{}", param.name, typed,
                                               hint(choices, param, typed))};
  }
  return Error{ErrorCode::usage,
               fmt::format("\"{}\" may be any of {}", typed, fmt::join(values, ", "))};
}

}  // namespace steppe
