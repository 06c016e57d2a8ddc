// Cues outside the plain clause: clefts, absolutes, purposes, chances.
//
// In: the sentence, or a verb group whose clause is itself the text. Out: frames as
// elsewhere; the holder is the subject of the clause that the part hangs on.
// Tested by tests/rules_test.cpp.
#include <algorithm>

#include "loader/frames/frame_finder.hpp"

namespace steppe {

// "What worries Kenya most is X", "What Kenya wants is X": a cue between "what" and "is".
void FrameFinder::read_cleft() {
  if (syntax_.size() < 5 || syntax_.lower(0) != "what") return;
  int be = 1;
  while (be < syntax_.size() && !syntax_.is(be, Tag::be)) {
    if (syntax_.is_any(be, tags(Tag::stop, Tag::colon, Tag::comma))) return;
    ++be;
  }
  for (int i = 1; i < be && be + 1 < syntax_.size(); ++i) {
    const Word* word = syntax_.token(i).word;
    const Cue* cue = word ? cue_of_verb(*word) : nullptr;
    const Rule* rule = cue ? tables_.find_rule(cue->word_class, "what") : nullptr;
    if (rule == nullptr) continue;
    Frame frame = start_frame(*rule);
    frame.cue = {0, be + 1};
    for (int k = 1; k < be && frame.subject < 0; ++k) {
      if (k != i) frame.subject = syntax_.phrase_at(k);  // the cue may look like a noun
    }
    if (!fill_infinitive(be + 1, frame) &&
        !take(be + 1, Complement::noun_phrase, frame)) {
      return;
    }
    frames_.push_back(std::move(frame));
    return;
  }
}

// Any reading will do: "worries" may be tagged as a noun.
const Cue* FrameFinder::cue_of_verb(const Word& word) const {
  for (const Reading& reading : word.readings) {
    if (!has(tags(Tag::verb_s, Tag::verb_plain), reading.tag)) continue;
    const auto cues = tables_.verb_cues.find(reading.lemma);
    if (cues != tables_.verb_cues.end()) return &cues->second.front();
  }
  return nullptr;
}

// "Wary of X, Kenya …", "Kenya, eager to V, …", "GRAVELY CONCERNED at X;".
void FrameFinder::read_absolutes() {
  for (int i = 0; i + 1 < syntax_.size(); ++i) {
    if (!syntax_.is_any(i, tags(Tag::adjective, Tag::verb_en, Tag::verb_past))) continue;
    int before = i - 1;
    while (syntax_.is(before, Tag::adverb)) --before;
    if (before >= 0 && !syntax_.is(before, Tag::comma)) continue;
    const auto cues = tables_.adjective_cues.find(syntax_.lower(i));
    if (cues == tables_.adjective_cues.end() || syntax_.phrase_at(i) >= 0) continue;
    VerbGroup bare;
    bare.first = std::max(before + 1, 0);
    bare.last = i + 1;
    bare.main = i;
    bare.form = VerbForm::participle;
    bare.subject = main_subject(i);
    for (const Cue& cue : cues->second) {
      if (cue.word_class == "predict" || cue.word_class == "depend" ||
          cue.word_class == "standing") {
        continue;
      }
      if (read_constructions(cue, bare, i + 1)) break;
    }
  }
}

// Of the main clause: the last before a position, else the first behind it.
int FrameFinder::main_subject(int at) const {
  int subject = -1;
  for (const VerbGroup& group : syntax_.verb_groups) {
    if (group.form != VerbForm::finite || group.subordinate || group.subject < 0) {
      continue;
    }
    if (subject < 0 || group.first < at) subject = group.subject;
  }
  return subject;
}

// "in order to V"
void FrameFinder::read_purposes() {
  const Rule* rule = tables_.find_rule("purpose", "to");
  if (rule == nullptr) return;
  for (int i = 0; i + 3 < syntax_.size(); ++i) {
    if (syntax_.lower(i) != "in" || syntax_.lower(i + 1) != "order") continue;
    Frame frame = start_frame(*rule);
    frame.cue = {i, i + 3};
    if (!fill_infinitive(i + 2, frame)) continue;
    frame.subject = subject_before(i);
    frames_.push_back(std::move(frame));
  }
}

// Whose purpose an adverbial at a position says: the subject of the last main verb before
// it, else of the first behind it that has one.
int FrameFinder::subject_before(int at) const {
  int subject = -1;
  for (const VerbGroup& group : syntax_.verb_groups) {
    if (group.form != VerbForm::finite || group.relative) continue;
    if (group.first < at || subject < 0) subject = group.subject;
  }
  return subject;
}

// "A trade war remains unlikely": the subject belongs to the text.
bool FrameFinder::read_chance(const VerbGroup& group, int at) {
  if (!tables_.in_set(syntax_.lower(at), "chance-adjective") || group.past) return false;
  return add_whole(group, at + 1);
}

// "A return to hostility cannot be ruled out."
bool FrameFinder::read_excluded(const VerbGroup& group) {
  if (group.modal != "cannot" && !(group.modal == "can" && group.negated)) return false;
  if (!group.passive || !tables_.in_set(group.lemma, "exclude-verb")) return false;
  return add_whole(group,
                   syntax_.lower(group.last) == "out" ? group.last + 1 : group.last);
}

// A frame whose text is the whole clause: "A trade war remains unlikely".
bool FrameFinder::add_whole(const VerbGroup& group, int last) {
  if (group.form != VerbForm::finite || !has_noun_subject(group)) return false;
  const Rule* rule = tables_.find_rule("chance", "whole");
  if (rule == nullptr) return false;
  Frame frame = start_frame(*rule);
  frame.subject = group.subject;
  frame.cue = {group.first, last};
  frame.text = {syntax_.phrase(group.subject).first, last};
  frame.complement = Complement::predicate;
  frames_.push_back(std::move(frame));
  return true;
}

}  // namespace steppe
