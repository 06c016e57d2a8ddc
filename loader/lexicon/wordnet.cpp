// Look-ups in the compiled WordNet tables: open addressing, FNV-1a.
#include "loader/lexicon/wordnet.hpp"

namespace steppe::wordnet {
namespace {

std::uint32_t hash(std::string_view word) {
  std::uint32_t h = 2166136261u;
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h;
}

std::string_view key_of(const Table<Word>& table, const Word& row) {
  return {table.strings + row.string_offset, row.string_size};
}
std::string_view key_of(const Table<Exception>& table, const Exception& row) {
  return {table.strings + row.form_offset, row.form_size};
}

template <class Row>
const Row* look_up(const Table<Row>& table, std::string_view key) {
  const std::size_t mask = table.slots.size() - 1;
  for (std::size_t at = hash(key) & mask; table.slots[at] != 0; at = (at + 1) & mask) {
    const Row& row = table.rows[table.slots[at] - 1];
    if (key_of(table, row) == key) return &row;
  }
  return nullptr;
}

std::optional<std::string_view> irregular(const Table<Exception>& table,
                                          std::string_view form) {
  const Exception* row = look_up(table, form);
  if (row == nullptr) return std::nullopt;
  return std::string_view(table.strings + row->lemma_offset, row->lemma_size);
}

}  // namespace

const Word* find(std::string_view lemma) { return look_up(kTables.words, lemma); }

std::optional<std::string_view> irregular_noun(std::string_view form) {
  return irregular(kTables.nouns, form);
}

std::optional<std::string_view> irregular_verb(std::string_view form) {
  return irregular(kTables.verbs, form);
}

}  // namespace steppe::wordnet
