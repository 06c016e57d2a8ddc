// The pieces of a quote in the raw file, where markup or a line break cuts it.
// Tested by tests/load_test.cpp.
#pragma once

#include <vector>

#include "loader/reader/document.hpp"

namespace steppe {

/// Built once a document; answers for any number of statements.
class QuotePieces {
 public:
  explicit QuotePieces(const Document& document);

  /// Raw ranges within `span` that the visible text comes from: ascending, disjoint, line
  /// breaks and markup left out. Cost: logarithmic in the document, linear in the result.
  [[nodiscard]] std::vector<Span> of(Span span) const;

 private:
  std::vector<Span> visible_;  // ascending
};

}  // namespace steppe
