// Tested by tests/metamorphic_test.cpp.
#include "loader/themes.hpp"

#include <algorithm>

namespace steppe {
namespace {

std::string_view theme_lemma(const Token& token) {
  if (token.word == nullptr) return token.text;
  const std::string_view lemma = token.lemma();
  return lemma.empty() ? token.lower() : lemma;
}

bool matches(const ThemeTerm& term, const std::vector<Token>& tokens, std::size_t at,
             std::size_t last) {
  if (at + term.words.size() > last) return false;
  for (std::size_t k = 0; k < term.words.size(); ++k) {
    const Token& token = tokens[at + k];
    if (term.words[k] != theme_lemma(token) && term.words[k] != token.lower())
      return false;
  }
  return true;
}

// The terms that start at a token, of the greatest length that fits.
std::size_t weigh_at(const std::vector<Token>& tokens, std::size_t at, std::size_t last,
                     double factor, const Lexicon::Tables& tables,
                     ThemeWeights& weights) {
  std::size_t length = 0;
  for (const std::string_view key : {theme_lemma(tokens[at]), tokens[at].lower()}) {
    const auto terms = tables.theme_terms.find(key);
    if (terms == tables.theme_terms.end()) continue;
    for (const ThemeTerm& term : terms->second) {
      if (term.words.size() < length) break;
      if (!matches(term, tokens, at, last)) continue;
      length = term.words.size();
      weights[static_cast<std::size_t>(term.theme)] += factor * term.weight;
    }
    if (length > 0) break;
  }
  return length;
}

}  // namespace

void weigh_themes(const std::vector<Token>& tokens, std::size_t first, std::size_t last,
                  double factor, const Lexicon::Tables& tables, ThemeWeights& weights) {
  weights.resize(tables.theme_ids.size(), 0);
  for (std::size_t at = first; at < last;) {
    if (tokens[at].word == nullptr) {
      ++at;
      continue;
    }
    at += std::max<std::size_t>(1, weigh_at(tokens, at, last, factor, tables, weights));
  }
}

bool joins_themes(const std::vector<Token>& tokens, TokenRange range,
                  const Lexicon::Tables& tables) {
  const auto theme_at = [&](std::size_t i) {
    std::string_view word = tokens[i].lower();
    word = word.substr(0, word.find('-'));  // "security-related"
    const auto terms = tables.theme_terms.find(word);
    if (terms == tables.theme_terms.end() || terms->second.back().words.size() > 1)
      return -1;
    return terms->second.back().theme;
  };
  for (std::size_t i = range.first; i + 2 < range.last; ++i) {
    if (!tokens[i].is(Tag::adjective) || !tokens[i + 1].is(Tag::conjunction)) continue;
    const bool modifier = tokens[i + 2].is(Tag::adjective) ||
                          (i + 3 < tokens.size() && tokens[i + 3].is_any(kNominal));
    const int first = theme_at(i);
    const int second = theme_at(i + 2);
    if (modifier && first >= 0 && second >= 0 && first != second) return true;
  }
  return false;
}

int decide_theme(const ThemeWeights& weights) {
  const auto heaviest = std::max_element(weights.begin(), weights.end());
  if (heaviest == weights.end() || *heaviest <= 0) return -1;
  return static_cast<int>(heaviest - weights.begin());
}

ThemeWeights theme_shares(ThemeWeights weights) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  if (sum > 0) {
    for (double& weight : weights) weight /= sum;
  }
  return weights;
}

}  // namespace steppe
