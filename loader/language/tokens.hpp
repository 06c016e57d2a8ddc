// Splits a block of text into tokens: words, numbers, punctuation marks.
//
// A possessive ('s) and a contracted verb or negation ('ll, n't) are tokens of their own;
// so is the hyphen between two capitalised words ("Russia-Central Asia" is four tokens).
// An abbreviation keeps its full stop, a number its separators.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "loader/language/tags.hpp"
#include "loader/language/vocabulary.hpp"
#include "loader/lexicon/string_map.hpp"
#include "steppe/extraction.hpp"

namespace steppe {

struct Token {
  std::uint32_t start = 0;  // offsets into the block's text
  std::uint32_t end = 0;
  Tag tag = Tag::other;  // after tag_words(): the reading that fits the context
  bool punctuation = false;
  bool fixed = false;         // `tag` is known before the context is looked at
  bool capital = false;       // starts with a capital letter
  bool all_capitals = false;  // at least two letters, none small
  bool abbreviation = false;  // keeps its full stop
  bool hyphen = false;        // between two capitalised words
  bool starts_name = false;   // of an actor, by its own name
  bool aside = false;         // inside brackets or between dashes; see mark_asides()
  bool space_before = false;
  const Word* word = nullptr;  // null for punctuation
  std::string_view text;       // points into the block's text

  [[nodiscard]] std::string_view lower() const { return word ? word->lower : text; }
  [[nodiscard]] std::string_view lemma() const { return word ? word->lemma(tag) : text; }
  /// The lemma as a noun, also of a noun that is written like a name: "the Parties".
  [[nodiscard]] std::string_view noun_lemma() const {
    if (word == nullptr) return text;
    return tag == Tag::name ? word->lemma(word->has(Tag::nouns) ? Tag::nouns : Tag::noun)
                            : word->lemma(tag);
  }
  [[nodiscard]] bool is(Tag t) const { return tag == t; }
  [[nodiscard]] bool is_any(TagSet set) const { return has(set, tag); }
};

/// What a word that keeps its full stop may be followed by.
enum class AbbreviationUse { title, month, latin, unit, organization, other };
using Abbreviations = StringMap<AbbreviationUse>;

/// `text` must outlive the tokens; words are interned in `vocabulary`. Linear.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text,
                                          const Abbreviations& abbreviations,
                                          Vocabulary& vocabulary);

}  // namespace steppe
