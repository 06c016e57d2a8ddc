// When a cue states nothing, and what its surroundings change in a frame.
//
// In: a verb group, or a frame with its text. Out: false where the sentence asks,
// denies, tells of the past or of itself, or gives a stance to what cannot have one. A
// frame that stays gets its modality and, where the verb speaks of somebody else ("X
// requires Y to V"), its true holder.
// Tested by tests/rules_test.cpp.
#include "loader/frames/frame_finder.hpp"
#include "loader/lexicon/wordnet.hpp"

namespace steppe {

// A question states nothing, direct or not.
bool FrameFinder::is_asked(const VerbGroup& group) const {
  const bool indirect =
      group.opener == "where" || group.opener == "how" || group.opener == "why";
  return is_question(syntax_) || (indirect && syntax_.is(group.clause_first, Tag::wh));
}

// "X denies that it seeks Y", "nothing suggests that", "it would be wrong to say that".
bool FrameFinder::is_denied(const VerbGroup& group) const {
  if (!group.subordinate || group.relative) return false;
  if (!group.opener.empty() && group.opener != "that") return false;
  const VerbGroup* outer = nullptr;
  for (const VerbGroup& other : syntax_.verb_groups) {
    if (other.last <= group.clause_first) outer = &other;
  }
  if (outer == nullptr || outer->last + 3 < group.clause_first) return false;
  if (tables_.in_set(outer->lemma, "deny-verb") || outer->negated ||
      has_negative_subject(*outer)) {
    return true;
  }
  for (const VerbGroup& other : syntax_.verb_groups) {
    if (other.clause == outer->clause && other.modal == "would") return true;
  }
  return false;
}

// "a framework to support X" takes no stance; "continues to seek X" does.
bool FrameFinder::is_subordinate_purpose(const VerbGroup& group) const {
  if (group.form != VerbForm::infinitive) return false;
  int before = group.first - 1;
  while (syntax_.is(before, Tag::adverb)) --before;
  const int g = syntax_.group_at(before);
  return g < 0 || !tables_.in_set(syntax_.group(g).lemma, "raising-verb");
}

// Whether negation, tense and modal let the cue speak; refines holder, text and modality.
bool FrameFinder::accepts(Frame& frame, const VerbGroup& group) {
  const bool kept_negation = frame.kind == Kind::need || frame.kind == Kind::outlook;
  const bool predicted = frame.rule->word_class == "predict";
  if (group.negated && (!kept_negation || (group.modal.empty() && !predicted))) {
    return false;
  }
  if (predicted && frame.rule->construction != "modal") keep_negative(group, frame);
  const bool finished = group.past && !group.perfect && group.modal.empty() &&
                        frame.kind != Kind::commitment;
  if (finished && group.form == VerbForm::finite) return false;
  if (group.modal == "would" && group.lemma != "like" && group.lemma != "prefer") {
    return false;
  }
  const bool expected = predicted && group.modal == "can";
  if ((group.modal == "can" || group.modal == "cannot") && !expected) return false;
  if (frame.kind == Kind::need && is_remark(group)) return false;
  if (predicted && group.lemma == "stand" && is_stake(frame)) return false;
  if (frame.rule->word_class == "expect") hand_over(frame);
  if (frame.rule->id == "need.require.obj") require_of(frame);
  if (is_about_text(group)) return false;
  if (is_stance(frame) && has_lifeless_subject(frame)) return false;
  if (is_stance(frame) || frame.kind == Kind::need) propose_holder(frame);
  if (has_negative_subject(group) && group.modal == "could") return false;
  if (has_negative_subject(group) && !kept_negation) return false;
  if (is_possible(group.modal)) frame.modality = "possible";
  if (group.negated) frame.modality = "negated";
  if (group.opener == "if" || group.opener == "unless") frame.modality = "conditional";
  return true;
}

// "The IMF expects growth": whose future it is, not who says so. Of "X expects Y
// to V" the text is Y's predicate.
void FrameFinder::hand_over(Frame& frame) {
  frame.subject = syntax_.phrase_at(frame.text.first);
  const int p = frame.subject;
  if (p < 0 || discourse_.resolve(block_, sentence_, p, false).empty()) return;
  int to = syntax_.phrase(p).last;
  if (syntax_.is(to, Tag::to)) frame.text.first = to + 1;
  frame.complement = Complement::predicate;
}

// "stands to benefit from X" is a stake in X; the infinitive says so itself.
bool FrameFinder::is_stake(const Frame& frame) const {
  const int g = syntax_.group_at(frame.text.first);
  if (g < 0) return false;
  const auto cues = tables_.verb_cues.find(syntax_.group(g).lemma);
  return cues != tables_.verb_cues.end() && cues->second.front().word_class == "stake";
}

// "X requires India to diversify": India must.
void FrameFinder::require_of(Frame& frame) {
  const int p = syntax_.phrase_at(frame.text.first);
  if (p < 0 || !syntax_.is(syntax_.phrase(p).last, Tag::to)) return;
  if (discourse_.resolve(block_, sentence_, p, true).empty()) return;
  frame.subject = p;
  frame.text.first = syntax_.phrase(p).last + 1;
  frame.complement = Complement::infinitive;
}

// "This essay will examine", "I will argue", "you should read".
bool FrameFinder::is_about_text(const VerbGroup& group) const {
  if (group.subject < 0) return false;
  const NounPhrase& subject = syntax_.phrase(group.subject);
  const std::string_view head = syntax_.lower(subject.head);
  if (head == "you" || head == "i") return true;
  const std::string_view first = syntax_.lower(subject.first);
  return (first == "this" || first == "the") &&
         tables_.in_set(syntax_.token(subject.head).lemma(), "text-noun");
}

// "unlikely to V", "not expected to V": the text keeps what makes it negative.
void FrameFinder::keep_negative(const VerbGroup& group, Frame& frame) const {
  for (int i = group.first; i < frame.text.first; ++i) {
    if (!syntax_.is(i, Tag::negation) && syntax_.lower(i) != "unlikely") continue;
    frame.text.first = i;
    frame.complement = Complement::predicate;
    return;
  }
}

// Stances need somebody who can have them.
bool FrameFinder::is_stance(const Frame& frame) {
  const std::string& c = frame.rule->word_class;
  return (c == "aim" && frame.rule->construction != "be-to") || c == "fear" ||
         c == "stake" || (c == "pledge" && frame.rule->construction != "modal");
}

bool FrameFinder::has_lifeless_subject(const Frame& frame) {
  if (frame.subject < 0) return false;
  const Referent who = discourse_.resolve(block_, sentence_, frame.subject, true);
  if (!who.empty() || !who.thing) return false;
  if (!topic_.author.empty() && is_programme(frame.subject)) return false;
  const Token& head = syntax_.token(syntax_.phrase(frame.subject).head);
  if (head.is(Tag::name) || head.is_any(tags(Tag::determiner, Tag::number))) return false;
  return !is_body(head);
}

// A common noun that can act: "government", "traders", "the committee".
bool FrameFinder::is_body(const Token& head) const {
  return tables_.in_set(head.lemma(), "actor-noun") ||
         tables_.in_set(head.lemma(), "body-noun") ||
         head.word->noun_file == wordnet::kPerson ||
         head.word->noun_file == wordnet::kGroup;
}

// A capitalised subject that no table knows is an actor where it takes a stance.
void FrameFinder::propose_holder(const Frame& frame) {
  if (frame.subject < 0) return;
  const NounPhrase& np = syntax_.phrase(frame.subject);
  const Token& head = syntax_.token(np.head);
  if (!head.is(Tag::name) || !head.capital || head.hyphen) return;
  const bool described = np.head == 0 || !syntax_.is(np.head - 1, Tag::name);
  if (described && (tables_.in_set(head.noun_lemma(), "actor-noun") ||
                    tables_.in_set(head.noun_lemma(), "body-noun"))) {
    return;  // "the Parties"
  }
  if (!discourse_.resolve(block_, sentence_, frame.subject, true).empty()) return;
  if (tables_.in_set(head.lower(), "relation-noun")) return;
  int first = np.head;
  while (first > np.first && syntax_.token(first - 1).capital &&
         syntax_.is(first - 1, Tag::name)) {
    --first;
  }
  if (first == 0 && first == np.head && !head.all_capitals) {
    return;  // any word may open a sentence
  }
  const Span span = sentence_.core_span(first, np.head + 1);
  actors_.propose(std::string(sentence_.block_text.substr(span.start_byte, span.size())));
}

// "it should be noted that"
bool FrameFinder::is_remark(const VerbGroup& group) const {
  return group.passive && tables_.in_set(group.lemma, "speech-verb");
}

bool FrameFinder::has_negative_subject(const VerbGroup& group) const {
  if (group.subject < 0) return false;
  const std::string_view first = syntax_.lower(syntax_.phrase(group.subject).first);
  return first == "none" || first == "nobody" || first == "no" || first == "neither" ||
         first == "nothing" || first == "few";
}

}  // namespace steppe
