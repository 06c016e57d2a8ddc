// What a database holds before any essay: tables, views, codebook, reports.
//
// All of it comes from the files under schema/ that the library carries. Private to the
// library. Tested by tests/database_test.cpp and tests/report_test.cpp.
#pragma once

#include "schema/sqlite.hpp"
#include "steppe/result.hpp"

namespace steppe {

/// Makes the tables and views in an empty database. Returns whether it did; a database
/// that has tables stays as it is. Call it inside a transaction.
[[nodiscard]] Result<bool> create_schema(const Connection& connection);

/// Writes the codebook, the built-in reports, the coder `rules` and the facts about this
/// program, over what an older program may have left. Call it inside a transaction.
[[nodiscard]] Status fill_catalogue(const Connection& connection);

}  // namespace steppe
