// The text behind a cue: infinitives, gerunds, noun phrases, clauses.
//
// In: the position behind the cue. Out: the frame's text and complement, false where
// none stands there. A sentence that stops where its complement should stand opens a
// list: the frame is `open`.
// Tested by tests/rules_test.cpp.
#include "loader/frames/frame_finder.hpp"

namespace steppe {

// The complement that starts at a position, unless it is empty or hollow ("its own").
bool FrameFinder::take(int first, Complement complement, Frame& frame) {
  if (first >= syntax_.size()) return false;
  frame.complement = complement;
  frame.text = {first, complement_end(syntax_, first, complement)};
  frame.text = trim(syntax_, frame.text);
  const bool hollow = frame.text.last - frame.text.first <= 2 &&
                      syntax_.lower(frame.text.last - 1) == "own";
  return !frame.text.empty() && !hollow;
}

// "to V", "not to V", or "to:" before a list.
bool FrameFinder::fill_infinitive(int at, Frame& frame) {
  if (syntax_.is(at, Tag::negation) &&
      syntax_.is(at + 1, Tag::to)) {  // "promised not to V"
    return take(at, Complement::infinitive, frame);
  }
  if (syntax_.is_any(at, tags(Tag::to, Tag::preposition)) && syntax_.lower(at) == "to" &&
      is_list_start(at + 1)) {
    return open_list(frame);
  }
  const int g = syntax_.group_at(at);
  if (g < 0 || !syntax_.is(at, Tag::to) || syntax_.group(g).first != at) return false;
  return take(at + 1, Complement::infinitive, frame);
}

// "V-ing"
bool FrameFinder::fill_gerund(int at, Frame& frame) {
  const int g = syntax_.group_at(at);
  if (g < 0 || syntax_.group(g).form != VerbForm::gerund) return false;
  return take(at, Complement::gerund, frame);
}

// A noun phrase right behind the cue.
bool FrameFinder::fill_object(int at, Frame& frame) {
  const int p = syntax_.phrase_at(at);
  if (p < 0 || syntax_.phrase(p).first != at) return false;
  const std::string_view pronoun = syntax_.lower(at);
  if (syntax_.is(at, Tag::pronoun) &&
      (pronoun == "it" || pronoun == "them" || pronoun == "this")) {
    return false;
  }
  return take(at, Complement::noun_phrase, frame);
}

// "that S", "whether S", or a bare clause.
bool FrameFinder::fill_clause(int at, Frame& frame) {
  if (syntax_.is(at, Tag::that)) return take(at + 1, Complement::clause, frame);
  if (syntax_.is(at, Tag::wh)) return take(at, Complement::clause, frame);
  const int p = syntax_.phrase_at(at);
  if (p < 0 || syntax_.phrase(p).first != at) return false;
  for (const VerbGroup& group : syntax_.verb_groups) {
    if (group.subject == p && group.form == VerbForm::finite && group.first > at &&
        !group.relative) {
      return take(at, Complement::clause, frame);
    }
  }
  return false;
}

// "on N", "on V-ing", "to V", "in that S", or the last word before a list.
bool FrameFinder::fill_preposition(std::string_view preposition, int at, Frame& frame) {
  if (syntax_.lower(at) != preposition) return false;
  if (is_list_start(at + 1)) return open_list(frame);
  if (preposition == "but")
    return fill_infinitive(at + 1, frame);  // "no choice but to V"
  frame.preposition = at;
  int first = at + 1;
  while (syntax_.is(first, Tag::adverb)) ++first;
  const int g = syntax_.group_at(first);
  if (g >= 0 && syntax_.group(g).form == VerbForm::gerund) {
    return take(first, Complement::gerund, frame);
  }
  if (preposition == "to" && g >= 0 && syntax_.group(g).form == VerbForm::infinitive) {
    return take(first, Complement::infinitive, frame);
  }
  if (syntax_.is(first, Tag::that)) ++first;
  return take(first, Complement::noun_phrase, frame);
}

// "attaches importance to X": the object's noun is part of the cue.
bool FrameFinder::fill_object_preposition(std::string_view construction, int at,
                                          Frame& frame) {
  const std::size_t plus = construction.find('+');
  if (plus == std::string_view::npos) return false;
  const int p = syntax_.phrase_at(at);
  if (p < 0 ||
      syntax_.token(syntax_.phrase(p).head).lemma() != construction.substr(0, plus)) {
    return false;
  }
  if (is_negated(syntax_.phrase(p)) && !construction.ends_with("+but")) return false;
  frame.cue.last = syntax_.phrase(p).last;
  return fill_preposition(construction.substr(plus + 1), syntax_.phrase(p).last, frame);
}

// The sentence stops where its complement should stand: a list follows.
bool FrameFinder::is_list_start(int i) const {
  return i >= syntax_.size() || syntax_.is(i, Tag::colon);
}

bool FrameFinder::open_list(Frame& frame) {
  frame.open = true;
  return true;
}

// Over adverbs, and over what commas enclose: ", in private,", ", together with X,".
int FrameFinder::skip_adverbs(int at) const {
  while (syntax_.is(at, Tag::adverb)) ++at;
  if (!syntax_.is(at, Tag::comma)) return at;
  constexpr int kLongest = 10;
  for (int i = at + 1; i < at + kLongest; ++i) {
    if (syntax_.is(i, Tag::comma)) return i + 1;
    if (syntax_.is_any(i, kFinite)) return at;
  }
  return at;
}

int FrameFinder::skip_reflexive(int at) const {
  const std::string_view w = syntax_.lower(at);
  return w == "itself" || w == "themselves" || w == "ourselves" ? at + 1 : at;
}

// ", together with X,": X holds as well.
int FrameFinder::companion_at(int at) const {
  if (!syntax_.is(at, Tag::comma) || syntax_.lower(at + 2) != "with") return -1;
  const std::string_view word = syntax_.lower(at + 1);
  const bool joins = word == "together" || word == "along" || word == "jointly";
  return joins ? syntax_.phrase_at(at + 3) : -1;
}

}  // namespace steppe
