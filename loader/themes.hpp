// The theme of a statement, by a weighted lexicon.
#pragma once

#include <vector>

#include "loader/language/sentences.hpp"
#include "loader/language/tokens.hpp"
#include "loader/lexicon/tables.hpp"

namespace steppe {

/// Weight of each theme (by Tables::theme_ids) in a stretch of text.
using ThemeWeights = std::vector<double>;

/// Adds the weights of the terms among tokens [first, last), longest terms first.
void weigh_themes(const std::vector<Token>& tokens, std::size_t first, std::size_t last,
                  double factor, const Lexicon::Tables& tables, ThemeWeights& weights);

/// Whether two modifiers of different themes are joined:
/// "economic and security interests".
[[nodiscard]] bool joins_themes(const std::vector<Token>& tokens, TokenRange range,
                                const Lexicon::Tables& tables);

/// The heaviest theme, the first of equals; -1 where nothing weighs.
[[nodiscard]] int decide_theme(const ThemeWeights& weights);

/// The weights as parts of their sum.
[[nodiscard]] ThemeWeights theme_shares(ThemeWeights weights);

}  // namespace steppe
