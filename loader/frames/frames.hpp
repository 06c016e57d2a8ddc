// Finds what a sentence says of its actors: a cue gives kind, holder, text.
//
// A cue is a verb, adjective or noun of lexicon/cues.tsv; a construction says where its
// text and its holder stand ("to": the infinitive behind it and its subject). Which
// kind a class of cues makes in which construction is a row of rules/rules.tsv.
#pragma once

#include <string>
#include <vector>

#include "loader/analysis.hpp"
#include "loader/reference.hpp"
#include "loader/spans.hpp"

namespace steppe {

struct Frame {
  const Rule* rule = nullptr;
  Kind kind = Kind::goal;
  CoreRange cue;
  CoreRange text;  // before splitting
  Complement complement = Complement::noun_phrase;
  int preposition = -1;  // that leads the text, for splitting
  int subject = -1;      // the noun phrase that holds, or -1
  int companion = -1;    // "together with X": holds as well
  Referent holders;
  bool open = false;  // the text is still to come: a list follows
  std::string modality = "asserted";
};

/// The frames of a sentence, by position of their cues; none inside another's text.
/// `declared` is true where the essay speaks for an actor: that actor's "will" is a
/// promise.
[[nodiscard]] std::vector<Frame> find_frames(const AnalyzedBlock& block,
                                             const AnalyzedSentence& sentence,
                                             ActorList& actors, Discourse& discourse,
                                             const Topic& topic);

/// Whether a sentence asks. A question states nothing.
[[nodiscard]] bool is_question(const Syntax& syntax);

}  // namespace steppe
