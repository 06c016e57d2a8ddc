// From a read essay to its statements: the engine's one pure function.
#pragma once

#include "loader/lexicon/lexicon.hpp"
#include "loader/reader/document.hpp"
#include "steppe/extraction.hpp"

namespace steppe {

/// Finds the statements of one document.
///
/// document   As read; knows where each visible character lies in the file. Borrowed.
/// lexicon    Actors, words, cues and rules. Borrowed for the call.
/// Returns    See Extraction. No statements: an empty list; sentences have outcomes.
///            The result points at neither argument.
/// Cost       Linear in the size of the essay.
/// Threads    Pure: safe to call at the same time with the same document and lexicon.
[[nodiscard]] Extraction extract(const Document& document, const Lexicon& lexicon);

}  // namespace steppe
