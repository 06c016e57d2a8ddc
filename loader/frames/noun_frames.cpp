// Nouns as cues: "its aim is to V", "an interest in N", "the main obstacle to N".
//
// In: a noun phrase. Out: at most one frame, by the first cue and construction that
// fit. The holder is the possessor, or the subject of the verb that governs the noun.
// Tested by tests/rules_test.cpp.
#include "loader/frames/frame_finder.hpp"

namespace steppe {

// The first cue of the noun that fits.
void FrameFinder::read_noun(int p) {
  const NounPhrase& np = syntax_.phrase(p);
  const auto cues = tables_.noun_cues.find(syntax_.token(np.head).lemma());
  if (cues == tables_.noun_cues.end() || is_negated(np)) return;
  for (const Cue& cue : cues->second) {
    for (const std::string& construction : cue.constructions) {
      const Rule* rule = tables_.find_rule(cue.word_class, construction);
      if (rule == nullptr) continue;
      Frame frame = start_frame(*rule);
      frame.cue = {np.first, np.last};
      if (!fill_noun(construction, p, frame)) continue;
      frames_.push_back(std::move(frame));
      return;
    }
  }
}

// "no interest", "little appetite"
bool FrameFinder::is_negated(const NounPhrase& np) const {
  for (int i = np.first; i < np.last; ++i) {
    if (syntax_.lower(i) == "no" || syntax_.lower(i) == "little") return true;
  }
  return false;
}

// Finds the text that a noun's construction takes.
bool FrameFinder::fill_noun(std::string_view construction, int p, Frame& frame) {
  if (construction == "is") return fill_copula(p, frame);
  if (construction == "lie+in") return fill_location(p, frame);
  if (construction == "in+to") return fill_in_interest(p, frame);
  if (construction.starts_with("with")) {
    return fill_with(construction.substr(4), p, frame);
  }
  if (construction == "it-is+to") return fill_time(p, frame);
  if (construction == "on+to" || construction == "under+to") {
    return fill_state(construction.substr(0, construction.find('+')), p, frame);
  }
  if (construction == "pred") return fill_predicate(p, frame);
  if (construction == "there") return fill_existential(p, frame);
  if (construction == "have") return fill_possession(p, frame);
  if (construction.starts_with("have+")) {
    return !names_stakes(p) && governing_have(p, frame) &&
           fill_preposition(construction.substr(5), syntax_.phrase(p).last, frame);
  }
  return fill_nominal(construction, p, frame);
}

// "economic interests in the region" say which; "an interest in ports" is one in ports.
bool FrameFinder::names_stakes(int p) const {
  const NounPhrase& np = syntax_.phrase(p);
  return syntax_.is(np.head, Tag::nouns) && np.head > np.first;
}

// "Its aim is to V", "The aim of X is N".
bool FrameFinder::fill_copula(int p, Frame& frame) {
  const VerbGroup* be = group_of_subject(p);
  if (be == nullptr || be->lemma != "be" || be->passive || be->progressive ||
      be->negated || be->past) {
    return false;
  }
  frame.subject = p;
  frame.cue.last = be->last;
  int at = be->last;
  while (syntax_.is(at, Tag::adverb) ||
         (syntax_.is(at, Tag::determiner) && syntax_.phrase_at(at) < 0)) {
    ++at;
  }
  if (syntax_.is(at, Tag::comma) || syntax_.is(at, Tag::negation)) return false;
  if (syntax_.is(at, Tag::colon)) ++at;
  if (fill_infinitive(at, frame)) return true;
  if (syntax_.is(at, Tag::that)) return take(at + 1, Complement::clause, frame);
  if (syntax_.group_at(at) >= 0) return take(at, Complement::gerund, frame);
  // "Its goals are economic" says which; "its goals are modest" does not.
  const bool bare_adjective = syntax_.is(at, Tag::adjective) && syntax_.phrase_at(at) < 0;
  if (bare_adjective && syntax_.is(at + 1, Tag::colon) &&
      fill_infinitive(at + 2, frame)) {
    return true;
  }
  if (bare_adjective && !tables_.theme_terms.contains(syntax_.lower(at))) return false;
  return take(at, Complement::noun_phrase, frame);
}

// "It is in our interest to V"
bool FrameFinder::fill_in_interest(int p, Frame& frame) {
  const NounPhrase& np = syntax_.phrase(p);
  if (np.preposition < 0 || syntax_.lower(np.preposition) != "in") return false;
  const bool bid = frame.rule->word_class == "aim";  // "in a bid to V, Kenya …"
  frame.subject = bid ? subject_before(np.first) : p;
  return fill_infinitive(np.last, frame);
}

// "is on course to V", "is under pressure to V"
bool FrameFinder::fill_state(std::string_view preposition, int p, Frame& frame) {
  const NounPhrase& np = syntax_.phrase(p);
  if (np.preposition < 0 || syntax_.lower(np.preposition) != preposition) return false;
  const int g = syntax_.group_at(np.preposition - 1);
  if (g < 0 || syntax_.group(g).lemma != "be" || syntax_.group(g).past) return false;
  frame.subject = syntax_.group(g).subject;
  frame.cue.first = syntax_.group(g).first;
  if (!fill_infinitive(np.last, frame)) return false;
  if (frame.kind == Kind::outlook) frame.complement = Complement::predicate;
  return true;
}

// "It is time to V", "it is high time for X to V"
bool FrameFinder::fill_time(int p, Frame& frame) {
  const VerbGroup* group = governing_group(p);
  if (group == nullptr || group->lemma != "be" || group->past || group->subject < 0)
    return false;
  if (syntax_.lower(syntax_.phrase(group->subject).head) != "it") return false;
  frame.cue.first = group->first;
  int at = syntax_.phrase(p).last;
  if (syntax_.lower(at) == "for" && syntax_.phrase_at(at + 1) >= 0) {
    frame.subject = syntax_.phrase_at(at + 1);
    at = syntax_.phrase(frame.subject).last;
  }
  return fill_infinitive(at, frame);
}

// "with the aim of V-ing", "with a target to V"
bool FrameFinder::fill_with(std::string_view construction, int p, Frame& frame) {
  const NounPhrase& np = syntax_.phrase(p);
  if (np.preposition < 0 || syntax_.lower(np.preposition) != "with") return false;
  frame.subject = subject_before(np.first);
  return construction == "+to" ? fill_infinitive(np.last, frame)
                               : fill_preposition(construction.substr(1), np.last, frame);
}

// "Beijing's interests lie in X"
bool FrameFinder::fill_location(int p, Frame& frame) {
  const VerbGroup* lie = group_of_subject(p);
  if (lie == nullptr || lie->lemma != "lie") return false;
  frame.subject = p;
  frame.cue.last = lie->last;
  return fill_preposition("in", lie->last, frame);
}

// The finite verb whose subject a phrase is.
const VerbGroup* FrameFinder::group_of_subject(int p) const {
  // "One of its main goals is …"
  const int whole =
      p > 0 && syntax_.phrase(p).preposition == syntax_.phrase(p - 1).last &&
              syntax_.lower(syntax_.phrase(p).preposition) == "of" &&
              syntax_.is_any(syntax_.phrase(p - 1).head,
                             tags(Tag::number, Tag::determiner, Tag::pronoun))
          ? p - 1
          : p;
  for (const VerbGroup& group : syntax_.verb_groups) {
    if ((group.subject == p || group.subject == whole) &&
        group.form == VerbForm::finite && !group.relative) {
      return &group;
    }
  }
  return nullptr;
}

// The verb whose object or predicate a phrase is.
const VerbGroup* FrameFinder::governing_group(int p) const {
  if (p > 0 && syntax_.phrase(p).preposition >= 0 &&
      syntax_.phrase(p).preposition == syntax_.phrase(p - 1).last &&
      tables_.in_set(syntax_.token(syntax_.phrase(p - 1).head).lemma(),
                     "quantity-noun")) {
    --p;  // "a number of interests"
  }
  int i = syntax_.phrase(p).first - 1;
  while (syntax_.is(i, Tag::adverb)) --i;
  const int g = syntax_.group_at(i);
  return g >= 0 ? &syntax_.group(g) : nullptr;
}

// A noun whose holder is the subject of "have".
bool FrameFinder::governing_have(int p, Frame& frame) const {
  const VerbGroup* group = governing_group(p);
  if (group == nullptr || group->negated || group->past) return false;
  if (!tables_.in_set(group->lemma, "have-verb")) return false;
  frame.subject = group->subject;
  frame.cue.first = group->first;
  return true;
}

// "has a number of economic interests", with nothing behind them that says which.
bool FrameFinder::fill_possession(int p, Frame& frame) {
  if (!governing_have(p, frame)) return false;
  const NounPhrase& np = syntax_.phrase(p);
  int first = np.first;
  while (first < np.head && syntax_.is_any(first, tags(Tag::determiner, Tag::number))) {
    ++first;
  }
  frame.text =
      trim(syntax_, {first, complement_end(syntax_, first, Complement::predicate)});
  frame.complement = Complement::predicate;
  return np.head > first;
}

// "X is the main obstacle to Y": the text is the subject.
bool FrameFinder::fill_predicate(int p, Frame& frame) {
  const VerbGroup* group = governing_group(p);
  if (group == nullptr || group->negated || group->past ||
      group->form != VerbForm::finite || group->passive || !group->modal.empty()) {
    return false;
  }
  if (group->lemma != "be" && !tables_.in_set(group->lemma, "pose-verb")) return false;
  if (!has_noun_subject(*group)) return false;
  const NounPhrase& subject = syntax_.phrase(group->subject);
  const int end = group->relative ? subject.last : subject_end(*group);
  frame.text = trim(syntax_, {subject.first, end});
  frame.complement = Complement::predicate;
  const int after = syntax_.phrase(p).last;
  frame.subject = syntax_.is(after, Tag::preposition) ? syntax_.phrase_at(after + 1) : -1;
  return !frame.text.empty();
}

// "There is widespread fear in Pakistan that S".
bool FrameFinder::fill_existential(int p, Frame& frame) {
  const VerbGroup* group = governing_group(p);
  if (group == nullptr || !syntax_.is(group->first - 1, Tag::there) || group->negated) {
    return false;
  }
  frame.cue.first = group->first;
  for (int i = syntax_.phrase(p).last; i < syntax_.size(); ++i) {
    if (syntax_.is(i, Tag::that)) return take(i + 1, Complement::clause, frame);
    if (syntax_.phrase_at(i) >= 0 && frame.subject < 0) {
      frame.subject = syntax_.phrase_at(i);
    }
    if (syntax_.is_any(i, kFinite)) return false;
  }
  return false;
}

// "X's desire to V", "our commitment to N": a possessor holds, or the subject whose
// object it is.
bool FrameFinder::fill_nominal(std::string_view construction, int p, Frame& frame) {
  const NounPhrase& np = syntax_.phrase(p);
  const bool filled = construction == "to" ? fill_infinitive(np.last, frame)
                      : construction == "that"
                          ? syntax_.is(np.last, Tag::that) && fill_clause(np.last, frame)
                      : construction.starts_with('+')
                          ? fill_preposition(construction.substr(1), np.last, frame)
                          : false;
  if (!filled) return false;
  const VerbGroup* group = governing_group(p);
  if (group && tables_.in_set(group->lemma, "have-verb") && names_stakes(p)) return false;
  const bool object =
      group && !group->negated && tables_.in_set(group->lemma, "stance-verb");
  if (object && np.possessor_last < 0) {  // "heightened Egypt's concerns" are Egypt's
    frame.subject = group->subject;
    frame.cue.first = group->first;
    return true;
  }
  if (frame.rule->word_class == "require") return true;  // "the need to V" is anybody's
  frame.subject = p;
  return np.possessor_last >= 0 || syntax_.is(np.first, Tag::possessive_pronoun);
}

}  // namespace steppe
