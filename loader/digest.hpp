// Stable names for what a load writes: of one statement, and of all that was read from an
// essay. Tested by tests/load_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "loader/load.hpp"

namespace steppe {

/// The fingerprints of all statements, in their order: 16 hexadecimal digits over
/// document, kind and quote, and the number of the occurrence where the same words are
/// coded again. A place in the file is not part of it, so that it survives an edit
/// elsewhere in the essay.
[[nodiscard]] std::vector<std::string> fingerprints(
    std::string_view document, const std::vector<Statement>& statements);

/// SHA-256 over everything that a load writes of an essay beside its bytes and its
/// source. Two loads with the same bytes and the same digest write the same rows.
[[nodiscard]] std::string coding_digest(const LoadItem& item, const Document& document,
                                        const Extraction& extraction);

}  // namespace steppe
