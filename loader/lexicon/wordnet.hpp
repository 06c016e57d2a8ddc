// Word classes of English from WordNet, compiled into tables at build time
// (loader/lexicon/compile_words). Lower-case single words only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace steppe::wordnet {

/// How much a lemma is used as each class: 0 not at all, 1 known but never seen in
/// WordNet's tagged texts, else 1 + 2 log2(count + 1), at most 31.
struct Word {
  std::uint32_t string_offset;
  std::uint8_t string_size;
  std::uint8_t noun;
  std::uint8_t verb;
  std::uint8_t adjective;
  std::uint8_t adverb;
  std::uint8_t noun_file;  // lexicographer file of the first noun sense: see NounFile
};

/// The lexicographer files of nouns that the rules ask for (lexnames(5WN)).
enum NounFile : std::uint8_t { kGroup = 14, kLocation = 15, kPerson = 18, kTime = 28 };

/// An irregular form and its lemma, as offsets into the table's strings.
struct Exception {
  std::uint32_t form_offset;
  std::uint8_t form_size;
  std::uint32_t lemma_offset;
  std::uint8_t lemma_size;
};

template <class Row>
struct Table {
  std::span<const Row> rows;
  const char* strings;
  std::span<const std::uint32_t> slots;  // hash slot -> row + 1; 0: empty
};

struct Tables {
  Table<Word> words;
  Table<Exception> nouns;
  Table<Exception> verbs;
};
extern const Tables kTables;

/// The entry of a lemma, or null. Points into static storage.
[[nodiscard]] const Word* find(std::string_view lemma);

/// The lemma of an irregular noun or verb form ("geese", "sought"), where there is one.
[[nodiscard]] std::optional<std::string_view> irregular_noun(std::string_view form);
[[nodiscard]] std::optional<std::string_view> irregular_verb(std::string_view form);

}  // namespace steppe::wordnet
