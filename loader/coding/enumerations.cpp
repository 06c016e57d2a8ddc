// What a paragraph counts: "three obstacles. The first is X. Second, S."
//
// In: the sentences of a paragraph in order. Out: Essay::enumeration, which holds what
// the noun counted last makes and whose it is, and the frames that ordinals open with it.
// Tested by tests/corpus_test.cpp.
#include "loader/coding/enumerations.hpp"

namespace steppe {
namespace {

bool is_ordinal(std::string_view w) {
  return w == "first" || w == "second" || w == "third" || w == "fourth" || w == "fifth" ||
         w == "last" || w == "another" || w == "final";
}

bool is_ordinal_adverb(std::string_view w) {
  return is_ordinal(w) || w == "firstly" || w == "secondly" || w == "thirdly" ||
         w == "finally" || w == "lastly";
}

bool has_ordinal(const Syntax& syntax, const NounPhrase& np) {
  for (int i = np.first; i < np.last; ++i) {
    if (is_ordinal(syntax.lower(i))) return true;
  }
  return false;
}

Referent subject_actors(Essay& essay, const AnalyzedBlock& block,
                        const AnalyzedSentence& sentence) {
  for (const VerbGroup& group : sentence.syntax.verb_groups) {
    if (group.form == VerbForm::finite && group.subject >= 0 && !group.relative) {
      return essay.discourse.resolve(block, sentence, group.subject, true);
    }
  }
  return {};
}

// The rule of "Its first problem is", else that of what the paragraph counts.
const Rule* ordinal_rule(const Essay& essay, const Syntax& syntax) {
  const int p = syntax.phrase_at(0);
  if (p >= 0 && has_ordinal(syntax, syntax.phrase(p))) {
    const std::string_view noun = syntax.token(syntax.phrase(p).head).lemma();
    if (const Rule* own = list_noun(noun, essay.tables)) return own;
  }
  return essay.enumeration.rule;
}

// "Second, S": only what a whole clause can say.
bool fill_clause(const Syntax& syntax, Frame& frame) {
  if (frame.kind != Kind::challenge && frame.kind != Kind::need &&
      frame.kind != Kind::concern) {
    return false;
  }
  frame.cue = {0, 1};
  frame.complement = Complement::item;
  frame.text = trim(syntax, {2, complement_end(syntax, 2, Complement::item)});
  return !frame.text.empty();
}

// "The first is X": what stands behind the verb of the phrase `p`.
bool fill_predicate(const Syntax& syntax, int p, Frame& frame) {
  for (const VerbGroup& group : syntax.verb_groups) {
    if (group.subject != p || group.form != VerbForm::finite) continue;
    if (group.lemma != "be" || group.negated || group.past) return false;
    int at = group.last;
    if (syntax.is(at, Tag::to)) ++at;
    if (syntax.is(at, Tag::that)) ++at;
    frame.cue = {0, group.last};
    frame.text = trim(syntax, {at, complement_end(syntax, at, Complement::item)});
    frame.complement = Complement::item;
    return !frame.text.empty();
  }
  return false;
}

}  // namespace

void note_enumeration(Essay& essay, const AnalyzedBlock& block,
                      const AnalyzedSentence& sentence, const Frame& frame) {
  const Rule* list = essay.tables.find_rule(frame.rule->word_class, "list");
  essay.enumeration.rule = list ? list : frame.rule;
  essay.enumeration.holders =
      essay.discourse.resolve(block, sentence, frame.subject, true);
}

void note_list_noun(Essay& essay, const AnalyzedBlock& block,
                    const AnalyzedSentence& sentence) {
  const Syntax& syntax = sentence.syntax;
  Enumeration& enumeration = essay.enumeration;
  for (std::size_t p = 0; p < syntax.noun_phrases.size(); ++p) {
    const NounPhrase& np = syntax.noun_phrases[p];
    const Rule* rule = list_noun(syntax.token(np.head).lemma(), essay.tables);
    if (rule == nullptr) continue;
    if (!syntax.is(np.head, Tag::nouns) && !has_ordinal(syntax, np)) continue;
    Referent holders =
        essay.discourse.resolve_one(block, sentence, static_cast<int>(p), true);
    if (rule == enumeration.rule && holders.empty()) continue;
    enumeration.rule = rule;
    if (holders.empty()) holders = subject_actors(essay, block, sentence);
    enumeration.holders = holders;
  }
}

std::optional<Frame> read_enumerated(Essay& essay, const AnalyzedBlock& block,
                                     const AnalyzedSentence& sentence) {
  const Syntax& syntax = sentence.syntax;
  if (syntax.size() < 4) return std::nullopt;
  Frame frame;
  frame.rule = ordinal_rule(essay, syntax);
  if (frame.rule == nullptr) return std::nullopt;
  frame.kind = frame.rule->kind;
  frame.holders = essay.enumeration.holders;
  if (is_ordinal_adverb(syntax.lower(0)) && syntax.is(1, Tag::comma)) {
    return fill_clause(syntax, frame) ? std::optional(frame) : std::nullopt;
  }
  const int p = syntax.phrase_at(0);
  if (p < 0 || !has_ordinal(syntax, syntax.phrase(p))) return std::nullopt;
  const Token& head = syntax.token(syntax.phrase(p).head);
  const bool known =
      is_ordinal(head.lower()) || list_noun(head.lemma(), essay.tables) == frame.rule;
  if (!known) return std::nullopt;
  const Referent own = essay.discourse.resolve_one(block, sentence, p, true);
  if (!own.empty()) frame.holders = own;
  return fill_predicate(syntax, p, frame) ? std::optional(frame) : std::nullopt;
}

}  // namespace steppe
