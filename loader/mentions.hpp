// Where actors are named in a sentence.
#pragma once

#include <string>
#include <vector>

#include "loader/language/tokens.hpp"
#include "loader/lexicon/tables.hpp"

namespace steppe {

/// A naming of an actor by its own words (pronouns and descriptions are resolved later).
struct NamedActor {
  std::size_t first_token = 0;  // half-open range of the block's tokens
  std::size_t last_token = 0;
  int actor = 0;     // index into the ActorList
  std::string form;  // name, adjective, people, seat, role, acronym
};

/// The actors of one essay: the lexicon's, then those that the text adds.
class ActorList {
 public:
  explicit ActorList(const Lexicon::Tables& tables) : tables_(tables) {}

  [[nodiscard]] const Actor& operator[](int i) const {
    const auto n = static_cast<int>(tables_.actors.size());
    return i < n ? tables_.actors[static_cast<std::size_t>(i)]
                 : added_[static_cast<std::size_t>(i - n)];
  }
  /// The actor that a name of the text stands for; made where it is new.
  int propose(const std::string& name);
  /// The actor proposed under a name, or -1.
  [[nodiscard]] int proposed(std::string_view name) const;
  [[nodiscard]] int find(std::string_view id) const;
  /// A short name that the text gives an actor: "the Gulf Cooperation Council (GCC)".
  void add_alias(const std::string& text, int actor);
  [[nodiscard]] const Lexicon::Tables& tables() const { return tables_; }
  [[nodiscard]] int alias(std::string_view text) const;

 private:
  const Lexicon::Tables& tables_;
  std::vector<Actor> added_;
  StringMap<int> by_id_;
  StringMap<int> aliases_;
};

/// Counts of how often each actor was meant so far: decides
/// between the actors of one name.
using ActorCounts = std::vector<int>;

/// Longest names first, left to right. Of several actors with one name, the one that the
/// essay has named most, else the first in the lexicon.
[[nodiscard]] std::vector<NamedActor> find_names(const std::vector<Token>& tokens,
                                                 std::size_t first, std::size_t last,
                                                 ActorList& actors, ActorCounts& counts);

/// "Collective Security Treaty Organization" ->
/// "collective-security-treaty-organization".
[[nodiscard]] std::string actor_id(std::string_view name);

}  // namespace steppe
