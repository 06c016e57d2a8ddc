// What a paragraph counts: "three obstacles. The first is X. Second, S."
#pragma once

#include <optional>

#include "loader/coding/essay.hpp"
#include "loader/frames/frames.hpp"

namespace steppe {

/// Notes what the ordinals behind a frame that only announces count.
void note_enumeration(Essay& essay, const AnalyzedBlock& block,
                      const AnalyzedSentence& sentence, const Frame& frame);

/// Notes a noun that counts: "is blocked by three obstacles", "India's first goal is …".
void note_list_noun(Essay& essay, const AnalyzedBlock& block,
                    const AnalyzedSentence& sentence);

/// The frame of a sentence that an ordinal opens.
[[nodiscard]] std::optional<Frame> read_enumerated(Essay& essay,
                                                   const AnalyzedBlock& block,
                                                   const AnalyzedSentence& sentence);

}  // namespace steppe
