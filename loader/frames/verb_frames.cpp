// Verbs and adjectives as cues: which construction of which cue fits behind them.
//
// In: a verb group. Out: at most one frame, by the first cue and construction that fit,
// so the order of constructions in lexicon/cues.tsv decides. Modals have the last word
// (modal_frames.cpp).
// Tested by tests/rules_test.cpp.
#include "loader/frames/frame_finder.hpp"

namespace steppe {
namespace {

bool is_link_verb(std::string_view lemma) {
  return lemma == "be" || lemma == "remain" || lemma == "become" || lemma == "feel" ||
         lemma == "seem" || lemma == "stay" || lemma == "grow" || lemma == "appear" ||
         lemma == "look" || lemma == "stand";
}

}  // namespace

void FrameFinder::read_group(const VerbGroup& group) {
  if (is_asked(group) || is_denied(group) || is_subordinate_purpose(group)) return;
  const std::size_t before = frames_.size();
  read_adjective(group);
  if (frames_.size() == before) read_verb(group);
  if (frames_.size() > before) apply_modal(group, before);
  if (frames_.size() == before) read_modal(group);
}

// The first cue of the verb that fits.
void FrameFinder::read_verb(const VerbGroup& group) {
  const auto cues = tables_.verb_cues.find(group.lemma);
  if (cues == tables_.verb_cues.end()) return;
  for (const Cue& cue : cues->second) {
    if (read_constructions(cue, group, group.last)) return;
  }
}

// What a link verb or a passive says of its subject: "is keen to V".
void FrameFinder::read_adjective(const VerbGroup& group) {
  int at = group.last;
  if (group.passive) {
    at = group.main;
  } else if (!is_link_verb(group.lemma)) {
    return;
  } else {
    while (syntax_.is_any(at, tags(Tag::adverb, Tag::comma, Tag::negation)) ||
           (syntax_.is(at, Tag::determiner) &&
            syntax_.is_any(at + 1, tags(Tag::adjective, Tag::verb_en)) &&
            syntax_.phrase_at(at) < 0)) {
      ++at;
    }
    if (!syntax_.is_any(at, tags(Tag::adjective, Tag::verb_en, Tag::verb_past))) return;
  }
  if (syntax_.is(at - 1, Tag::negation)) return;
  if (is_list_start(at + 1) || syntax_.is_any(at + 1, tags(Tag::comma, Tag::stop))) {
    if (read_chance(group, at)) return;
  }
  const auto cues = tables_.adjective_cues.find(syntax_.lower(at));
  if (cues == tables_.adjective_cues.end()) return;
  for (const Cue& cue : cues->second) {
    if (cue.word_class == "standing" && group.lemma != "stand") continue;
    if (read_constructions(cue, group, at + 1)) return;
  }
}

// Tries a cue's constructions behind a position; the first that fits makes the frame.
bool FrameFinder::read_constructions(const Cue& cue, const VerbGroup& group, int at) {
  for (const std::string& construction : cue.constructions) {
    const Rule* rule = tables_.find_rule(cue.word_class, construction);
    if (rule == nullptr) continue;
    if (cue.word_class == "depend" && depends_itself(group)) {
      rule = tables_.find_rule("rely", construction);
      if (rule == nullptr) continue;
    }
    Frame frame = start_frame(*rule);
    frame.cue = {group.first, at};
    frame.subject = group.subject;
    frame.companion = companion_at(at);
    if (fill(construction, group, at, frame) && accepts(frame, group)) {
      if (frame.kind == Kind::outlook && frame.complement == Complement::infinitive) {
        frame.complement = Complement::predicate;  // never split
      }
      frames_.push_back(std::move(frame));
      return true;
    }
  }
  return false;
}

// "Egypt depends on X" is a stake of Egypt; "the outcome depends on X" is a driver.
bool FrameFinder::depends_itself(const VerbGroup& group) {
  if (group.subject < 0 || !group.modal.empty() || syntax_.lower(0) == "what") {
    return false;
  }
  const Referent who = discourse_.resolve_one(block_, sentence_, group.subject, false);
  if (who.empty()) return false;
  const Token& head = syntax_.token(syntax_.phrase(group.subject).head);
  if (head.is(Tag::pronoun)) return true;
  return !tables_.in_set(head.lemma(), "relation-noun") &&
         (head.is(Tag::name) || is_body(head) || head.lemma() == "economy");
}

// Finds the text that a construction takes.
bool FrameFinder::fill(std::string_view construction, const VerbGroup& group, int at,
                       Frame& frame) {
  if (construction == "subj") return fill_subject(group, frame);
  if (construction == "by") {  // "Iran, battered by sanctions, …" is told in passing
    return group.passive && group.form != VerbForm::participle &&
           fill_agent(group, frame);
  }
  if (construction == "back+by" || construction == "up+by") {  // "is held back by X"
    const std::string_view particle = construction.substr(0, construction.find('+'));
    return group.passive && syntax_.lower(group.last) == particle &&
           fill_agent(group, frame);
  }
  if (construction == "be-that") return fill_expletive(group, frame);
  if (construction == "be-to") return group.passive && fill_infinitive(at, frame);
  if (construction == "be") return fill_passive_subject(group, frame);
  if (construction == "with-alarm") return fill_alarm(group, at, frame);
  if (group.passive && group.form != VerbForm::participle && construction != "as" &&
      !is_adjectival(group)) {
    return false;
  }
  if (construction == "as") return fill_as(group, at, frame);
  const bool obliged = group.lemma == "have" && construction == "to";
  if (!obliged) at = skip_adverbs(at);
  if (construction == "to") return fill_infinitive(skip_reflexive(at), frame);
  if (construction == "obj") return fill_object(at, frame);
  if (construction == "obj+that") {  // "has assured Tehran that S"
    const int p = syntax_.phrase_at(at);
    return p >= 0 && syntax_.is(syntax_.phrase(p).last, Tag::that) &&
           fill_clause(syntax_.phrase(p).last, frame);
  }
  if (construction == "facing") return fill_facing(group, at, frame);
  if (construction == "subj+for") {
    return syntax_.lower(at) == "for" && fill_subject_for(group, at, frame);
  }
  if (construction == "ing") return fill_gerund(at, frame);
  if (construction == "that") return fill_clause(at, frame);
  if (construction.starts_with('+')) {
    return fill_preposition(construction.substr(1), skip_reflexive(at), frame);
  }
  return fill_object_preposition(construction, at, frame);
}

bool FrameFinder::is_adjectival(const VerbGroup& group) const {
  return tables_.adjective_cues.contains(syntax_.lower(group.main));
}

}  // namespace steppe
