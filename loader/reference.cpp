// Tested by tests/reference_test.cpp.
#include "loader/reference.hpp"

#include <algorithm>

#include "loader/lexicon/wordnet.hpp"

namespace steppe {
namespace {

constexpr int kMaxDepth = 4;         // of pronouns that lead to pronouns in one sentence
constexpr std::size_t kMemory = 60;  // entities that a discourse looks back over

bool is_singular_pronoun(std::string_view w) {
  return w == "it" || w == "its" || w == "he" || w == "she" || w == "his" || w == "her" ||
         w == "itself" || w == "him";
}
bool is_plural_pronoun(std::string_view w) {
  return w == "they" || w == "their" || w == "them" || w == "themselves" ||
         w == "these" || w == "those" || w == "all" || w == "most" || w == "many";
}
bool is_first_person(std::string_view w) {
  return w == "we" || w == "our" || w == "us" || w == "ours" || w == "ourselves";
}

}  // namespace

void Referent::add(const Who& one) {
  for (const Who& known : who) {
    if (known.actor == one.actor) return;
  }
  who.push_back(one);
}

void Referent::add(const Referent& other) {
  for (const Who& one : other.who) add(one);
}

bool Discourse::is_group(int actor) const {
  const std::string& type = actors_[actor].type;
  return type == "region" || type == "group";
}

Referent Discourse::as_all(const std::vector<int>& actors, const Who& as) const {
  Referent referent;
  for (const int actor : actors) {
    Who one = as;
    one.actor = actor;
    referent.add(one);
  }
  referent.plural = referent.who.size() > 1;
  return referent;
}

// "Russia and China", "Uganda, Rwanda and Tanzania": the phrases joined with this one,
// itself first.
std::vector<int> Discourse::coordinated(const Syntax& syntax, int phrase) const {
  std::vector<int> chain = {phrase};
  bool joined = false;
  for (;;) {
    int i = syntax.phrase(chain.back()).last;
    const bool comma = syntax.is(i, Tag::comma);
    if (comma) ++i;
    const bool conjunction = syntax.is(i, Tag::conjunction) && syntax.lower(i) != "but";
    if (conjunction) ++i;
    const bool together = syntax.lower(i) == "together" && syntax.lower(i + 1) == "with";
    if (together) i += 2;
    while (syntax.is(i, Tag::adverb)) ++i;
    const int next = syntax.phrase_at(i);
    if ((!comma && !conjunction) || next < 0 || syntax.phrase(next).first != i) break;
    if (syntax.is(syntax.phrase(next).head, Tag::pronoun)) break;
    chain.push_back(next);
    if (conjunction || together) {
      joined = true;
      break;
    }
  }
  if (!joined) chain.resize(1);
  return chain;
}

Referent Discourse::resolve(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                            int phrase, bool animate) {
  if (phrase < 0) return {};
  Referent all;
  for (const int p : coordinated(sentence.syntax, phrase)) {
    if (p != phrase && is_own_company(block, sentence, p)) continue;
    const Referent one = resolve_one(block, sentence, p, animate);
    all.plural = all.plural || one.plural || !all.empty();
    all.thing = all.thing || one.thing;
    all.add(one);
  }
  return all;
}

// Whether a noun means people or a body that can act.
bool Discourse::is_person(const Token& head) const {
  return head.word != nullptr && (head.word->noun_file == wordnet::kPerson ||
                                  head.word->noun_file == wordnet::kGroup ||
                                  actors_.tables().in_set(head.lemma(), "body-noun") ||
                                  actors_.tables().in_set(head.lemma(), "actor-noun"));
}

// "the Council and its members": no party of its own.
bool Discourse::is_own_company(const AnalyzedBlock& block,
                               const AnalyzedSentence& sentence, int phrase) const {
  const NounPhrase& np = sentence.syntax.phrase(phrase);
  return sentence.syntax.is(np.first, Tag::possessive_pronoun) &&
         names_in(block, sentence, sentence.core_span(np.first, np.last)).empty();
}

Referent Discourse::resolve_one(const AnalyzedBlock& block,
                                const AnalyzedSentence& sentence, int phrase,
                                bool animate) {
  const Syntax& syntax = sentence.syntax;
  const NounPhrase& np = syntax.phrase(phrase);
  const Token& head = syntax.token(np.head);
  Referent referent;
  if (depth_ > kMaxDepth) return referent;
  ++depth_;
  for (const NamedActor* name :
       names_in(block, sentence, sentence.core_span(np.first, np.last))) {
    const Span text = {block.tokens[name->first_token].start,
                       block.tokens[name->last_token - 1].end};
    // A capital stands for its government as a head or possessor, not in "the Baku-Ceyhan
    // pipeline".
    const bool inner_seat = name->form == "seat" && text.end_byte != head.end &&
                            !(np.possessor_last >= 0 &&
                              text.end_byte < syntax.token(np.possessor_last).start) &&
                            !is_person(head);
    if (inner_seat) continue;
    // A name that is the head outranks one that only describes it: "Ukraine's neighbour
    // Moldova".
    if (text.end_byte == head.end && name->form != "adjective") referent.who.clear();
    referent.add({name->actor, text, name->form});
  }
  referent.plural = head.is(Tag::nouns) || referent.who.size() > 1;
  const Place place{block, sentence};
  if (referent.empty()) referent = resolve_pronoun(place, phrase, animate);
  if (referent.empty() &&
      np.possessor_last > np.first + 1) {  // "The Council’s own objectives"
    NounPhrase owner = np;
    owner.last = np.possessor_last - 1;
    owner.head = owner.last - 1;
    referent = resolve_description(place, owner);
  }
  // "The generals in Naypyidaw" say who they are; "the generals" are those spoken of.
  const bool described = is_person(head) && syntax.is(np.last, Tag::preposition);
  if (referent.empty() && described) referent = resolve_attributes(place, phrase);
  if (referent.empty()) referent = resolve_description(place, np);
  if (referent.empty() && !described) referent = resolve_attributes(place, phrase);
  if (referent.empty()) referent = resolve_proposed(place, phrase);
  if (referent.empty()) referent.thing = !head.is(Tag::pronoun);
  referent.plural = referent.plural || head.is(Tag::nouns);
  --depth_;
  return referent;
}

Referent Discourse::resolve_pronoun(const Place& place, int phrase, bool animate) {
  const Syntax& syntax = place.sentence.syntax;
  const NounPhrase& np = syntax.phrase(phrase);
  const Token& first = syntax.token(np.first);
  const bool possessive = first.is(Tag::possessive_pronoun);
  if (!possessive && np.last != np.first + 1) return {};
  const std::string_view word = first.lower();
  const Who as = {-1, {first.start, first.end}, "pronoun"};
  if (is_first_person(word)) return as_all(topic_.author, as);
  const bool plural = is_plural_pronoun(word);
  if (!plural && !is_singular_pronoun(word)) return {};
  if (word == "these" || word == "those" || word == "many" || word == "most") return {};
  Referent found = latest_subject(place, np.first, plural, animate);
  if (found.empty() && !found.thing) found = coming_subject(place, phrase);
  if (found.empty() && !found.thing) found = from_history(plural, animate, as);
  for (Who& who : found.who) {
    who.text = as.text;
    who.form = as.form;
  }
  found.plural = plural;
  return found;
}

// "If it wants X, Kazakhstan must Y": the subject of the main clause that follows.
Referent Discourse::coming_subject(const Place& place, int phrase) {
  const Syntax& syntax = place.sentence.syntax;
  if (!syntax.is_any(0, tags(Tag::subordinator, Tag::verb_ing, Tag::to))) return {};
  for (const VerbGroup& group : syntax.verb_groups) {
    if (group.form != VerbForm::finite || group.subordinate || group.subject <= phrase)
      continue;
    if (syntax.is(syntax.phrase(group.subject).head, Tag::pronoun)) return {};
    return resolve(place.block, place.sentence, group.subject, true);
  }
  return {};
}

// A name that no table knows but that the essay has shown to act.
Referent Discourse::resolve_proposed(const Place& place, int phrase) {
  const Syntax& syntax = place.sentence.syntax;
  const NounPhrase& np = syntax.phrase(phrase);
  if (!syntax.is(np.head, Tag::name)) return {};
  int first = np.head;
  while (first > np.first && syntax.is(first - 1, Tag::name) &&
         syntax.token(first - 1).capital)
    --first;
  const Span span = place.sentence.core_span(first, np.head + 1);
  const int actor =
      actors_.proposed(place.sentence.block_text.substr(span.start_byte, span.size()));
  Referent referent;
  if (actor >= 0) referent.add({actor, span, "name"});
  return referent;
}

Referent Discourse::current() { return from_history(false, true, {-1, {}, "topic"}); }

// The latest subject of this sentence before a position.
Referent Discourse::latest_subject(const Place& place, int before, bool plural,
                                   bool animate) {
  const Syntax& syntax = place.sentence.syntax;
  int last = -1;
  for (auto g = syntax.verb_groups.rbegin(); g != syntax.verb_groups.rend(); ++g) {
    const int p = g->subject;
    if (g->first >= before || p < 0 || p == last) continue;
    if (syntax.phrase(p).last > before) continue;
    last = p;
    Referent referent = resolve(place.block, place.sentence, p, animate);
    if (referent.empty()) {
      if (referent.thing && !animate && !plural && !referent.plural) return referent;
      continue;
    }
    const bool many = referent.plural || is_group(referent.who.front().actor);
    if (plural ? many : referent.who.size() == 1) return referent;
  }
  return {};
}

Referent Discourse::from_history(bool plural, bool animate, const Who& as) {
  if (plural && topic_.author.size() > 1) return as_all(topic_.author, as);
  // Subjects of the latest sentence that had one, then its other names; then further
  // back.
  for (const bool same_paragraph : {true, false}) {
    if (!same_paragraph && !animate && !plural) break;
    if (!same_paragraph && !plural && topic_.section.size() == 1)
      return as_all(topic_.section, as);
    for (auto e = history_.rbegin(); e != history_.rend(); ++e) {
      if (same_paragraph && e->paragraph != paragraph_) break;
      if (e->actors.empty()) {
        const bool thing =
            e->subject && e->plural == plural && e->sentence == sentence_ - 1;
        if (thing && !animate && same_paragraph) return {};
        continue;
      }
      const bool many = e->plural || e->actors.size() > 1 || is_group(e->actors.front());
      if (plural ? many : e->actors.size() == 1) return as_all(e->actors, as);
    }
  }
  if (plural && topic_.actors.size() > 1) return as_all(topic_.actors, as);
  if (!plural && topic_.section.size() == 1) return as_all(topic_.section, as);
  if (plural && !history_.empty() && animate) {
    for (auto e = history_.rbegin(); e != history_.rend(); ++e) {
      if (!e->actors.empty()) return as_all(e->actors, as);
    }
  }
  return {};
}

void Discourse::remember(const AnalyzedBlock& block, const AnalyzedSentence& sentence) {
  const Syntax& syntax = sentence.syntax;
  std::vector<Entity> found;
  const auto note = [&](const Referent& referent, bool subject) {
    Entity entity;
    for (const Who& who : referent.who) entity.actors.push_back(who.actor);
    entity.plural = referent.plural;
    entity.subject = subject;
    entity.paragraph = paragraph_;
    entity.sentence = sentence_;
    found.push_back(std::move(entity));
  };
  std::vector<bool> is_subject(syntax.noun_phrases.size(), false);
  std::vector<bool> joined(syntax.noun_phrases.size(),
                           false);  // with a subject: no entity of its own
  if (syntax.verb_groups.empty() && !is_subject.empty()) is_subject[0] = true;  // a label
  for (const VerbGroup& group : syntax.verb_groups) {
    if (group.subject >= 0 && group.form == VerbForm::finite && !group.relative) {
      is_subject[static_cast<std::size_t>(group.subject)] = true;
      for (const int p : coordinated(syntax, group.subject))
        joined[static_cast<std::size_t>(p)] = true;
    }
  }
  // Others first, subjects last, the first subject latest of all: it is what "it" takes
  // up.
  for (std::size_t p = 0; p < is_subject.size(); ++p) {
    const NounPhrase& np = syntax.noun_phrases[p];
    const bool named =
        !names_in(block, sentence, sentence.core_span(np.first, np.last)).empty();
    if (is_subject[p] || joined[p]) continue;
    if (named) {
      note(resolve(block, sentence, static_cast<int>(p), true), false);
    } else if (syntax.lower(np.first) == "the") {  // "keep the Council alive"
      const Referent described = resolve_one(block, sentence, static_cast<int>(p), true);
      if (!described.empty() && described.who.size() == 1) note(described, false);
    }
  }
  for (std::size_t p = is_subject.size(); p-- > 0;) {
    if (is_subject[p]) note(resolve(block, sentence, static_cast<int>(p), false), true);
  }
  history_.insert(history_.end(), found.begin(), found.end());
  if (history_.size() > 2 * kMemory) {
    history_.erase(history_.begin(),
                   history_.end() - static_cast<std::ptrdiff_t>(kMemory));
  }
  ++sentence_;
}

void Discourse::remember(const std::vector<int>& actors) {
  if (actors.empty()) return;
  history_.push_back({actors, actors.size() > 1, true, paragraph_, sentence_});
}

}  // namespace steppe
