// Tested by tests/sentences_test.cpp.
#include "loader/language/sentences.hpp"

namespace steppe {
namespace {

// A stretch without a full stop is cut here, so that what looks
// through a sentence stays cheap.
constexpr std::size_t kLongestSentence = 400;

bool is_final_stop(const Token& token) {
  return token.is(Tag::stop) && token.text != ";";
}

// A word that starts a sentence rather than continues a name: "The", "In", "However".
bool is_function_word(const Token& token) {
  constexpr TagSet kFunction =
      tags(Tag::determiner, Tag::pronoun, Tag::possessive_pronoun, Tag::preposition,
           Tag::conjunction, Tag::subordinator, Tag::there, Tag::adverb, Tag::wh);
  return token.word && token.word->listed && !token.word->readings.empty() &&
         has(kFunction, token.word->readings.front().tag);
}

class Splitter {
 public:
  Splitter(const std::vector<Token>& tokens, const Abbreviations& abbreviations)
      : tokens_(tokens), abbreviations_(abbreviations) {}

  std::vector<TokenRange> run() {
    std::vector<TokenRange> sentences;
    std::size_t first = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const bool too_long = i + 1 - first >= kLongestSentence;
      if (!ends_sentence(i) && !too_long) continue;
      if (!too_long) i = closing_end(i);
      sentences.push_back({first, i + 1});
      first = i + 1;
    }
    if (first < tokens_.size()) sentences.push_back({first, tokens_.size()});
    return sentences;
  }

 private:
  // The last of the marks that close with the sentence: quotation
  // marks, brackets, more stops.
  std::size_t closing_end(std::size_t i) const {
    while (i + 1 < tokens_.size()) {
      const Token& next = tokens_[i + 1];
      const bool closes =
          next.is(Tag::quote) || next.is(Tag::close) || is_final_stop(next);
      if (!closes || (next.space_before && !is_final_stop(next))) break;
      ++i;
    }
    return i;
  }

  bool ends_sentence(std::size_t i) const {
    const Token& token = tokens_[i];
    if (is_final_stop(token)) return starts_sentence(next_word(closing_end(i)), false);
    if (!token.abbreviation) return false;
    const std::size_t next = next_word(i);
    if (next >= tokens_.size()) return false;
    const auto use = abbreviations_.find(token.text.substr(0, token.text.size() - 1));
    const bool continues =
        token.text.size() == 2 ||  // an initial
        (use != abbreviations_.end() && use->second != AbbreviationUse::unit);
    return !continues && starts_sentence(next, true);
  }

  std::size_t next_word(std::size_t i) const {
    for (++i;
         i < tokens_.size() && (tokens_[i].is(Tag::quote) || tokens_[i].is(Tag::open) ||
                                tokens_[i].is(Tag::dash));) {
      ++i;
    }
    return i;
  }

  bool starts_sentence(std::size_t i, bool after_abbreviation) const {
    if (i >= tokens_.size()) return true;
    const Token& token = tokens_[i];
    if (token.word == nullptr) return false;
    if (after_abbreviation) return token.capital && is_function_word(token);
    return token.capital || (token.text.front() >= '0' && token.text.front() <= '9');
  }

  const std::vector<Token>& tokens_;
  const Abbreviations& abbreviations_;
};

}  // namespace

std::vector<TokenRange> split_sentences(const std::vector<Token>& tokens,
                                        const Abbreviations& abbreviations) {
  return Splitter(tokens, abbreviations).run();
}

void mark_asides(std::vector<Token>& tokens, TokenRange sentence) {
  int depth = 0;
  std::vector<std::size_t> dashes;
  for (std::size_t i = sentence.first; i < sentence.last; ++i) {
    Token& token = tokens[i];
    if (token.is(Tag::open)) ++depth;
    token.aside = depth > 0;
    if (token.is(Tag::close) && depth > 0) --depth;
    if (token.is(Tag::dash) && depth == 0) dashes.push_back(i);
  }
  if (dashes.size() != 2) return;
  for (std::size_t i = dashes[0]; i <= dashes[1]; ++i) tokens[i].aside = true;
}

}  // namespace steppe
