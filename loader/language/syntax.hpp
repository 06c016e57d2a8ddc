// The shallow structure of one sentence: noun phrases, verb
// groups, clauses and their subjects.
//
// Works on the sentence's core: its tokens without quotation marks and asides. All
// positions are indices into Syntax::core; ranges are half-open.
#pragma once

#include <string_view>
#include <vector>

#include "loader/language/sentences.hpp"
#include "loader/language/tokens.hpp"

namespace steppe {

struct NounPhrase {
  int first = 0;
  int last = 0;
  int head = 0;             // last noun of the phrase, or the pronoun
  int preposition = -1;     // the preposition that governs it; -1: none
  int possessor_last = -1;  // where its possessor ends ("Russia ’s" goals), or -1
};

enum class VerbForm { finite, infinitive, gerund, participle };

struct VerbGroup {
  int first = 0;  // "to" included for an infinitive
  int last = 0;
  int main = 0;
  VerbForm form = VerbForm::finite;
  std::string_view lemma;  // of the main verb; "be", "have" where that is the only one
  std::string_view modal;  // lower case, or ""
  bool passive = false;
  bool perfect = false;
  bool progressive = false;
  bool past = false;  // simple past
  bool negated = false;
  int subject = -1;      // index into noun_phrases; -1: not found
  int clause = 0;        // numbered by sentence; a coordinated verb shares its number
  int clause_first = 0;  // where the clause opens (its subordinator or relative included)
  bool relative = false;  // in a relative clause
  bool subordinate = false;
  std::string_view opener;  // the subordinator's word ("if", "because", "that"), or ""
};

struct Syntax {
  std::vector<Token> core;
  std::vector<NounPhrase> noun_phrases;
  std::vector<VerbGroup> verb_groups;
  std::vector<int> noun_phrase_at;  // by core index: the phrase that covers it, or -1
  std::vector<int> verb_group_at;

  [[nodiscard]] int size() const { return static_cast<int>(core.size()); }
  [[nodiscard]] const Token& token(int i) const {
    return core[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] bool is(int i, Tag tag) const {
    return i >= 0 && i < size() && token(i).is(tag);
  }
  [[nodiscard]] bool is_any(int i, TagSet set) const {
    return i >= 0 && i < size() && token(i).is_any(set);
  }
  [[nodiscard]] std::string_view lower(int i) const {
    return i >= 0 && i < size() ? token(i).lower() : std::string_view();
  }
  [[nodiscard]] int phrase_at(int i) const {
    return i >= 0 && i < size() ? noun_phrase_at[static_cast<std::size_t>(i)] : -1;
  }
  [[nodiscard]] int group_at(int i) const {
    return i >= 0 && i < size() ? verb_group_at[static_cast<std::size_t>(i)] : -1;
  }
  [[nodiscard]] const NounPhrase& phrase(int i) const {
    return noun_phrases[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] const VerbGroup& group(int i) const {
    return verb_groups[static_cast<std::size_t>(i)];
  }
};

/// Builds the syntax of a tagged sentence. Linear.
[[nodiscard]] Syntax parse_sentence(const std::vector<Token>& tokens,
                                    TokenRange sentence);

/// The two steps of it: chunks, then clauses and subjects.
void find_chunks(Syntax& syntax);
void find_clauses(Syntax& syntax);

}  // namespace steppe
