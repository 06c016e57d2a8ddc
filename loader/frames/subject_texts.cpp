// Texts that do not follow their cue: subjects, agents, antecedents, what is seen "as".
//
// In: a verb group. Out: the frame's text, and as its subject the phrase that holds,
// which here is seldom the verb's own ("X undermines Y": Y has the challenge X).
// Tested by tests/rules_test.cpp.
#include "loader/frames/frame_finder.hpp"

namespace steppe {

// A subject that can be the text: a noun phrase before its verb.
bool FrameFinder::has_noun_subject(const VerbGroup& group) const {
  if (group.subject < 0) return false;
  const NounPhrase& subject = syntax_.phrase(group.subject);
  return subject.first < group.first && !syntax_.is(subject.head, Tag::pronoun);
}

// Where a subject ends: before its verb, without a non-restrictive part.
int FrameFinder::subject_end(const VerbGroup& group) const {
  const int first = syntax_.phrase(group.subject).first;
  for (int i = first; i < group.first; ++i) {
    if (syntax_.is(i, Tag::comma) && !syntax_.is(i + 1, Tag::conjunction)) {
      const int p = syntax_.phrase_at(i + 1);
      const bool list = p >= 0 && syntax_.is_any(syntax_.phrase(p).last,
                                                 tags(Tag::comma, Tag::conjunction));
      if (!list) return i;
    }
  }
  return group.first;
}

// "X undermines Y": the text is the subject, the holder the object.
bool FrameFinder::fill_subject(const VerbGroup& group, Frame& frame) {
  if (group.passive || !has_noun_subject(group)) return false;
  const int object = syntax_.phrase_at(skip_adverbs(group.last));
  frame.subject = object;
  frame.complement = Complement::predicate;  // a subject is not split
  const NounPhrase& subject = syntax_.phrase(group.subject);
  // "the rise that threatens X": the relative is no part of it.
  frame.text =
      trim(syntax_, {subject.first, group.relative ? subject.last : subject_end(group)});
  return !frame.text.empty() && object >= 0;
}

// "X is important for Y": the text is the subject.
bool FrameFinder::fill_subject_for(const VerbGroup& group, int at, Frame& frame) {
  if (!has_noun_subject(group)) return false;
  frame.text = trim(syntax_, {syntax_.phrase(group.subject).first, subject_end(group)});
  frame.complement = Complement::noun_phrase;
  frame.subject = syntax_.phrase_at(at + 1);
  return !frame.text.empty();
}

// "is hampered by X": the text is the agent.
bool FrameFinder::fill_agent(const VerbGroup& group, Frame& frame) {
  for (int i = group.last; i < syntax_.size(); ++i) {
    if (syntax_.lower(i) == "by") return fill_preposition("by", i, frame);
    if (syntax_.is_any(i, kFinite | tags(Tag::stop, Tag::colon, Tag::relative))) {
      return false;
    }
  }
  return false;
}

// "it is feared in Khartoum that S"
bool FrameFinder::fill_expletive(const VerbGroup& group, Frame& frame) {
  if (!group.passive || group.subject < 0 ||
      syntax_.lower(syntax_.phrase(group.subject).head) != "it") {
    return false;
  }
  frame.subject = -1;
  for (int i = group.last; i < syntax_.size(); ++i) {
    if (syntax_.is(i, Tag::that)) return take(i + 1, Complement::clause, frame);
    if (syntax_.phrase_at(i) >= 0) frame.subject = syntax_.phrase_at(i);
    if (syntax_.is_any(i, kFinite | tags(Tag::comma))) return false;
  }
  return false;
}

// "the challenges facing X": the text is what faces, the holder what is faced.
bool FrameFinder::fill_facing(const VerbGroup& group, int at, Frame& frame) {
  const int before = syntax_.phrase_at(group.first - 1);
  const int object = syntax_.phrase_at(at);
  if (group.form != VerbForm::gerund || before < 0 || object < 0) return false;
  frame.text = {syntax_.phrase(before).first, syntax_.phrase(object).last};
  frame.complement = Complement::predicate;
  frame.subject = object;
  return true;
}

// "A new road is needed": the text is the subject, and nobody is said to need it.
bool FrameFinder::fill_passive_subject(const VerbGroup& group, Frame& frame) {
  if (!group.passive || group.form != VerbForm::finite || !has_noun_subject(group))
    return false;
  frame.text = trim(syntax_, {syntax_.phrase(group.subject).first, subject_end(group)});
  frame.complement = Complement::predicate;
  frame.subject = -1;
  return !frame.text.empty();
}

// "views X with alarm", "is viewed in Lima with concern".
bool FrameFinder::fill_alarm(const VerbGroup& group, int at, Frame& frame) {
  for (int with = at; with < syntax_.size(); ++with) {
    if (syntax_.is_any(with, kFinite | tags(Tag::stop, Tag::colon))) return false;
    const int p = syntax_.lower(with) == "with" ? syntax_.phrase_at(with + 1) : -1;
    if (p < 0) continue;
    const std::string_view noun = syntax_.token(syntax_.phrase(p).head).lemma();
    if (tables_.in_set(noun, "alarm-noun")) return fill_threat(group, at, with, frame);
  }
  return false;
}

// "sees X as a source of Y", "regards X as a threat", "is seen as a threat".
bool FrameFinder::fill_as(const VerbGroup& group, int at, Frame& frame) {
  int as = at;
  while (as < syntax_.size() && syntax_.lower(as) != "as") {
    if (syntax_.is_any(as, kFinite | tags(Tag::stop, Tag::colon)) && as > at) {
      return false;
    }
    ++as;
  }
  const int p = syntax_.phrase_at(as + 1);
  if (as >= syntax_.size() || p < 0) return false;
  const std::string_view noun = syntax_.token(syntax_.phrase(p).head).lemma();
  const bool threat = tables_.in_set(noun, "threat-noun");
  const Rule* rule = tables_.find_rule("view", threat ? "as-threat" : "as");
  if (rule == nullptr) return false;
  frame.rule = rule;
  frame.kind = rule->kind;
  if (threat) return fill_threat(group, at, as, frame);
  if (group.passive) return false;
  frame.cue.last = as + 1;
  int first = as + 1;
  if (noun == "source" && syntax_.lower(syntax_.phrase(p).last) == "of") {
    frame.preposition = syntax_.phrase(p).last;
    first = frame.preposition + 1;
  }
  return take(first, Complement::noun_phrase, frame);
}

// The text is the object where the verb is active, the subject where it is passive.
bool FrameFinder::fill_threat(const VerbGroup& group, int at, int as, Frame& frame) {
  if (!group.passive) {
    frame.complement = Complement::noun_phrase;
    if (relative_object(group, frame)) return true;
    frame.text = trim(syntax_, {skip_adverbs(at), as});
    return !frame.text.empty();
  }
  if (group.subject < 0) return false;
  frame.text = trim(syntax_, {syntax_.phrase(group.subject).first, subject_end(group)});
  frame.complement = Complement::noun_phrase;
  frame.subject = -1;
  for (int i = group.last; i < as; ++i) {  // "is seen in Islamabad as", "by Moscow"
    if (syntax_.phrase_at(i) >= 0) frame.subject = syntax_.phrase_at(i);
  }
  return !frame.text.empty();
}

// "the Abraham Accords, which it sees as a threat": the text is the antecedent.
bool FrameFinder::relative_object(const VerbGroup& group, Frame& frame) {
  if (!group.relative || syntax_.lower(group.last) != "as") return false;
  const int antecedent = syntax_.phrase_at(syntax_.is(group.clause_first - 1, Tag::comma)
                                               ? group.clause_first - 2
                                               : group.clause_first - 1);
  if (antecedent < 0 || antecedent == group.subject) return false;
  frame.text = {syntax_.phrase(antecedent).first, syntax_.phrase(antecedent).last};
  return true;
}

}  // namespace steppe
