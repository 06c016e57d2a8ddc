// The distinct words of one essay, each analysed once: folded
// form, possible word classes, lemmas.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "loader/language/tags.hpp"
#include "loader/lexicon/string_map.hpp"

namespace steppe {

/// One way to read a word. A smaller cost is likelier; the costs of a word's readings
/// differ by about twice the binary logarithm of how much more one is used than the
/// other.
struct Reading {
  Tag tag = Tag::other;
  int cost = 0;
  std::string_view lemma;
};

struct Word {
  std::string lower;  // lower case, typographic apostrophes as ASCII
  std::vector<Reading> readings;
  std::uint8_t noun_file = 0;  // WordNet's file of the noun lemma: person, group, place
  bool listed = false;         // from words.tsv
  bool known = false;          // its readings are not guessed from its shape

  [[nodiscard]] bool has(Tag tag) const;
  /// The lemma under a tag; the word itself where it has no such reading.
  [[nodiscard]] std::string_view lemma(Tag tag) const;
};

/// Readings that words.tsv lists, by word.
using ListedWords = StringMap<std::vector<Reading>>;

/// Words live as long as their vocabulary and do not move.
class Vocabulary {
 public:
  explicit Vocabulary(const ListedWords& listed) : listed_(listed) {}

  /// The word that a stretch of text spells (any case).
  const Word& intern(std::string_view text);

 private:
  const ListedWords& listed_;
  StringMap<Word> by_text_;  // as spelt
  std::deque<std::string> lemmas_;
};

/// Lower case by Unicode's simple mapping; ’ becomes '. Bytes that are not UTF-8 stay.
[[nodiscard]] std::string fold_case(std::string_view text);

}  // namespace steppe
