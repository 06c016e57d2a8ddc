// Whose a statement of prose is: the subject, who else the sentence names, or, where the
// subject is no actor, whom the essay is about or speaks for.
//
// In: a frame with its subject. Out: its holders, or false where the statement is
// dropped. Stances (goals, interests, concerns, commitments) need a holder who can take
// them; the other kinds may concern whomever the essay is about. Tested by
// tests/corpus_test.cpp.
#include "loader/coding/holders.hpp"

#include <algorithm>

namespace steppe {
namespace {

bool is_stance(Kind kind) {
  return kind != Kind::challenge && kind != Kind::driver && kind != Kind::outlook &&
         kind != Kind::need;
}

// "For Guyana and Suriname, the objective is …"
Referent fronted_holder(Essay& essay, const AnalyzedBlock& block,
                        const AnalyzedSentence& sentence) {
  const Syntax& syntax = sentence.syntax;
  if (syntax.lower(0) != "for" || syntax.phrase_at(1) < 0) return {};
  return essay.discourse.resolve(block, sentence, syntax.phrase_at(1), true);
}

// The actors named anywhere in a subject: "The security of the Baltic states".
Referent subject_names(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                       const Frame& frame) {
  constexpr TagSet kEnd = kFinite | tags(Tag::comma, Tag::stop, Tag::relative);
  Referent referent;
  if (frame.subject < 0) return referent;
  const Syntax& syntax = sentence.syntax;
  int first = syntax.phrase(frame.subject).first;
  // "What happens between X and Y"
  if (syntax.is(0, Tag::wh) && first < 8) first = 0;
  int last = syntax.phrase(frame.subject).last;
  while (last < syntax.size() && !syntax.is_any(last, kEnd)) ++last;
  for (const NamedActor* name :
       names_in(block, sentence, sentence.core_span(first, last))) {
    referent.add({name->actor, {}, name->form});
  }
  return referent;
}

// What becomes of them is told of a thing: "A collision could draw in the United States".
Referent predicate_names(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                         const Frame& frame) {
  Referent referent;
  const Span text = sentence.core_span(frame.text.first, frame.text.last);
  for (const NamedActor* name : names_in(block, sentence, text)) {
    if (name->form != "seat") referent.add({name->actor, {}, name->form});
  }
  return referent;
}

std::string_view subject_noun(const Syntax& syntax, const Frame& frame) {
  if (frame.subject < 0) return {};
  return syntax.token(syntax.phrase(frame.subject).head).lemma();
}

// "The sea will keep rising" is nobody's future.
bool is_nature(const Essay& essay, const Syntax& syntax, const Frame& frame) {
  if (frame.subject < 0) return true;
  const auto terms = essay.tables.theme_terms.find(subject_noun(syntax, frame));
  if (terms == essay.tables.theme_terms.end()) return false;
  return std::any_of(
      terms->second.begin(), terms->second.end(), [&](const ThemeTerm& term) {
        const auto theme = static_cast<std::size_t>(term.theme);
        return term.words.size() == 1 && essay.tables.theme_ids[theme] == "environment";
      });
}

// Goals that a text which speaks for an actor sets without naming it: "in order to V",
// "X remains a priority", "this programme aims to V".
bool is_author_goal(const Essay& essay, const Syntax& syntax, const Frame& frame) {
  if (essay.topic.author.empty()) return false;
  if (frame.rule->word_class == "purpose" || frame.rule->construction == "pred") {
    return true;
  }
  return essay.tables.in_set(subject_noun(syntax, frame), "programme-noun") ||
         (frame.subject >= 0 && syntax.is(syntax.phrase(frame.subject).head, Tag::name));
}

// Whom a statement concerns where its subject is no actor. False: it is dropped.
bool find_default_holders(const Essay& essay, const Syntax& syntax, Frame& frame) {
  const Topic& topic = essay.topic;
  const std::string_view noun = subject_noun(syntax, frame);
  const bool relation = essay.tables.in_set(noun, "relation-noun");
  if (frame.subject < 0 && !topic.author.empty()) {  // a preamble: "Determined to V,"
    add_topic_actors(topic.author, frame.holders);
    return true;
  }
  const bool pair = relation && topic.actors.size() == 1 && topic.section.size() == 1;
  // "Relations" below a heading: with its actor
  if (pair) add_topic_actors(topic.section, frame.holders);
  switch (frame.kind) {
    case Kind::challenge:
    case Kind::driver:
      add_topic_actors(topic.author.empty() ? topic.actors : topic.author, frame.holders);
      return true;
    case Kind::outlook:
      if (relation || (topic.titled && !is_nature(essay, syntax, frame))) {
        add_topic_actors(topic.actors, frame.holders);
      }
      return true;
    case Kind::need:  // "the fight must be conducted": the author's duty
      if (!essay.tables.in_set(noun, "actor-noun")) {
        add_topic_actors(topic.author, frame.holders);
      }
      return true;
    case Kind::commitment:  // "these funds will be kept": the author's promise
      add_topic_actors(topic.author, frame.holders);
      return !topic.author.empty() && frame.rule->construction == "modal";
    case Kind::goal:  // "the pipeline is planned to V" stays even where it is nobody's
      if (frame.rule->construction == "be-to") return true;
      add_topic_actors(topic.author, frame.holders);
      return is_author_goal(essay, syntax, frame);
    default:  // "donors have pledged": somebody, but nobody with a name
      return essay.tables.in_set(noun, "actor-noun") ||
             essay.tables.in_set(noun, "body-noun");
  }
}

}  // namespace

void add_topic_actors(const std::vector<int>& actors, Referent& holders) {
  for (const int actor : actors) holders.add({actor, {}, "topic"});
}

bool find_holders(Essay& essay, const AnalyzedBlock& block,
                  const AnalyzedSentence& sentence, Frame& frame) {
  const bool stance = is_stance(frame.kind);
  Referent& holders = frame.holders;
  const bool clause_subject =
      !stance && sentence.syntax.is(0, Tag::wh) && frame.cue.first > 2;
  if (holders.empty() && clause_subject) {
    holders = subject_names(block, sentence, frame);
  }
  if (holders.empty()) {
    holders = essay.discourse.resolve(block, sentence, frame.subject, stance);
  }
  if (frame.companion >= 0) {
    holders.add(essay.discourse.resolve(block, sentence, frame.companion, true));
  }
  if (holders.empty() && stance) holders = fronted_holder(essay, block, sentence);
  if (holders.empty() && stance && frame.rule->construction == "is") {
    holders = essay.discourse.current();  // "The main objectives are …"
  }
  if (holders.empty() && !stance) holders = subject_names(block, sentence, frame);
  if (holders.empty() && frame.kind == Kind::outlook) {
    holders = predicate_names(block, sentence, frame);
  }
  return !holders.empty() || find_default_holders(essay, sentence.syntax, frame);
}

}  // namespace steppe
