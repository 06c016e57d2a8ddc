// The theme of a statement, from its text, its sentence and its essay.
//
// In: a span of a block's text. Out: the heaviest theme of its terms. Where they name
// none the rest of the sentence decides, and between near equals what the essay is about.
// Tested by tests/corpus_test.cpp.
#include "loader/coding/statement_theme.hpp"

#include <algorithm>

namespace steppe {
namespace {

// How much the words around a statement and the whole essay count for its theme.
constexpr double kContextWeight = 0.25;
constexpr double kEssayWeight = 6;
// Outweighs any single theme: "economic and security interests" are of both.
constexpr double kJoinedThemes = 100;

// The tokens that lie wholly inside a span of the block's text.
TokenRange tokens_in(const AnalyzedBlock& block, Span span) {
  const auto first =
      std::partition_point(block.tokens.begin(), block.tokens.end(),
                           [&](const Token& t) { return t.start < span.start_byte; });
  const auto last = std::partition_point(
      first, block.tokens.end(), [&](const Token& t) { return t.end <= span.end_byte; });
  return {static_cast<std::size_t>(first - block.tokens.begin()),
          static_cast<std::size_t>(last - block.tokens.begin())};
}

std::size_t theme_index(const Lexicon::Tables& tables, std::string_view id) {
  const auto at = std::find(tables.theme_ids.begin(), tables.theme_ids.end(), id);
  return static_cast<std::size_t>(at - tables.theme_ids.begin());
}

}  // namespace

ThemeWeights essay_theme_shares(const Essay& essay) {
  ThemeWeights weights(essay.tables.theme_ids.size(), 0);
  for (const AnalyzedBlock& block : essay.blocks) {
    weigh_themes(block.tokens, 0, block.tokens.size(), 1, essay.tables, weights);
  }
  return theme_shares(std::move(weights));
}

const std::string& theme_id(const Essay& essay, int theme) {
  return essay.tables.theme_ids[static_cast<std::size_t>(theme)];
}

std::string theme_of(const Essay& essay, const AnalyzedBlock& block,
                     const AnalyzedSentence& sentence, Span text) {
  const Lexicon::Tables& tables = essay.tables;
  ThemeWeights weights(tables.theme_ids.size(), 0);
  const auto weigh = [&](Span span, double factor) {
    const TokenRange range = tokens_in(block, span);
    weigh_themes(block.tokens, range.first, range.last, factor, tables, weights);
  };
  weigh(text, 1);
  if (joins_themes(block.tokens, tokens_in(block, text), tables)) {
    weights[theme_index(tables, "general")] += kJoinedThemes;
  }
  if (decide_theme(weights) < 0) {
    weigh(sentence.text, kContextWeight);
    weights[theme_index(tables, "political")] += 1;
  }
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weights[i] += kEssayWeight * essay.theme_shares[i];
  }
  return theme_id(essay, std::max(0, decide_theme(weights)));
}

}  // namespace steppe
