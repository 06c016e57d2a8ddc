// What headings, lead-ins and parent items say about the text below them.
#pragma once

#include <optional>
#include <vector>

#include "loader/analysis.hpp"
#include "loader/frames/frames.hpp"
#include "loader/reference.hpp"

namespace steppe {

/// What a heading, lead-in or parent item gives to the statements below it.
struct Guide {
  std::optional<Kind> kind;
  const Rule* rule = nullptr;
  Referent holders;
  std::vector<int> others;  // actors named beside the holders
  int theme = -1;
  Span evidence;     // of the raw file; empty: none
  std::string role;  // "heading", "lead-in"
};

/// The guide that a heading gives.
[[nodiscard]] Guide read_heading(const AnalyzedBlock& block, ActorList& actors,
                                 Discourse& discourse);

/// The guide that a lead-in sentence gives to the list behind it.
[[nodiscard]] Guide read_lead_in(const AnalyzedBlock& block,
                                 const AnalyzedSentence& sentence, ActorList& actors,
                                 Discourse& discourse, const Topic& topic);

/// The guide that an item which only names an actor or topic
/// gives to the list nested in it.
[[nodiscard]] Guide read_parent_item(const AnalyzedBlock& block, ActorList& actors,
                                     Discourse& discourse);

/// The kind that a noun gives to what follows: "challenges", "aims".
[[nodiscard]] const Rule* list_noun(std::string_view lemma,
                                    const Lexicon::Tables& tables);

}  // namespace steppe
