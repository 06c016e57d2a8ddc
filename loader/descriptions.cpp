// Who a description means: "both sides", "the bloc", "the generals in Naypyidaw",
// "relations with X".
//
// The part of the Discourse (reference.hpp) that reads nouns; reference.cpp reads names
// and pronouns. Tested by tests/reference_test.cpp.
#include <algorithm>

#include "loader/reference.hpp"

namespace steppe {
namespace {

std::size_t number_of(std::string_view w) {
  constexpr std::string_view kNumbers[] = {"two", "three", "four",  "five",
                                           "six", "seven", "eight", "nine"};
  for (std::size_t i = 0; i < std::size(kNumbers); ++i) {
    if (w == kNumbers[i]) return i + 2;
  }
  return w == "both" || w == "neither" || w == "either" ? 2 : 0;
}

}  // namespace

// "both", "the two countries", "the three": the latest group of that many actors.
Referent Discourse::group_of(std::size_t number, const Who& as) {
  for (auto e = history_.rbegin(); e != history_.rend(); ++e) {
    if (e->paragraph != paragraph_) break;
    if (e->actors.size() == number) return as_all(e->actors, as);
  }
  const bool titled = topic_.titled && topic_.actors.size() == number;
  const bool section =
      topic_.section.size() == number &&
      (!titled || std::any_of(topic_.section.begin(), topic_.section.end(), [&](int a) {
        return std::find(topic_.actors.begin(), topic_.actors.end(), a) !=
               topic_.actors.end();
      }));
  if (section) return as_all(topic_.section, as);
  if (number == 2 && topic_.titled && topic_.actors.size() == 1 &&
      topic_.section.size() == 1 &&
      topic_.actors != topic_.section) {  // "Kazakhstan’s policy": "The Chinese vector"
    return as_all({topic_.actors.front(), topic_.section.front()}, as);
  }
  if (titled) return as_all(topic_.actors, as);
  for (auto e = history_.rbegin(); e != history_.rend(); ++e) {
    if (e->actors.size() == number) return as_all(e->actors, as);
    const bool whole = e->actors.size() == 1 && is_group(e->actors.front()) &&
                       actors_[e->actors.front()].members.size() == number;
    if (whole) return as_all(e->actors, as);
  }
  for (const int actor : topic_.actors) {
    if (actors_[actor].members.size() == number) return as_all({actor}, as);
  }
  if (number > 2) return {};
  std::vector<int> latest;
  for (auto e = history_.rbegin(); e != history_.rend() && latest.size() < number; ++e) {
    for (const int actor : e->actors) {
      if (std::find(latest.begin(), latest.end(), actor) == latest.end())
        latest.push_back(actor);
    }
  }
  return latest.size() == number ? as_all(latest, as) : Referent{};
}

Referent Discourse::by_type(const std::vector<std::string_view>& types, const Who& as) {
  const auto fits = [&](int actor) {
    return std::find(types.begin(), types.end(), actors_[actor].type) != types.end();
  };
  for (const bool subject : {true, false}) {
    for (auto e = history_.rbegin(); e != history_.rend(); ++e) {
      if (subject && (!e->subject || e->paragraph != paragraph_)) continue;
      if (e->actors.size() == 1 && fits(e->actors.front())) return as_all(e->actors, as);
    }
  }
  for (const std::vector<int>* list : {&topic_.section, &topic_.actors}) {
    for (const int actor : *list) {
      if (fits(actor)) return as_all({actor}, as);
    }
  }
  return {};
}

// Whether a name holds a noun as a word of its own: "Arctic Council" holds "council".
bool holds_noun(std::string_view name, std::string_view noun) {
  const std::string lower = fold_case(name);
  const std::size_t at = lower.find(noun);
  if (at == std::string::npos || lower.size() == noun.size()) return false;
  const std::size_t end = at + noun.size();
  return (at == 0 || lower[at - 1] == ' ') && (end == lower.size() || lower[end] == ' ');
}

// "the Alliance", "the islands", "the Forum": an actor whose usual name holds the noun,
// else one with another name that does.
Referent Discourse::by_noun(std::string_view noun, const Who& as) {
  const auto usual = [&](int actor) { return holds_noun(actors_[actor].name, noun); };
  const auto other = [&](int actor) {
    const std::vector<Alias>& aliases = actors_[actor].aliases;
    return std::any_of(aliases.begin(), aliases.end(), [&](const Alias& alias) {
      return alias.form == "name" && holds_noun(alias.text, noun);
    });
  };
  const auto find = [&](const auto& holds) {
    for (auto e = history_.rbegin(); e != history_.rend(); ++e) {
      if (e->actors.size() == 1 && holds(e->actors.front())) return e->actors.front();
    }
    for (const int actor : topic_.actors) {
      if (holds(actor)) return actor;
    }
    return -1;
  };
  int found = find(usual);
  if (found < 0) found = find(other);
  return found < 0 ? Referent{} : as_all({found}, as);
}

Referent Discourse::resolve_description(const Place& place, const NounPhrase& np) {
  const Syntax& syntax = place.sentence.syntax;
  const Lexicon::Tables& tables = actors_.tables();
  const Token& head = syntax.token(np.head);
  const std::string_view noun = head.noun_lemma();
  const std::string_view opener = syntax.lower(np.first);
  const Who as = {-1, place.sentence.core_span(np.first, np.last), "description"};
  std::size_t number = 0;
  for (int i = np.first; i < np.last && number == 0; ++i)
    number = number_of(syntax.lower(i));
  const bool body = tables.in_set(noun, "actor-noun") || tables.in_set(noun, "body-noun");
  const bool bare = np.last - np.first <= 2 && np.head == np.last - 1 &&
                    (head.is(Tag::number) || number_of(head.lower()) > 0);
  if (number > 0 && (body || bare) && opener != "a") {
    if (syntax.lower(np.last) == "of") return {};
    return group_of(number, as);
  }
  if (opener == "each" && (np.last == np.first + 1 || body)) return group_of(2, as);
  const bool definite = opener == "the" || opener == "this" || opener == "these" ||
                        opener == "that" || opener == "those" || opener == "its";
  if (!definite || np.last - np.first > 4) return {};
  if (head.capital || head.is(Tag::nouns)) {
    if (Referent named = by_noun(head.lower(), as); !named.empty()) return named;
  }
  // "the Administration", "the Parties" of a text that speaks for them
  const bool spoken_for =
      head.capital && np.head > 0 && (body || noun == "administration");
  if (spoken_for && !topic_.author.empty()) return as_all(topic_.author, as);
  if (noun == "region" || noun == "continent") return by_type({"region"}, as);
  if (tables.in_set(noun, "organization-noun")) {
    if (Referent named = by_noun(noun, as); !named.empty()) return named;
    const bool movement =
        noun == "movement" || noun == "group" || noun == "party" || noun == "company";
    if (movement) return by_type({"non-state", "unknown", "group", "organization"}, as);
    return by_type({"organization", "unknown"}, as);
  }
  if (tables.in_set(noun, "state-noun") && !head.is(Tag::nouns))
    return by_type({"state"}, as);
  if (head.is(Tag::nouns) && body) return from_history(true, true, as);
  return {};
}

// "Relations with Russia" are somebody's: of the section's or the essay's first other
// actor.
void Discourse::add_other_party(Referent& referent) const {
  if (referent.who.size() != 1) return;
  for (const std::vector<int>* list : {&topic_.section, &topic_.actors}) {
    for (const int actor : *list) {
      if (actor == referent.who.front().actor) continue;
      Who other = referent.who.front();
      other.actor = actor;
      return referent.add(other);
    }
  }
}

// "the governments of Russia and China", "officials in Tokyo", "relations between X and
// Y".
Referent Discourse::resolve_attributes(const Place& place, int phrase) {
  const Syntax& syntax = place.sentence.syntax;
  const NounPhrase& np = syntax.phrase(phrase);
  if (!syntax.is(np.last, Tag::preposition)) return {};
  const std::string_view word = syntax.lower(np.last);
  const Token& head = syntax.token(np.head);
  const std::string_view noun = head.lemma();
  const bool person = is_person(head);
  const bool between =
      word == "between" || word == "among" || word == "of" || word == "with";
  const bool inside = word == "in" || word == "from" || word == "at" || word == "within";
  const bool opens =
      (between && (person || actors_.tables().in_set(noun, "relation-noun"))) ||
      (inside && person);
  const int next = syntax.phrase_at(np.last + 1);
  if (!opens || next < 0 || next == phrase) return {};
  if (syntax.is(syntax.phrase(next).head, Tag::pronoun)) return {};
  Referent referent = resolve(place.block, place.sentence, next, true);
  if (word == "with") add_other_party(referent);
  referent.plural = syntax.is(np.head, Tag::nouns);
  return referent;
}

}  // namespace steppe
