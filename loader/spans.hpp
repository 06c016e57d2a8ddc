// How much text a statement takes: where a complement ends, and where it splits.
//
// Positions are indices into Syntax::core; ranges are half-open.
#pragma once

#include <vector>

#include "loader/language/syntax.hpp"

namespace steppe {

struct CoreRange {
  int first = 0;
  int last = 0;
  [[nodiscard]] bool empty() const { return first >= last; }
};

/// What fills a cue's complement.
enum class Complement {
  infinitive,
  duty,  // an infinitive under "must": a participle behind its comma is a duty of its own
  gerund,
  noun_phrase,
  clause,
  predicate,
  item,  // of an enumeration in prose: kept whole, its "which" included
};

/// The end of a complement that starts at `first`: before the next clause, a
/// non-restrictive "which" or "because" part, a trailing attribution.
[[nodiscard]] int complement_end(const Syntax& syntax, int first, Complement complement);

/// The parts of a complement that could each stand alone; one part where none splits off.
/// For noun phrases after a preposition, `preposition` is its position
/// (else -1): "on X, on Y, and on Z".
[[nodiscard]] std::vector<CoreRange> split_coordination(const Syntax& syntax,
                                                        CoreRange whole,
                                                        Complement complement,
                                                        int preposition);

/// Drops punctuation, conjunctions and empty adverbs at both ends.
[[nodiscard]] CoreRange trim(const Syntax& syntax, CoreRange range);

}  // namespace steppe
