// Tested by tests/rules_test.cpp (each row of the rules) and tests/frames_test.cpp.
#include "loader/frames.hpp"

#include <algorithm>

#include "loader/lexicon/wordnet.hpp"

namespace steppe {
namespace {

bool is_link_verb(std::string_view lemma) {
  return lemma == "be" || lemma == "remain" || lemma == "become" || lemma == "feel" ||
         lemma == "seem" || lemma == "stay" || lemma == "grow" || lemma == "appear" ||
         lemma == "look" || lemma == "stand";
}
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

class FrameFinder {
 public:
  FrameFinder(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
              ActorList& actors, Discourse& discourse, const Topic& topic)
      : block_(block), sentence_(sentence), syntax_(sentence.syntax), actors_(actors),
        tables_(actors.tables()), discourse_(discourse), topic_(topic) {}

  std::vector<Frame> run() {
    read_cleft();
    for (const VerbGroup& group : syntax_.verb_groups) read_group(group);
    for (std::size_t p = 0; p < syntax_.noun_phrases.size(); ++p) read_noun(static_cast<int>(p));
    read_purposes();
    read_absolutes();
    return select();
  }

 private:
  // --- verbs -------------------------------------------------------------------------------

  void read_group(const VerbGroup& group) {
    if (is_asked(group) || is_denied(group) || is_subordinate_purpose(group)) return;
    const std::size_t before = frames_.size();
    read_adjective(group);
    if (frames_.size() == before) read_verb(group);
    if (frames_.size() > before) apply_modal(group, before);
    if (frames_.size() == before) read_modal(group);
  }

  // "a framework to support X" takes no stance; "continues to seek X" does.
  bool is_subordinate_purpose(const VerbGroup& group) const {
    if (group.form != VerbForm::infinitive) return false;
    int before = group.first - 1;
    while (syntax_.is(before, Tag::adverb)) --before;
    const int g = syntax_.group_at(before);
    return g < 0 || !tables_.in_set(syntax_.group(g).lemma, "raising-verb");
  }

  // A question states nothing, direct or not.
  bool is_asked(const VerbGroup& group) const {
    const bool direct = syntax_.size() > 0 && syntax_.token(syntax_.size() - 1).text == "?";
    const bool indirect = group.opener == "where" || group.opener == "how" || group.opener == "why";
    return direct || (indirect && syntax_.is(group.clause_first, Tag::wh));
  }

  // "X denies that it seeks Y", "nothing suggests that", "it would be wrong to say that".
  bool is_denied(const VerbGroup& group) const {
    if (!group.subordinate || group.relative) return false;
    if (!group.opener.empty() && group.opener != "that") return false;
    const VerbGroup* outer = nullptr;
    for (const VerbGroup& other : syntax_.verb_groups) {
      if (other.last <= group.clause_first) outer = &other;
    }
    if (outer == nullptr || outer->last + 3 < group.clause_first) return false;
    if (tables_.in_set(outer->lemma, "deny-verb") || outer->negated || has_negative_subject(*outer)) {
      return true;
    }
    for (const VerbGroup& other : syntax_.verb_groups) {
      if (other.clause == outer->clause && other.modal == "would") return true;
    }
    return false;
  }

  void read_verb(const VerbGroup& group) {
    const auto cues = tables_.verb_cues.find(group.lemma);
    if (cues == tables_.verb_cues.end()) return;
    for (const Cue& cue : cues->second) {
      if (read_constructions(cue, group, group.last)) return;
    }
  }

  void read_adjective(const VerbGroup& group) {
    int at = group.last;
    if (group.passive) {
      at = group.main;
    } else if (!is_link_verb(group.lemma)) {
      return;
    } else {
      while (syntax_.is_any(at, tags(Tag::adverb, Tag::comma, Tag::negation)) ||
             (syntax_.is(at, Tag::determiner) && syntax_.is_any(at + 1, tags(Tag::adjective, Tag::verb_en)) &&
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

  // "A trade war remains unlikely": the subject belongs to the text.
  bool read_chance(const VerbGroup& group, int at) {
    if (!tables_.in_set(syntax_.lower(at), "chance-adjective") || group.past) return false;
    return add_whole(group, at + 1);
  }

  // "A return to hostility cannot be ruled out."
  bool read_excluded(const VerbGroup& group) {
    if (group.modal != "cannot" && !(group.modal == "can" && group.negated)) return false;
    if (!group.passive || !tables_.in_set(group.lemma, "exclude-verb")) return false;
    return add_whole(group, syntax_.lower(group.last) == "out" ? group.last + 1 : group.last);
  }

  bool add_whole(const VerbGroup& group, int last) {
    if (group.subject < 0 || group.form != VerbForm::finite) return false;
    const NounPhrase& subject = syntax_.phrase(group.subject);
    if (subject.first >= group.first || syntax_.is(subject.head, Tag::pronoun)) return false;
    Frame frame;
    frame.rule = tables_.find_rule("chance", "whole");
    if (frame.rule == nullptr) return false;
    frame.kind = frame.rule->kind;
    frame.subject = group.subject;
    frame.cue = {group.first, last};
    frame.text = {subject.first, last};
    frame.complement = Complement::predicate;
    frames_.push_back(std::move(frame));
    return true;
  }

  // Tries a cue's constructions behind the position `at`; the first that fits makes the frame.
  bool read_constructions(const Cue& cue, const VerbGroup& group, int at) {
    for (const std::string& construction : cue.constructions) {
      const Rule* rule = tables_.find_rule(cue.word_class, construction);
      if (rule == nullptr) continue;
      if (cue.word_class == "depend" && depends_itself(group)) {
        rule = tables_.find_rule("rely", construction);
        if (rule == nullptr) continue;
      }
      Frame frame;
      frame.rule = rule;
      frame.kind = rule->kind;
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
  bool depends_itself(const VerbGroup& group) {
    if (group.subject < 0 || !group.modal.empty() || syntax_.lower(0) == "what") return false;
    const Referent who = discourse_.resolve_one(block_, sentence_, group.subject, false);
    if (who.empty()) return false;
    const Token& head = syntax_.token(syntax_.phrase(group.subject).head);
    if (head.is(Tag::pronoun)) return true;
    return !tables_.in_set(head.lemma(), "relation-noun") &&
           (head.is(Tag::name) || tables_.in_set(head.lemma(), "actor-noun") ||
            tables_.in_set(head.lemma(), "body-noun") ||
            head.word->noun_file == wordnet::kPerson || head.word->noun_file == wordnet::kGroup ||
            head.lemma() == "economy");
  }

  // Finds the text that a construction takes.
  bool fill(std::string_view construction, const VerbGroup& group, int at, Frame& frame) {
    if (construction == "subj") return fill_subject(group, frame);
    if (construction == "by") {  // "Iran, battered by sanctions, …" is told in passing
      return group.passive && group.form != VerbForm::participle && fill_agent(group, frame);
    }
    if (construction == "be-that") return fill_expletive(group, frame);
    if (construction == "be-to") return group.passive && fill_infinitive(at, frame);
    if (group.passive && group.form != VerbForm::participle &&
        construction != "as" && !is_adjectival(group)) {
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
    if (construction == "subj+for") return syntax_.lower(at) == "for" && fill_subject_for(group, at, frame);
    if (construction == "ing") return fill_gerund(at, frame);
    if (construction == "that") return fill_clause(at, frame);
    if (construction.starts_with('+')) {
      return fill_preposition(construction.substr(1), skip_reflexive(at), frame);
    }
    return fill_object_preposition(construction, at, frame);
  }
  bool is_adjectival(const VerbGroup& group) const {
    return tables_.adjective_cues.contains(syntax_.lower(group.main));
  }

  // Over adverbs, and over what commas enclose: ", in private,", ", together with X,".
  int skip_adverbs(int at) const {
    while (syntax_.is(at, Tag::adverb)) ++at;
    if (!syntax_.is(at, Tag::comma)) return at;
    constexpr int kLongest = 10;
    for (int i = at + 1; i < at + kLongest; ++i) {
      if (syntax_.is(i, Tag::comma)) return i + 1;
      if (syntax_.is_any(i, kFinite)) return at;
    }
    return at;
  }
  int companion_at(int at) const {
    if (!syntax_.is(at, Tag::comma) || syntax_.lower(at + 2) != "with") return -1;
    const std::string_view word = syntax_.lower(at + 1);
    const bool joins = word == "together" || word == "along" || word == "jointly";
    return joins ? syntax_.phrase_at(at + 3) : -1;
  }
  int skip_reflexive(int at) const {
    const std::string_view w = syntax_.lower(at);
    return w == "itself" || w == "themselves" || w == "ourselves" ? at + 1 : at;
  }

  bool take(int first, Complement complement, Frame& frame) {
    if (first >= syntax_.size()) return false;
    frame.complement = complement;
    frame.text = {first, complement_end(syntax_, first, complement)};
    frame.text = trim(syntax_, frame.text);
    const bool hollow = frame.text.last - frame.text.first <= 2 && syntax_.lower(frame.text.last - 1) == "own";
    return !frame.text.empty() && !hollow;
  }

  bool fill_infinitive(int at, Frame& frame) {
    if (syntax_.is(at, Tag::negation) && syntax_.is(at + 1, Tag::to)) {  // "promised not to V"
      return take(at, Complement::infinitive, frame);
    }
    if (syntax_.is_any(at, tags(Tag::to, Tag::preposition)) && syntax_.lower(at) == "to" && is_list_start(at + 1)) {
      return open_list(frame);
    }
    const int g = syntax_.group_at(at);
    if (g < 0 || !syntax_.is(at, Tag::to) || syntax_.group(g).first != at) return false;
    return take(at + 1, Complement::infinitive, frame);
  }

  bool fill_gerund(int at, Frame& frame) {
    const int g = syntax_.group_at(at);
    if (g < 0 || syntax_.group(g).form != VerbForm::gerund) return false;
    return take(at, Complement::gerund, frame);
  }

  // "the challenges facing X": the text is what faces, the holder what is faced.
  bool fill_facing(const VerbGroup& group, int at, Frame& frame) {
    const int before = syntax_.phrase_at(group.first - 1);
    const int object = syntax_.phrase_at(at);
    if (group.form != VerbForm::gerund || before < 0 || object < 0) return false;
    frame.text = {syntax_.phrase(before).first, syntax_.phrase(object).last};
    frame.complement = Complement::predicate;
    frame.subject = object;
    return true;
  }

  bool fill_object(int at, Frame& frame) {
    const int p = syntax_.phrase_at(at);
    if (p < 0 || syntax_.phrase(p).first != at) return false;
    const std::string_view pronoun = syntax_.lower(at);
    if (syntax_.is(at, Tag::pronoun) && (pronoun == "it" || pronoun == "them" || pronoun == "this")) return false;
    return take(at, Complement::noun_phrase, frame);
  }

  bool fill_clause(int at, Frame& frame) {
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

  bool fill_preposition(std::string_view preposition, int at, Frame& frame) {
    if (syntax_.lower(at) != preposition) return false;
    if (is_list_start(at + 1)) return open_list(frame);
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
  bool fill_object_preposition(std::string_view construction, int at, Frame& frame) {
    const std::size_t plus = construction.find('+');
    if (plus == std::string_view::npos) return false;
    const int p = syntax_.phrase_at(at);
    if (p < 0 || syntax_.token(syntax_.phrase(p).head).lemma() != construction.substr(0, plus)) {
      return false;
    }
    if (is_negated(syntax_.phrase(p))) return false;
    frame.cue.last = syntax_.phrase(p).last;
    return fill_preposition(construction.substr(plus + 1), syntax_.phrase(p).last, frame);
  }

  // "it is feared in Khartoum that S"
  bool fill_expletive(const VerbGroup& group, Frame& frame) {
    if (!group.passive || group.subject < 0 || syntax_.lower(syntax_.phrase(group.subject).head) != "it") {
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

  // "is hampered by X": the text is the agent.
  bool fill_agent(const VerbGroup& group, Frame& frame) {
    for (int i = group.last; i < syntax_.size(); ++i) {
      if (syntax_.lower(i) == "by") return fill_preposition("by", i, frame);
      if (syntax_.is_any(i, kFinite | tags(Tag::stop, Tag::colon, Tag::relative))) return false;
    }
    return false;
  }

  // "X undermines Y": the text is the subject, the holder the object.
  bool fill_subject(const VerbGroup& group, Frame& frame) {
    if (group.passive || group.subject < 0) return false;
    const NounPhrase& subject = syntax_.phrase(group.subject);
    if (subject.first >= group.first || syntax_.is(subject.head, Tag::pronoun)) return false;
    const int object = syntax_.phrase_at(skip_adverbs(group.last));
    frame.subject = object;
    frame.complement = Complement::predicate;  // a subject is not split
    frame.text = trim(syntax_, {subject.first, subject_end(group)});
    return !frame.text.empty() && object >= 0;
  }

  // "X is important for Y": the text is the subject.
  bool fill_subject_for(const VerbGroup& group, int at, Frame& frame) {
    if (group.subject < 0) return false;
    const NounPhrase& subject = syntax_.phrase(group.subject);
    if (subject.first >= group.first || syntax_.is(subject.head, Tag::pronoun)) return false;
    frame.text = trim(syntax_, {subject.first, subject_end(group)});
    frame.complement = Complement::noun_phrase;
    frame.subject = syntax_.phrase_at(at + 1);
    return !frame.text.empty();
  }

  // Where a subject ends: before its verb, without a non-restrictive part.
  int subject_end(const VerbGroup& group) const {
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

  // "sees X as a source of Y", "regards X as a threat", "is seen as a threat".
  bool fill_as(const VerbGroup& group, int at, Frame& frame) {
    int as = at;
    while (as < syntax_.size() && syntax_.lower(as) != "as") {
      if (syntax_.is_any(as, kFinite | tags(Tag::stop, Tag::colon)) && as > at) return false;
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

  bool fill_threat(const VerbGroup& group, int at, int as, Frame& frame) {
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
  bool relative_object(const VerbGroup& group, Frame& frame) {
    if (!group.relative || syntax_.lower(group.last) != "as") return false;
    const int antecedent = syntax_.phrase_at(
        syntax_.is(group.clause_first - 1, Tag::comma) ? group.clause_first - 2
                                                       : group.clause_first - 1);
    if (antecedent < 0 || antecedent == group.subject) return false;
    frame.text = {syntax_.phrase(antecedent).first, syntax_.phrase(antecedent).last};
    return true;
  }

  // The sentence stops where its complement should stand: a list follows.
  bool is_list_start(int i) const { return i >= syntax_.size() || syntax_.is(i, Tag::colon); }

  bool open_list(Frame& frame) {
    frame.open = true;
    return true;
  }

  // --- modals ------------------------------------------------------------------------------

  // A cue under a modal: "must seek" is a need, "may seek" a prediction, "will seek" an aim.
  void apply_modal(const VerbGroup& group, std::size_t from) {
    if (!is_duty(group.modal) && !is_future(group.modal)) return;
    const bool predicted = group.modal == "may" || group.modal == "might" || group.modal == "could";
    const bool strong = frames_[from].kind == Kind::driver || frames_[from].kind == Kind::need ||
                        frames_[from].kind == Kind::challenge;
    const bool willed = is_own_will(group.modal) &&
                        (frames_[from].kind == Kind::goal || strong);
    if (willed || (predicted && frames_[from].kind == Kind::driver)) return;
    const std::string_view rule = frames_[from].rule->construction;
    if (rule == "be-to" && is_own_will(group.modal)) return;
    frames_.resize(from);
    read_modal(group);
  }

  void read_modal(const VerbGroup& group) {
    if (group.form == VerbForm::finite && group.lemma == "go" && group.progressive && !group.past) {
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
  void add_going_to(const VerbGroup& group) {
    Frame frame;
    frame.rule = tables_.find_rule("future", "going-to");
    if (frame.rule == nullptr || !fill_infinitive(group.last, frame)) return;
    frame.kind = frame.rule->kind;
    frame.subject = group.subject;
    frame.cue = {group.first, group.last};
    frame.complement = Complement::predicate;
    if (group.negated) frame.text.first = group.first + 1;
    frames_.push_back(std::move(frame));
  }

  // "can only be achieved through X"
  void read_condition(const VerbGroup& group) {
    bool only = false;
    for (int i = group.first; i < group.last; ++i) only = only || syntax_.lower(i) == "only";
    const std::string_view word = syntax_.lower(group.last);
    const bool opens = word == "through" || word == "by" || word == "if" || word == "when" || word == "with";
    if (!only || !opens) return;
    Frame frame;
    frame.rule = tables_.find_rule("condition", "only");
    if (frame.rule == nullptr) return;
    frame.kind = frame.rule->kind;
    frame.subject = group.subject;
    frame.cue = {group.first, group.last};
    if (take(group.last + 1, Complement::predicate, frame)) frames_.push_back(std::move(frame));
  }

  // Whether the essay speaks for the subject, or of what is done with what is its own: "these funds
  // will be kept".
  bool is_declared(const VerbGroup& group) {
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
  bool is_programme(int p) const {
    const Token& head = syntax_.token(syntax_.phrase(p).head);
    const bool name = head.is(Tag::name) || (head.is(Tag::number) && syntax_.is(syntax_.phrase(p).head - 1, Tag::name));
    return name || tables_.in_set(head.lemma(), "programme-noun");
  }

  void add_modal(const VerbGroup& group, std::string_view word_class,
                 std::string_view construction) {
    Frame frame;
    frame.rule = tables_.find_rule(word_class, construction);
    if (frame.rule == nullptr) return;
    frame.kind = frame.rule->kind;
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
    while (syntax_.is(first, Tag::to) || (syntax_.is(first, Tag::adverb) && first < group.main)) ++first;
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
  bool keeps_subject(const VerbGroup& group, const Frame& frame) const {
    if (!group.passive || group.subject < 0 || frame.kind == Kind::outlook) return false;
    const NounPhrase& subject = syntax_.phrase(group.subject);
    if (syntax_.is(subject.head, Tag::pronoun) || subject.first >= group.first) return false;
    for (int i = group.last; i < frame.text.last; ++i) {
      if (!syntax_.is_any(i, tags(Tag::conjunction, Tag::adverb, Tag::verb_en))) return false;
    }
    return true;
  }

  // "must move to X, while safeguarding Y": the participle is a duty too.
  void add_participle(const Frame& duty, int end) {
    int at = end;
    while (syntax_.is_any(at, tags(Tag::comma, Tag::subordinator, Tag::adverb, Tag::conjunction))) ++at;
    const int g = syntax_.group_at(at);
    if (at == end || g < 0 || syntax_.group(g).first != at ||
        syntax_.group(g).form != VerbForm::gerund) {
      return;
    }
    Frame frame = duty;
    frame.cue = {at, at + 1};
    if (take(at, Complement::gerund, frame)) frames_.push_back(std::move(frame));
  }

  // --- nouns -------------------------------------------------------------------------------

  void read_noun(int p) {
    const NounPhrase& np = syntax_.phrase(p);
    const auto cues = tables_.noun_cues.find(syntax_.token(np.head).lemma());
    if (cues == tables_.noun_cues.end() || is_negated(np)) return;
    for (const Cue& cue : cues->second) {
      for (const std::string& construction : cue.constructions) {
        const Rule* rule = tables_.find_rule(cue.word_class, construction);
        if (rule == nullptr) continue;
        Frame frame;
        frame.rule = rule;
        frame.kind = rule->kind;
        frame.cue = {np.first, np.last};
        if (!fill_noun(construction, p, frame)) continue;
        frames_.push_back(std::move(frame));
        return;
      }
    }
  }

  bool is_negated(const NounPhrase& np) const {
    for (int i = np.first; i < np.last; ++i) {
      if (syntax_.lower(i) == "no" || syntax_.lower(i) == "little") return true;
    }
    return false;
  }

  bool fill_noun(std::string_view construction, int p, Frame& frame) {
    if (construction == "is") return fill_copula(p, frame);
    if (construction == "lie+in") return fill_location(p, frame);
    if (construction == "in+to") return fill_in_interest(p, frame);
    if (construction.starts_with("with")) return fill_with(construction.substr(4), p, frame);
    if (construction == "pred") return fill_predicate(p, frame);
    if (construction == "there") return fill_existential(p, frame);
    if (construction == "have") return fill_possession(p, frame);
    if (construction.starts_with("have+")) {
      return !names_stakes(p) && governing_have(p, frame) &&
             fill_preposition(construction.substr(5), syntax_.phrase(p).last, frame);
    }
    return fill_nominal(construction, p, frame);
  }

  // "economic interests in the region" say themselves which; "an interest in ports" is one in ports.
  bool names_stakes(int p) const {
    const NounPhrase& np = syntax_.phrase(p);
    return syntax_.is(np.head, Tag::nouns) && np.head > np.first;
  }

  // "Its aim is to V", "The aim of X is N".
  bool fill_copula(int p, Frame& frame) {
    const VerbGroup* be = group_of_subject(p);
    if (be == nullptr || be->lemma != "be" || be->passive || be->progressive || be->negated ||
        be->past) {
      return false;
    }
    frame.subject = p;
    frame.cue.last = be->last;
    int at = be->last;
    while (syntax_.is(at, Tag::adverb) || (syntax_.is(at, Tag::determiner) && syntax_.phrase_at(at) < 0)) ++at;
    if (syntax_.is(at, Tag::comma) || syntax_.is(at, Tag::negation)) return false;
    if (syntax_.is(at, Tag::colon)) ++at;
    if (fill_infinitive(at, frame)) return true;
    if (syntax_.is(at, Tag::that)) return take(at + 1, Complement::clause, frame);
    if (syntax_.group_at(at) >= 0) return take(at, Complement::gerund, frame);
    // "Its goals are economic" says which; "its goals are modest" does not.
    const bool bare_adjective = syntax_.is(at, Tag::adjective) && syntax_.phrase_at(at) < 0;
    if (bare_adjective && syntax_.is(at + 1, Tag::colon) && fill_infinitive(at + 2, frame)) return true;
    if (bare_adjective && !tables_.theme_terms.contains(syntax_.lower(at))) return false;
    return take(at, Complement::noun_phrase, frame);
  }

  // "It is in our interest to V"
  bool fill_in_interest(int p, Frame& frame) {
    const NounPhrase& np = syntax_.phrase(p);
    if (np.preposition < 0 || syntax_.lower(np.preposition) != "in") return false;
    frame.subject = p;
    return fill_infinitive(np.last, frame);
  }

  // "with the aim of V-ing", "with a target to V"
  bool fill_with(std::string_view construction, int p, Frame& frame) {
    const NounPhrase& np = syntax_.phrase(p);
    if (np.preposition < 0 || syntax_.lower(np.preposition) != "with") return false;
    for (const VerbGroup& group : syntax_.verb_groups) {
      if (group.form == VerbForm::finite && !group.relative && (group.first < np.first || frame.subject < 0)) {
        frame.subject = group.subject;
      }
    }
    return construction == "+to" ? fill_infinitive(np.last, frame)
                                 : fill_preposition(construction.substr(1), np.last, frame);
  }

  // "Beijing's interests lie in X"
  bool fill_location(int p, Frame& frame) {
    const VerbGroup* lie = group_of_subject(p);
    if (lie == nullptr || lie->lemma != "lie") return false;
    frame.subject = p;
    frame.cue.last = lie->last;
    return fill_preposition("in", lie->last, frame);
  }

  const VerbGroup* group_of_subject(int p) const {
    // "One of its main goals is …"
    const int whole = p > 0 && syntax_.phrase(p).preposition == syntax_.phrase(p - 1).last &&
                              syntax_.lower(syntax_.phrase(p).preposition) == "of" &&
                              syntax_.is_any(syntax_.phrase(p - 1).head, tags(Tag::number, Tag::determiner, Tag::pronoun))
                          ? p - 1
                          : p;
    for (const VerbGroup& group : syntax_.verb_groups) {
      if ((group.subject == p || group.subject == whole) && group.form == VerbForm::finite &&
          !group.relative) {
        return &group;
      }
    }
    return nullptr;
  }

  // The verb whose object or predicate a phrase is.
  const VerbGroup* governing_group(int p) const {
    if (p > 0 && syntax_.phrase(p).preposition >= 0 &&
        syntax_.phrase(p).preposition == syntax_.phrase(p - 1).last &&
        tables_.in_set(syntax_.token(syntax_.phrase(p - 1).head).lemma(), "quantity-noun")) {
      --p;  // "a number of interests"
    }
    int i = syntax_.phrase(p).first - 1;
    while (syntax_.is(i, Tag::adverb)) --i;
    const int g = syntax_.group_at(i);
    return g >= 0 ? &syntax_.group(g) : nullptr;
  }

  bool governing_have(int p, Frame& frame) const {
    const VerbGroup* group = governing_group(p);
    if (group == nullptr || group->negated || group->past) return false;
    if (!tables_.in_set(group->lemma, "have-verb")) return false;
    frame.subject = group->subject;
    frame.cue.first = group->first;
    return true;
  }

  // "has a number of economic interests", with nothing behind them that says which.
  bool fill_possession(int p, Frame& frame) {
    if (!governing_have(p, frame)) return false;
    const NounPhrase& np = syntax_.phrase(p);
    int first = np.first;
    while (first < np.head && syntax_.is_any(first, tags(Tag::determiner, Tag::number))) ++first;
    frame.text = trim(syntax_, {first, complement_end(syntax_, first, Complement::predicate)});
    frame.complement = Complement::predicate;
    return np.head > first;
  }

  // "X is the main obstacle to Y": the text is the subject.
  bool fill_predicate(int p, Frame& frame) {
    const VerbGroup* group = governing_group(p);
    if (group == nullptr || group->negated || group->past || group->form != VerbForm::finite ||
        group->passive || !group->modal.empty()) {
      return false;
    }
    if (group->lemma != "be" && !tables_.in_set(group->lemma, "pose-verb")) return false;
    if (group->subject < 0 || syntax_.phrase(group->subject).first >= group->first) return false;
    const NounPhrase& subject = syntax_.phrase(group->subject);
    if (syntax_.is(subject.head, Tag::pronoun)) return false;
    const int end = group->relative ? subject.last : subject_end(*group);
    frame.text = trim(syntax_, {subject.first, end});
    frame.complement = Complement::predicate;
    const int after = syntax_.phrase(p).last;
    frame.subject = syntax_.is(after, Tag::preposition) ? syntax_.phrase_at(after + 1) : -1;
    return !frame.text.empty();
  }

  // "There is widespread fear in Pakistan that S".
  bool fill_existential(int p, Frame& frame) {
    const VerbGroup* group = governing_group(p);
    if (group == nullptr || !syntax_.is(group->first - 1, Tag::there) || group->negated) return false;
    frame.cue.first = group->first;
    for (int i = syntax_.phrase(p).last; i < syntax_.size(); ++i) {
      if (syntax_.is(i, Tag::that)) return take(i + 1, Complement::clause, frame);
      if (syntax_.phrase_at(i) >= 0 && frame.subject < 0) frame.subject = syntax_.phrase_at(i);
      if (syntax_.is_any(i, kFinite)) return false;
    }
    return false;
  }

  // "X's desire to V", "our commitment to N": a possessor holds, or the subject whose object it is.
  bool fill_nominal(std::string_view construction, int p, Frame& frame) {
    const NounPhrase& np = syntax_.phrase(p);
    const bool filled = construction == "to"     ? fill_infinitive(np.last, frame)
                        : construction == "that" ? syntax_.is(np.last, Tag::that) &&
                                                       fill_clause(np.last, frame)
                        : construction.starts_with('+')
                            ? fill_preposition(construction.substr(1), np.last, frame)
                            : false;
    if (!filled) return false;
    const VerbGroup* group = governing_group(p);
    if (group && tables_.in_set(group->lemma, "have-verb") && names_stakes(p)) return false;
    const bool object = group && !group->negated && tables_.in_set(group->lemma, "stance-verb");
    if (object) {
      frame.subject = group->subject;
      frame.cue.first = group->first;
      return true;
    }
    if (frame.rule->word_class == "require") return true;  // "the need to V" is anybody's
    frame.subject = p;
    return np.possessor_last >= 0 || syntax_.is(np.first, Tag::possessive_pronoun);
  }

  // --- absolutes ---------------------------------------------------------------------------

  // "Wary of X, Kenya …", "Kenya, eager to V, …", "GRAVELY CONCERNED at X;" of a declaration.
  void read_absolutes() {
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
        if (cue.word_class == "predict" || cue.word_class == "depend" || cue.word_class == "standing") continue;
        if (read_constructions(cue, bare, i + 1)) break;
      }
    }
  }

  int main_subject(int at) const {
    int subject = -1;
    for (const VerbGroup& group : syntax_.verb_groups) {
      if (group.form != VerbForm::finite || group.subordinate || group.subject < 0) continue;
      if (subject < 0 || group.first < at) subject = group.subject;
    }
    return subject;
  }

  // --- clefts ------------------------------------------------------------------------------

  // "What worries Kenya most is X", "What Kenya wants is X": a cue between "what" and "is".
  void read_cleft() {
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
      Frame frame;
      frame.rule = rule;
      frame.kind = rule->kind;
      frame.cue = {0, be + 1};
      for (int k = 1; k < be && frame.subject < 0; ++k) frame.subject = syntax_.phrase_at(k);
      if (!fill_infinitive(be + 1, frame) && !take(be + 1, Complement::noun_phrase, frame)) return;
      frames_.push_back(std::move(frame));
      return;
    }
  }

  const Cue* cue_of_verb(const Word& word) const {
    for (const Reading& reading : word.readings) {
      if (!has(tags(Tag::verb_s, Tag::verb_plain), reading.tag)) continue;
      const auto cues = tables_.verb_cues.find(reading.lemma);
      if (cues != tables_.verb_cues.end()) return &cues->second.front();
    }
    return nullptr;
  }

  // --- purposes ----------------------------------------------------------------------------

  // "in order to V"
  void read_purposes() {
    for (int i = 0; i + 3 < syntax_.size(); ++i) {
      if (syntax_.lower(i) != "in" || syntax_.lower(i + 1) != "order") continue;
      Frame frame;
      frame.rule = tables_.find_rule("purpose", "to");
      if (frame.rule == nullptr) return;
      frame.kind = frame.rule->kind;
      frame.cue = {i, i + 3};
      if (!fill_infinitive(i + 2, frame)) continue;
      for (const VerbGroup& group : syntax_.verb_groups) {
        if (group.form == VerbForm::finite && !group.relative && (group.first < i || frame.subject < 0)) {
          frame.subject = group.subject;
        }
      }
      frames_.push_back(std::move(frame));
    }
  }

  // --- conditions --------------------------------------------------------------------------

  bool accepts(Frame& frame, const VerbGroup& group) {
    const bool kept_negation = frame.kind == Kind::need || frame.kind == Kind::outlook;
    const bool predicted = frame.rule->word_class == "predict";
    if (group.negated && (!kept_negation || (group.modal.empty() && !predicted))) return false;
    if (predicted && frame.rule->construction != "modal") keep_negative(group, frame);
    const bool finished = group.past && !group.perfect && group.modal.empty() &&
                          frame.kind != Kind::commitment;
    if (finished && group.form == VerbForm::finite) return false;
    if (group.modal == "would" && group.lemma != "like" && group.lemma != "prefer") return false;
    const bool expected = frame.rule->word_class == "predict" && group.modal == "can";
    if ((group.modal == "can" || group.modal == "cannot") && !expected) return false;
    if (frame.kind == Kind::need && is_remark(group)) return false;
    if (frame.rule->word_class == "predict" && group.lemma == "stand" && is_stake(frame)) return false;
    if (frame.rule->word_class == "expect") hand_over(frame);
    if (frame.rule->id == "need.require.obj") require_of(frame);
    if (is_about_text(group)) return false;
    if (is_stance(frame) && has_lifeless_subject(frame)) return false;
    if (is_stance(frame) || frame.kind == Kind::need) propose_holder(frame);
    if (has_negative_subject(group) && group.modal == "could") return false;
    if (has_negative_subject(group) && !kept_negation) return false;
    if (group.modal == "may" || group.modal == "might" || group.modal == "could") frame.modality = "possible";
    if (group.negated) frame.modality = "negated";
    if (group.opener == "if" || group.opener == "unless") frame.modality = "conditional";
    return true;
  }

  // "The IMF expects growth": whose future it is, not who says so. "X expects Y to V": Y's predicate.
  void hand_over(Frame& frame) {
    frame.subject = syntax_.phrase_at(frame.text.first);
    const int p = frame.subject;
    if (p < 0 || discourse_.resolve(block_, sentence_, p, false).empty()) return;
    int to = syntax_.phrase(p).last;
    if (syntax_.is(to, Tag::to)) frame.text.first = to + 1;
    frame.complement = Complement::predicate;
  }

  // "stands to benefit from X" is a stake in X; the infinitive says so itself.
  bool is_stake(const Frame& frame) const {
    const int g = syntax_.group_at(frame.text.first);
    if (g < 0) return false;
    const auto cues = tables_.verb_cues.find(syntax_.group(g).lemma);
    return cues != tables_.verb_cues.end() && cues->second.front().word_class == "stake";
  }

  // "X requires India to diversify": India must.
  void require_of(Frame& frame) {
    const int p = syntax_.phrase_at(frame.text.first);
    if (p < 0 || !syntax_.is(syntax_.phrase(p).last, Tag::to)) return;
    if (discourse_.resolve(block_, sentence_, p, true).empty()) return;
    frame.subject = p;
    frame.text.first = syntax_.phrase(p).last + 1;
    frame.complement = Complement::infinitive;
  }

  // "This essay will examine", "I will argue", "you should read".
  bool is_about_text(const VerbGroup& group) const {
    if (group.subject < 0) return false;
    const NounPhrase& subject = syntax_.phrase(group.subject);
    const std::string_view head = syntax_.lower(subject.head);
    if (head == "you" || head == "i") return true;
    const std::string_view first = syntax_.lower(subject.first);
    return (first == "this" || first == "the") &&
           tables_.in_set(syntax_.token(subject.head).lemma(), "text-noun");
  }

  // "unlikely to V", "not expected to V": the text keeps what makes it negative.
  void keep_negative(const VerbGroup& group, Frame& frame) const {
    for (int i = group.first; i < frame.text.first; ++i) {
      if (!syntax_.is(i, Tag::negation) && syntax_.lower(i) != "unlikely") continue;
      frame.text.first = i;
      frame.complement = Complement::predicate;
      return;
    }
  }

  // Stances need somebody who can have them.
  static bool is_stance(const Frame& frame) {
    const std::string& c = frame.rule->word_class;
    return (c == "aim" && frame.rule->construction != "be-to") || c == "fear" || c == "stake" ||
           (c == "pledge" && frame.rule->construction != "modal");
  }
  bool has_lifeless_subject(const Frame& frame) {
    if (frame.subject < 0) return false;
    const Referent who = discourse_.resolve(block_, sentence_, frame.subject, true);
    if (!who.empty() || !who.thing) return false;
    if (!topic_.author.empty() && is_programme(frame.subject)) return false;
    const Token& head = syntax_.token(syntax_.phrase(frame.subject).head);
    if (head.is(Tag::name) || head.is_any(tags(Tag::determiner, Tag::number))) return false;
    return head.word->noun_file != wordnet::kPerson && head.word->noun_file != wordnet::kGroup &&
           !tables_.in_set(head.lemma(), "body-noun") && !tables_.in_set(head.lemma(), "actor-noun");
  }

  // A capitalised subject that no table knows is an actor all the same where it takes a stance.
  void propose_holder(const Frame& frame) {
    if (frame.subject < 0) return;
    const NounPhrase& np = syntax_.phrase(frame.subject);
    const Token& head = syntax_.token(np.head);
    if (!head.is(Tag::name) || !head.capital || head.hyphen) return;
    if (tables_.in_set(head.noun_lemma(), "actor-noun") || tables_.in_set(head.noun_lemma(), "body-noun")) return;
    if (!discourse_.resolve(block_, sentence_, frame.subject, true).empty()) return;
    if (tables_.in_set(head.lower(), "relation-noun")) return;
    int first = np.head;
    while (first > np.first && syntax_.token(first - 1).capital && syntax_.is(first - 1, Tag::name)) --first;
    if (first == 0 && first == np.head && !head.all_capitals) return;  // any word may open a sentence
    const Span span = sentence_.core_span(first, np.head + 1);
    actors_.propose(std::string(sentence_.block_text.substr(span.start_byte, span.size())));
  }

  // "it should be noted that"
  bool is_remark(const VerbGroup& group) const {
    return group.passive && tables_.in_set(group.lemma, "speech-verb");
  }

  bool has_negative_subject(const VerbGroup& group) const {
    if (group.subject < 0) return false;
    const std::string_view first = syntax_.lower(syntax_.phrase(group.subject).first);
    return first == "none" || first == "nobody" || first == "no" || first == "neither" ||
           first == "nothing" || first == "few";
  }

  // By position of the cue; a frame whose cue lies in another's text goes, and of two with one cue
  // the one found first stays.
  std::vector<Frame> select() {
    std::stable_sort(frames_.begin(), frames_.end(), [](const Frame& a, const Frame& b) {
      return a.cue.first < b.cue.first;
    });
    std::vector<Frame> kept;
    for (Frame& frame : frames_) {
      const bool inside = std::any_of(kept.begin(), kept.end(), [&](const Frame& k) {
        const bool in_text = frame.cue.first >= k.text.first && frame.cue.first < k.text.last;
        const bool in_cue = frame.cue.first < k.cue.last && frame.cue.last > k.cue.first;
        const bool same_text = !frame.open && frame.text.first == k.text.first;
        return in_text || (in_cue && !k.open) || same_text;
      });
      if (!inside) kept.push_back(std::move(frame));
    }
    return kept;
  }

  const AnalyzedBlock& block_;
  const AnalyzedSentence& sentence_;
  const Syntax& syntax_;
  ActorList& actors_;
  const Lexicon::Tables& tables_;
  Discourse& discourse_;
  const Topic& topic_;
  std::vector<Frame> frames_;
};

}  // namespace

std::vector<Frame> find_frames(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                               ActorList& actors, Discourse& discourse,
                               const Topic& topic) {
  return FrameFinder(block, sentence, actors, discourse, topic).run();
}

}  // namespace steppe
