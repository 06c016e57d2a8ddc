// Word classes: listed words first, then WordNet's lemmas reached by inflection, then the
// shape of the word. Tested by tests/tagging_test.cpp.
#include "loader/language/vocabulary.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <span>

#include "loader/lexicon/wordnet.hpp"

namespace steppe {
namespace {

// Collects readings of one word; keeps the cheapest of each tag.
class Readings {
 public:
  Readings(Word& word, std::deque<std::string>& lemmas) : word_(word), lemmas_(lemmas) {}

  void add(Tag tag, int cost, std::string_view lemma) {
    for (Reading& reading : word_.readings) {
      if (reading.tag != tag) continue;
      if (cost < reading.cost) reading = {tag, cost, keep(lemma)};
      return;
    }
    word_.readings.push_back({tag, cost, keep(lemma)});
  }
  [[nodiscard]] bool empty() const { return word_.readings.empty(); }

 private:
  std::string_view keep(std::string_view lemma) {
    return lemma == word_.lower ? std::string_view(word_.lower)
                                : lemmas_.emplace_back(lemma);
  }
  Word& word_;
  std::deque<std::string>& lemmas_;
};

bool ends_with(std::string_view text, std::string_view tail) {
  return text.ends_with(tail);
}

// Rarest first: WordNet's scale (0..31, twice a logarithm) turned into a cost.
int cost_of(int use) { return 31 - use; }

void add_noun(Readings& out, Word& word, std::string_view lemma, Tag tag) {
  const wordnet::Word* entry = wordnet::find(lemma);
  if (entry == nullptr || entry->noun == 0) return;
  out.add(tag, cost_of(entry->noun), lemma);
  word.noun_file = entry->noun_file;
}

// Form to candidate lemmas by the regular endings (morphy(7WN)).
struct Ending {
  std::string_view suffix;
  std::string_view replacement;
};
constexpr Ending kPluralEndings[] = {
    {"ies", "y"}, {"ves", "f"}, {"men", "man"}, {"es", ""}, {"s", ""}};
constexpr Ending kThirdPersonEndings[] = {{"ies", "y"}, {"es", ""}, {"s", ""}};
constexpr Ending kPastEndings[] = {{"ied", "y"}, {"ed", "e"}, {"ed", ""}};
constexpr Ending kIngEndings[] = {{"ing", "e"}, {"ing", ""}};
constexpr Ending kGradedEndings[] = {{"ier", "y"}, {"iest", "y"}, {"er", "e"},
                                     {"est", "e"}, {"er", ""},    {"est", ""}};

template <class Use>
void for_each_lemma(std::string_view form, std::span<const Ending> endings, Use use) {
  for (const Ending& ending : endings) {
    if (form.size() < ending.suffix.size() + 2 || !ends_with(form, ending.suffix))
      continue;
    std::string lemma(form.substr(0, form.size() - ending.suffix.size()));
    lemma += ending.replacement;
    use(lemma);
    const std::size_t n = lemma.size();  // "planned" -> "plan"
    if (ending.replacement.empty() && n > 3 && lemma[n - 1] == lemma[n - 2] &&
        ending.suffix != "s" && ending.suffix != "es") {
      use(lemma.substr(0, n - 1));
    }
  }
}

void add_nouns(Readings& out, Word& word) {
  add_noun(out, word, word.lower, Tag::noun);
  if (const auto lemma = wordnet::irregular_noun(word.lower)) {
    add_noun(out, word, *lemma, Tag::nouns);
  }
  if (ends_with(word.lower, "ss")) return;
  for_each_lemma(word.lower, kPluralEndings, [&](const std::string& lemma) {
    add_noun(out, word, lemma, Tag::nouns);
  });
}

// The cost of a verb form: each form has its share of the lemma's use.
void add_verb(Readings& out, std::string_view lemma, std::initializer_list<Tag> forms) {
  const wordnet::Word* entry = wordnet::find(lemma);
  if (entry == nullptr || entry->verb == 0) return;
  for (const Tag form : forms) {
    out.add(form, cost_of(entry->verb) + (form == Tag::verb_plain ? 1 : 0), lemma);
  }
}

void add_verbs(Readings& out, Word& word) {
  add_verb(out, word.lower, {Tag::verb_base, Tag::verb_plain});
  if (const auto lemma = wordnet::irregular_verb(word.lower)) {
    const bool ing = ends_with(word.lower, "ing");
    if (ing) {
      add_verb(out, *lemma, {Tag::verb_ing});
    } else if (ends_with(word.lower, "s") && !ends_with(word.lower, "ss")) {
      add_verb(out, *lemma, {Tag::verb_s});
    } else {
      add_verb(out, *lemma, {Tag::verb_past, Tag::verb_en});
    }
  }
  const auto past = [&](const std::string& l) {
    add_verb(out, l, {Tag::verb_past, Tag::verb_en});
  };
  for_each_lemma(word.lower, kPastEndings, past);
  for_each_lemma(word.lower, kIngEndings,
                 [&](const std::string& l) { add_verb(out, l, {Tag::verb_ing}); });
  if (!ends_with(word.lower, "ss")) {
    for_each_lemma(word.lower, kThirdPersonEndings,
                   [&](const std::string& l) { add_verb(out, l, {Tag::verb_s}); });
  }
}

void add_modifiers(Readings& out, Word& word) {
  if (const wordnet::Word* entry = wordnet::find(word.lower)) {
    if (entry->adjective) out.add(Tag::adjective, cost_of(entry->adjective), word.lower);
    if (entry->adverb) out.add(Tag::adverb, cost_of(entry->adverb), word.lower);
  }
  for_each_lemma(word.lower, kGradedEndings, [&](const std::string& lemma) {
    const wordnet::Word* entry = wordnet::find(lemma);
    if (entry && entry->adjective)
      out.add(Tag::adjective, cost_of(entry->adjective) + 2, lemma);
  });
}

// Words that no list knows: by their ending.
struct Guess {
  std::string_view suffix;
  Tag tag;
  int cost;
};
constexpr Guess kGuesses[] = {{"ly", Tag::adverb, 10},      {"ing", Tag::verb_ing, 10},
                              {"ing", Tag::noun, 16},       {"ed", Tag::verb_en, 10},
                              {"ed", Tag::verb_past, 12},   {"ed", Tag::adjective, 12},
                              {"ous", Tag::adjective, 8},   {"ful", Tag::adjective, 8},
                              {"less", Tag::adjective, 8},  {"able", Tag::adjective, 8},
                              {"ible", Tag::adjective, 8},  {"ic", Tag::adjective, 8},
                              {"al", Tag::adjective, 10},   {"ive", Tag::adjective, 10},
                              {"ish", Tag::adjective, 10},  {"ian", Tag::adjective, 10},
                              {"ise", Tag::verb_base, 12},  {"ize", Tag::verb_base, 12},
                              {"ise", Tag::verb_plain, 14}, {"ize", Tag::verb_plain, 14},
                              {"ises", Tag::verb_s, 10},    {"izes", Tag::verb_s, 10},
                              {"ss", Tag::noun, 8},         {"s", Tag::nouns, 12}};

void guess(Readings& out, const Word& word) {
  out.add(Tag::noun, 14, word.lower);
  for (const Guess& g : kGuesses) {
    if (word.lower.size() > g.suffix.size() + 2 && ends_with(word.lower, g.suffix)) {
      out.add(g.tag, g.cost, word.lower);
    }
  }
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
  });
}
bool starts_with_digit(std::string_view text) {
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

void add_open_class(Word& word, std::deque<std::string>& lemmas) {
  Readings out(word, lemmas);
  if (starts_with_digit(word.lower)) {
    out.add(Tag::number, 0, word.lower);
    if (has_letter(word.lower)) out.add(Tag::adjective, 2, word.lower);
    return;
  }
  add_nouns(out, word);
  add_verbs(out, word);
  add_modifiers(out, word);
  const std::size_t hyphen = word.lower.rfind('-');
  if (out.empty() && hyphen != std::string::npos) {  // "de-risk", "climate-resilient"
    if (const wordnet::Word* tail =
            wordnet::find(std::string_view(word.lower).substr(hyphen + 1))) {
      if (tail->verb > tail->adjective) out.add(Tag::verb_base, 5, word.lower);
    }
    out.add(Tag::adjective, 4, word.lower);
    out.add(Tag::noun, 5, word.lower);
  }
  word.known = !out.empty();
  if (out.empty()) guess(out, word);
}

// So that the best reading of each word costs nothing.
void normalise(std::vector<Reading>& readings) {
  int least = readings.front().cost;
  for (const Reading& reading : readings) least = std::min(least, reading.cost);
  for (Reading& reading : readings) reading.cost = std::min(reading.cost - least, 20);
}

}  // namespace

bool Word::has(Tag tag) const {
  return std::any_of(readings.begin(), readings.end(),
                     [&](const Reading& reading) { return reading.tag == tag; });
}

std::string_view Word::lemma(Tag tag) const {
  for (const Reading& reading : readings) {
    if (reading.tag == tag) return reading.lemma;
  }
  return lower;
}

const Word& Vocabulary::intern(std::string_view text) {
  if (const auto known = by_text_.find(text); known != by_text_.end())
    return known->second;
  Word& word = by_text_.emplace(std::string(text), Word{}).first->second;
  word.lower = fold_case(text);
  add_open_class(word, lemmas_);
  if (const auto listed = listed_.find(std::string_view(word.lower));
      listed != listed_.end()) {
    std::vector<Reading> readings = listed->second;
    for (Reading& reading : readings) {
      reading.lemma = word.lemma(reading.tag);
      if (reading.tag == Tag::verb_plain) reading.lemma = word.lemma(Tag::verb_base);
    }
    word.readings = std::move(readings);
    word.listed = true;
    word.known = true;
  }
  normalise(word.readings);
  return word;
}

std::string fold_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      ++at;
      continue;
    }
    utf8proc_int32_t code = -1;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    const auto size =
        utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (size <= 0) {
      out += text[at++];
      continue;
    }
    at += static_cast<std::size_t>(size);
    if (code == 0x2019 || code == 0x2018) {
      out += '\'';
      continue;
    }
    utf8proc_uint8_t folded[4];
    const auto n = utf8proc_encode_char(utf8proc_tolower(code), folded);
    out.append(reinterpret_cast<const char*>(folded), static_cast<std::size_t>(n));
  }
  return out;
}

}  // namespace steppe
