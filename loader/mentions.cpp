// Longest match in the alias table, from each token on. Acronyms and short names that the
// text defines in brackets after a name join in. Tested by tests/mentions_test.cpp.
#include "loader/mentions.hpp"

#include <algorithm>

namespace steppe {
namespace {

// Compass words name a group of states only as "the West", in
// the middle of a sentence's clause.
bool is_compass(std::string_view word) {
  return word == "west" || word == "east" || word == "north" || word == "south";
}

// Names are found before words are tagged: whether a word may be a noun or adjective.
bool may_be_noun(const Token& token) {
  if (token.word == nullptr) return false;
  constexpr int kUnlikely = 6;
  return std::any_of(token.word->readings.begin(), token.word->readings.end(),
                     [](const Reading& reading) {
                       return has(kNominal | tags(Tag::adjective), reading.tag) &&
                              reading.cost < kUnlikely;
                     });
}

class NameFinder {
 public:
  NameFinder(const std::vector<Token>& tokens, std::size_t last, ActorList& actors,
             ActorCounts& counts)
      : tokens_(tokens), last_(last), actors_(actors), counts_(counts) {}

  std::vector<NamedActor> run(std::size_t first) {
    first_ = first;
    for (std::size_t i = first; i < last_;) {
      if (!match_defined(i) && !match_listed(i)) {
        i = std::max(i + 1, skip_);
        continue;
      }
      const NamedActor& named = found_.back();
      count(named.actor);
      i = named.last_token;
      define_short_name(i);
    }
    return std::move(found_);
  }

 private:
  void count(int actor) {
    const auto index = static_cast<std::size_t>(actor);
    if (counts_.size() <= index) counts_.resize(index + 1, 0);
    ++counts_[index];
  }

  // A name that this essay has defined.
  bool match_defined(std::size_t i) {
    const Token& token = tokens_[i];
    if (!token.capital) return false;
    const int actor = actors_.alias(token.text);
    if (actor < 0) return false;
    found_.push_back({i, i + 1, actor, "acronym"});
    return true;
  }

  bool match_listed(std::size_t i) {
    if (tokens_[i].word == nullptr) return false;
    const auto entries = actors_.tables().aliases.find(tokens_[i].lower());
    if (entries == actors_.tables().aliases.end()) return false;
    const AliasEntry* best = nullptr;
    for (const AliasEntry& entry : entries->second) {
      if (best && entry.words.size() < best->words.size()) break;
      if (!matches(entry, i)) continue;
      // Of equal names, an adjective before a noun is one: "Chinese exporters".
      if (!best || preferred(entry, *best, i)) best = &entry;
    }
    if (!best) return false;
    if (best->actors.front() < 0) {  // "South China Sea": a name that holds a name
      skip_ = i + best->words.size();
      return false;
    }
    found_.push_back({i, i + best->words.size(), choose(*best), best->form});
    return true;
  }

  bool matches(const AliasEntry& entry, std::size_t i) const {
    if (i + entry.words.size() > last_) return false;
    std::size_t at = 0;  // in entry.text, for its capitals
    for (std::size_t k = 0; k < entry.words.size(); ++k) {
      const Token& token = tokens_[i + k];
      if (token.lower() != entry.words[k]) return false;
      while (at < entry.text.size() && entry.text[at] == ' ') ++at;
      const bool capital = (entry.text[at] >= 'A' && entry.text[at] <= 'Z') ||
                           static_cast<unsigned char>(entry.text[at]) >= 0xc3;
      if (capital && !token.capital && !token.hyphen && token.word) return false;
      at += token.text.size();
    }
    if (entry.words.size() == 1 && is_compass(entry.words[0])) {
      return i > first_ && tokens_[i - 1].lower() == "the" && !next_is_name(i);
    }
    return !entry.exact || entry.text == tokens_[i].text || same_dotted(entry.text, i);
  }
  bool next_is_name(std::size_t i) const {
    return i + 1 < last_ && tokens_[i + 1].capital;
  }

  // "U.S." and "U.S" are one: the last stop may close the sentence.
  bool same_dotted(std::string_view text, std::size_t i) const {
    return text.substr(0, text.size() - 1) == tokens_[i].text && text.back() == '.';
  }

  bool preferred(const AliasEntry& entry, const AliasEntry& best, std::size_t i) const {
    const std::size_t next = i + entry.words.size();
    const bool before_noun = next < last_ && may_be_noun(tokens_[next]);
    return before_noun ? entry.form == "adjective" && best.form != "adjective"
                       : entry.form == "people" && best.form == "adjective";
  }

  int choose(const AliasEntry& entry) const {
    int best = entry.actors.front();
    int most = 0;
    // "Moscow" is Russia, unless the essay speaks of the Soviet Union.
    for (const int actor : entry.actors) {
      if (actors_[best].type == "historical" && actors_[actor].type != "historical") {
        best = actor;
      }
    }
    for (const int actor : entry.actors) {
      const auto index = static_cast<std::size_t>(actor);
      const int n = index < counts_.size() ? counts_[index] : 0;
      if (n > most) {
        most = n;
        best = actor;
      }
    }
    return best;
  }

  // "the Gulf Cooperation Council (GCC)": the brackets hold
  // one capitalised word or acronym.
  void define_short_name(std::size_t i) {
    if (i + 2 >= last_ || !tokens_[i].is(Tag::open) || !tokens_[i + 2].is(Tag::close)) {
      return;
    }
    const Token& word = tokens_[i + 1];
    if (!word.all_capitals) return;
    actors_.add_alias(std::string(word.text), found_.back().actor);
  }

  const std::vector<Token>& tokens_;
  std::size_t first_ = 0;
  std::size_t last_;
  std::size_t skip_ = 0;
  ActorList& actors_;
  ActorCounts& counts_;
  std::vector<NamedActor> found_;
};

}  // namespace

std::string actor_id(std::string_view name) {
  std::string id;
  for (const char c : fold_case(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      id += c;
    } else if (static_cast<unsigned char>(c) < 0x80 && !id.empty() && id.back() != '-' &&
               c != '\'') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

int ActorList::find(std::string_view id) const {
  if (const auto built_in = tables_.actor_by_id.find(id);
      built_in != tables_.actor_by_id.end()) {
    return built_in->second;
  }
  const auto added = by_id_.find(id);
  return added == by_id_.end() ? -1 : added->second;
}

int ActorList::proposed(std::string_view name) const {
  const auto added = by_id_.find(actor_id(name));
  return added == by_id_.end() ? -1 : added->second;
}

int ActorList::propose(const std::string& name) {
  const std::string id = actor_id(name);
  if (id.empty()) return -1;
  if (const int known = find(id); known >= 0) return known;
  Actor actor;
  actor.id = id;
  actor.name = name;
  actor.type = "unknown";
  actor.origin = "text";
  actor.aliases.push_back({name, "name"});
  const int index = static_cast<int>(tables_.actors.size() + added_.size());
  added_.push_back(std::move(actor));
  by_id_.emplace(id, index);
  return index;
}

void ActorList::add_alias(const std::string& text, int actor) {
  aliases_.emplace(text, actor);
}

int ActorList::alias(std::string_view text) const {
  const auto known = aliases_.find(text);
  return known == aliases_.end() ? -1 : known->second;
}

std::vector<NamedActor> find_names(const std::vector<Token>& tokens, std::size_t first,
                                   std::size_t last, ActorList& actors,
                                   ActorCounts& counts) {
  return NameFinder(tokens, last, actors, counts).run(first);
}

}  // namespace steppe
