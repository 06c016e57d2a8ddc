// Builds the values of an Extraction: sentences, mentions, and the parts of a statement.
#pragma once

#include "loader/coding/essay.hpp"
#include "loader/frames/frames.hpp"

namespace steppe {

/// The line of the file where a span of a block's text starts.
[[nodiscard]] std::uint32_t line_of(const Essay& essay, const AnalyzedBlock& block,
                                    Span text);

/// Adds a sentence and the actors named in it; returns its row in Extraction::sentences.
int add_sentence(Essay& essay, const AnalyzedBlock& block,
                 const AnalyzedSentence& sentence, const char* outcome);
void set_outcome(Essay& essay, int row, const char* outcome);

/// A statement that a rule makes, still without sentence, text and actors.
[[nodiscard]] Statement start_statement(const Rule& rule, Kind kind);

/// Sets span, line and quote.
void set_text(const Essay& essay, const AnalyzedBlock& block, Span text,
              Statement& statement);
void add_cue(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
             const Frame& frame, Statement& statement);

/// Actors in a role; one that the statement has already keeps its first role.
void add_holders(Essay& essay, const Referent& holders, Statement& statement);
void add_target(Essay& essay, int actor, Statement& statement);

/// Adds every actor named in the scope: from the holder to the end of the text.
void add_named_targets(Essay& essay, const AnalyzedBlock& block,
                       const AnalyzedSentence& sentence, Span scope,
                       Statement& statement);

/// Adds the regions that the text describes: "the islands".
void add_described_targets(Essay& essay, const AnalyzedBlock& block,
                           const AnalyzedSentence& sentence, Span text,
                           Statement& statement);

}  // namespace steppe
