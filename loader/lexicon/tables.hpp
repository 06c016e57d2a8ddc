// The lexicon as the extraction reads it. Built by lexicon.cpp, constant afterwards.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "loader/language/tokens.hpp"
#include "loader/lexicon/lexicon.hpp"
#include "loader/lexicon/string_map.hpp"

namespace steppe {

/// A name as a row of tokens, with the actors that it may mean.
struct AliasEntry {
  std::vector<std::string> words;  // lower case
  std::string text;                // as listed; its capitals must stand in the text too
  bool exact = false;              // an acronym: the case must agree
  std::string form;
  std::vector<int> actors;  // indices into Tables::actors
};

/// A word that makes a statement: what class it belongs to
/// and the constructions it takes.
struct Cue {
  std::string lemma;
  std::string word_class;                  // "aim", "fear", ...
  std::vector<std::string> constructions;  // "to", "obj", "+about", ...
};

/// A class of cues in a construction: what kind of statement it makes.
struct Rule {
  std::string id;
  std::string word_class;
  std::string construction;
  Kind kind = Kind::goal;
  std::string example;          // the expected text in brackets
  std::string counter_example;  // yields nothing by this rule; "" for none
};

/// A phrase of headings and lead-ins that says what stands below:
/// "challenge", "the way forward".
struct LeadIn {
  std::vector<std::string> words;  // lemmas or forms
  std::string word_class;
};

/// An adverbial of several words: "in particular", "for its part".
struct Adverbial {
  std::vector<std::string> words;
  bool anywhere = false;  // also where no commas enclose it
};

struct ThemeTerm {
  std::vector<std::string> words;  // lemmas
  int theme = 0;                   // index into theme_ids
  int weight = 0;
};

/// Words by the set they belong to: "government" in "actor-body",
/// "relationship" in "relation".
using WordSets = StringMap<std::vector<std::string>>;

struct Lexicon::Tables {
  ListedWords words;
  Abbreviations abbreviations;
  StringMap<std::vector<Adverbial>> adverbials;  // by first word; longest first

  std::vector<Actor> actors;
  StringMap<int> actor_by_id;
  StringMap<std::vector<AliasEntry>> aliases;  // by first word; longest first

  StringMap<std::vector<Cue>> verb_cues;  // by lemma
  StringMap<std::vector<Cue>> adjective_cues;
  StringMap<std::vector<Cue>> noun_cues;
  std::vector<Rule> rules;     // by id
  StringMap<int> rule_by_key;  // "class construction" -> index

  StringMap<std::vector<LeadIn>> lead_ins;        // by first word; longest first
  StringMap<std::vector<ThemeTerm>> theme_terms;  // by first word; longest first
  std::vector<std::string> theme_ids;
  WordSets word_sets;

  [[nodiscard]] const Rule* find_rule(std::string_view word_class,
                                      std::string_view construction) const;
  /// Whether a word belongs to a set of word_sets.tsv.
  [[nodiscard]] bool in_set(std::string_view word, std::string_view set) const;
};

}  // namespace steppe
