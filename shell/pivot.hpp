// Turns long rows into a page: one column's values become the rows, another's the
// columns.
//
// A report that compares says `-- pivot: theme actor`. Its other columns become a cell's
// lines, "goal  Developing their economies  :15": the words, and a citation (a column
// `cite`) whose document is left out where all rows cite the same one. Tested by
// tests/program_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "shell/rows.hpp"

namespace steppe::shell {

/// Pivots a table. `row` and `column` name two of its columns; `first` lists values of
/// `column` that go before the others (in any case), which follow in order of appearance.
/// A table that lacks one of the two columns comes back as it is.
[[nodiscard]] Table pivot_table(const Table& table, const std::string& row,
                                const std::string& column,
                                const std::vector<std::string>& first);

}  // namespace steppe::shell
