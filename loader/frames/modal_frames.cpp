// Modals: a duty ("must V"), a future ("will V", "is going to V"), a promise.
//
// In: a verb group, with the frame that its verb made or without. Out: a modal replaces
// the frame of a cue below it, unless the cue says more: "must seek" is a need, "will
// seek" still an aim.
// Tested by tests/rules_test.cpp.
#include <algorithm>

#include "loader/frames/frame_finder.hpp"

namespace steppe {
namespace {

bool is_duty(std::string_view modal) {
  return modal == "must" || modal == "should" || modal == "ought";
}
bool is_future(std::string_view modal) {
  return modal == "will" || modal == "shall" || modal == "may" || modal == "might" ||
         modal == "could" || modal == "'ll" || modal == "wo";
}
bool is_own_will(std::string_view modal) {
  return modal == "will" || modal == "shall" || modal == "'ll";
}

}  // namespace

// "must seek" is a need, "may seek" a prediction, "will seek" still an aim.
void FrameFinder::apply_modal(const VerbGroup& group, std::size_t from) {
  if (!is_duty(group.modal) && !is_future(group.modal)) return;
  const bool predicted = is_possible(group.modal);
  const bool strong = frames_[from].kind == Kind::driver ||
                      frames_[from].kind == Kind::need ||
                      frames_[from].kind == Kind::challenge;
  const bool willed =
      is_own_will(group.modal) && (frames_[from].kind == Kind::goal || strong);
  if (willed || (predicted && frames_[from].kind == Kind::driver)) return;
  const std::string_view rule = frames_[from].rule->construction;
  if (rule == "be-to" && is_own_will(group.modal)) return;
  frames_.resize(from);
  read_modal(group);
}

// A modal makes a statement of any verb: "must V", "will V", "can only V by N".
void FrameFinder::read_modal(const VerbGroup& group) {
  if (group.form == VerbForm::finite && group.lemma == "go" && group.progressive &&
      !group.past) {
    return add_going_to(group);
  }
  if (group.form != VerbForm::finite || group.modal.empty()) return;
  if (is_duty(group.modal)) return add_modal(group, "duty", "modal");
  if (read_excluded(group)) return;
  if (group.modal == "can") return read_condition(group);
  if (!is_future(group.modal)) return;
  if (is_own_will(group.modal) && !group.negated && is_declared(group)) {
    return add_modal(group, "pledge", "modal");
  }
  add_modal(group, "future", "modal");
}

// "is going to V", "is not going to V"
void FrameFinder::add_going_to(const VerbGroup& group) {
  const Rule* rule = tables_.find_rule("future", "going-to");
  if (rule == nullptr) return;
  Frame frame = start_frame(*rule);
  if (!fill_infinitive(group.last, frame)) return;
  frame.subject = group.subject;
  frame.cue = {group.first, group.last};
  frame.complement = Complement::predicate;
  if (group.negated) frame.text.first = group.first + 1;
  frames_.push_back(std::move(frame));
}

// "can only be achieved through X"
void FrameFinder::read_condition(const VerbGroup& group) {
  bool only = false;
  for (int i = group.first; i < group.last; ++i) {
    only = only || syntax_.lower(i) == "only";
  }
  const std::string_view word = syntax_.lower(group.last);
  const bool opens = word == "through" || word == "by" || word == "if" ||
                     word == "when" || word == "with";
  if (!only || !opens) return;
  const Rule* rule = tables_.find_rule("condition", "only");
  if (rule == nullptr) return;
  Frame frame = start_frame(*rule);
  frame.subject = group.subject;
  frame.cue = {group.first, group.last};
  if (take(group.last + 1, Complement::predicate, frame)) {
    frames_.push_back(std::move(frame));
  }
}

// Whether the essay speaks for the subject, or of what is done with what is its own:
// "these funds will be kept".
bool FrameFinder::is_declared(const VerbGroup& group) {
  if (topic_.author.empty() || group.subject < 0) return false;
  const Referent who = discourse_.resolve(block_, sentence_, group.subject, false);
  const bool unknown = std::all_of(who.who.begin(), who.who.end(), [&](const Who& one) {
    return actors_[one.actor].origin == "text";
  });
  if (unknown && is_programme(group.subject)) return true;
  if (who.empty()) return who.thing && group.passive;
  return std::any_of(who.who.begin(), who.who.end(), [&](const Who& one) {
    return std::find(topic_.author.begin(), topic_.author.end(), one.actor) !=
           topic_.author.end();
  });
}

// "This initiative will …", "PACC 2030 will …": what an actor has set up acts for it.
bool FrameFinder::is_programme(int p) const {
  const Token& head = syntax_.token(syntax_.phrase(p).head);
  const bool name =
      head.is(Tag::name) ||
      (head.is(Tag::number) && syntax_.is(syntax_.phrase(p).head - 1, Tag::name));
  return name || tables_.in_set(head.lemma(), "programme-noun");
}

// "must V", "will V": the verb itself is the text.
void FrameFinder::add_modal(const VerbGroup& group, std::string_view word_class,
                            std::string_view construction) {
  const Rule* rule = tables_.find_rule(word_class, construction);
  if (rule == nullptr) return;
  Frame frame = start_frame(*rule);
  frame.subject = group.subject;
  int modal = group.first;
  while (modal < group.last && syntax_.lower(modal) != group.modal) ++modal;
  frame.cue = {modal, modal + 1};
  if (group.last == modal + 1) {
    frame.open = is_list_start(group.last);
    if (frame.open) frames_.push_back(std::move(frame));
    return;
  }
  int first = modal + 1;
  while (syntax_.is(first, Tag::to) ||
         (syntax_.is(first, Tag::adverb) && first < group.main)) {
    ++first;
  }
  const Complement complement = frame.kind == Kind::outlook ? Complement::predicate
                                : frame.kind == Kind::need  ? Complement::duty
                                                            : Complement::infinitive;
  if (!take(first, complement, frame)) return;
  if (frame.text.last <= group.main || !accepts(frame, group)) return;
  if (keeps_subject(group, frame)) frame.text.first = syntax_.phrase(group.subject).first;
  const int end = frame.text.last;
  const Frame duty = frame;
  frames_.push_back(std::move(frame));
  if (complement == Complement::duty) add_participle(duty, end);
}

// "waste must be reduced": the predicate alone says nothing.
bool FrameFinder::keeps_subject(const VerbGroup& group, const Frame& frame) const {
  if (!group.passive || frame.kind == Kind::outlook || !has_noun_subject(group)) {
    return false;
  }
  for (int i = group.last; i < frame.text.last; ++i) {
    if (!syntax_.is_any(i, tags(Tag::conjunction, Tag::adverb, Tag::verb_en))) {
      return false;
    }
  }
  return true;
}

// "must move to X, while safeguarding Y": the participle is a duty too.
void FrameFinder::add_participle(const Frame& duty, int end) {
  int at = end;
  while (syntax_.is_any(
      at, tags(Tag::comma, Tag::subordinator, Tag::adverb, Tag::conjunction))) {
    ++at;
  }
  const int g = syntax_.group_at(at);
  if (at == end || g < 0 || syntax_.group(g).first != at ||
      syntax_.group(g).form != VerbForm::gerund) {
    return;
  }
  Frame frame = duty;
  frame.cue = {at, at + 1};
  if (take(at, Complement::gerund, frame)) frames_.push_back(std::move(frame));
}

}  // namespace steppe
