// Finds the frames of one sentence. Private: frames.hpp is the public face.
//
// One object reads one sentence. The read_ functions look for cues and add frames, the
// fill_ functions find a construction's text and say whether it stands there, the rest
// are claims about the sentence. Positions are indices into Syntax::core, phrases (`p`)
// into Syntax::noun_phrases.
#pragma once

#include <string_view>
#include <vector>

#include "loader/frames/frames.hpp"
#include "loader/lexicon/tables.hpp"

namespace steppe {

class FrameFinder {
 public:
  FrameFinder(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
              ActorList& actors, Discourse& discourse, const Topic& topic)
      : block_(block),
        sentence_(sentence),
        syntax_(sentence.syntax),
        actors_(actors),
        tables_(actors.tables()),
        discourse_(discourse),
        topic_(topic) {}

  [[nodiscard]] std::vector<Frame> run();

 private:
  // frames.cpp
  std::vector<Frame> select();

  // verb_frames.cpp
  void read_group(const VerbGroup& group);
  void read_verb(const VerbGroup& group);
  void read_adjective(const VerbGroup& group);
  bool read_constructions(const Cue& cue, const VerbGroup& group, int at);
  bool depends_itself(const VerbGroup& group);
  bool fill(std::string_view construction, const VerbGroup& group, int at, Frame& frame);
  bool is_adjectival(const VerbGroup& group) const;

  // complements.cpp
  bool take(int first, Complement complement, Frame& frame);
  bool fill_infinitive(int at, Frame& frame);
  bool fill_gerund(int at, Frame& frame);
  bool fill_object(int at, Frame& frame);
  bool fill_clause(int at, Frame& frame);
  bool fill_preposition(std::string_view preposition, int at, Frame& frame);
  bool fill_object_preposition(std::string_view construction, int at, Frame& frame);
  bool is_list_start(int i) const;
  bool open_list(Frame& frame);
  int skip_adverbs(int at) const;
  int skip_reflexive(int at) const;
  int companion_at(int at) const;

  // subject_texts.cpp
  bool has_noun_subject(const VerbGroup& group) const;
  int subject_end(const VerbGroup& group) const;
  bool fill_subject(const VerbGroup& group, Frame& frame);
  bool fill_subject_for(const VerbGroup& group, int at, Frame& frame);
  bool fill_agent(const VerbGroup& group, Frame& frame);
  bool fill_expletive(const VerbGroup& group, Frame& frame);
  bool fill_facing(const VerbGroup& group, int at, Frame& frame);
  bool fill_passive_subject(const VerbGroup& group, Frame& frame);
  bool fill_alarm(const VerbGroup& group, int at, Frame& frame);
  bool fill_as(const VerbGroup& group, int at, Frame& frame);
  bool fill_threat(const VerbGroup& group, int at, int as, Frame& frame);
  bool relative_object(const VerbGroup& group, Frame& frame);

  // modal_frames.cpp
  void apply_modal(const VerbGroup& group, std::size_t from);
  void read_modal(const VerbGroup& group);
  void add_going_to(const VerbGroup& group);
  void read_condition(const VerbGroup& group);
  bool is_declared(const VerbGroup& group);
  bool is_programme(int p) const;
  void add_modal(const VerbGroup& group, std::string_view word_class,
                 std::string_view construction);
  bool keeps_subject(const VerbGroup& group, const Frame& frame) const;
  void add_participle(const Frame& duty, int end);

  // noun_frames.cpp
  void read_noun(int p);
  bool is_negated(const NounPhrase& np) const;
  bool fill_noun(std::string_view construction, int p, Frame& frame);
  bool names_stakes(int p) const;
  bool fill_copula(int p, Frame& frame);
  bool fill_in_interest(int p, Frame& frame);
  bool fill_state(std::string_view preposition, int p, Frame& frame);
  bool fill_time(int p, Frame& frame);
  bool fill_with(std::string_view construction, int p, Frame& frame);
  bool fill_location(int p, Frame& frame);
  const VerbGroup* group_of_subject(int p) const;
  const VerbGroup* governing_group(int p) const;
  bool governing_have(int p, Frame& frame) const;
  bool fill_possession(int p, Frame& frame);
  bool fill_predicate(int p, Frame& frame);
  bool fill_existential(int p, Frame& frame);
  bool fill_nominal(std::string_view construction, int p, Frame& frame);

  // special_frames.cpp
  void read_cleft();
  const Cue* cue_of_verb(const Word& word) const;
  void read_absolutes();
  int main_subject(int at) const;
  void read_purposes();
  int subject_before(int at) const;
  bool read_chance(const VerbGroup& group, int at);
  bool read_excluded(const VerbGroup& group);
  bool add_whole(const VerbGroup& group, int last);

  // conditions.cpp
  bool is_asked(const VerbGroup& group) const;
  bool is_denied(const VerbGroup& group) const;
  bool is_subordinate_purpose(const VerbGroup& group) const;
  bool accepts(Frame& frame, const VerbGroup& group);
  void hand_over(Frame& frame);
  bool is_stake(const Frame& frame) const;
  void require_of(Frame& frame);
  bool is_about_text(const VerbGroup& group) const;
  void keep_negative(const VerbGroup& group, Frame& frame) const;
  static bool is_stance(const Frame& frame);
  bool has_lifeless_subject(const Frame& frame);
  bool is_body(const Token& head) const;
  void propose_holder(const Frame& frame);
  bool is_remark(const VerbGroup& group) const;
  bool has_negative_subject(const VerbGroup& group) const;

  const AnalyzedBlock& block_;
  const AnalyzedSentence& sentence_;
  const Syntax& syntax_;
  ActorList& actors_;
  const Lexicon::Tables& tables_;
  Discourse& discourse_;
  const Topic& topic_;
  std::vector<Frame> frames_;
};

/// A frame that a rule makes, still without its text.
[[nodiscard]] inline Frame start_frame(const Rule& rule) {
  Frame frame;
  frame.rule = &rule;
  frame.kind = rule.kind;
  return frame;
}

[[nodiscard]] inline bool is_possible(std::string_view modal) {
  return modal == "may" || modal == "might" || modal == "could";
}

}  // namespace steppe
