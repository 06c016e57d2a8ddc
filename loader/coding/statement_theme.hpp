// The theme of a statement, from its text, its sentence and its essay.
#pragma once

#include <string>

#include "loader/coding/essay.hpp"

namespace steppe {

/// How much of the essay each theme has, by Tables::theme_ids.
[[nodiscard]] ThemeWeights essay_theme_shares(const Essay& essay);

/// The id of the theme of a text.
[[nodiscard]] std::string theme_of(const Essay& essay, const AnalyzedBlock& block,
                                   const AnalyzedSentence& sentence, Span text);
/// The id of a theme by its index.
[[nodiscard]] const std::string& theme_id(const Essay& essay, int theme);

}  // namespace steppe
