// What values a report parameter may have in the database at hand, and which of them a
// typed word means. Private to the library. Tested by tests/report_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "schema/sqlite.hpp"
#include "steppe/report.hpp"
#include "steppe/result.hpp"

namespace steppe {

/// One way to say one value.
struct Choice {
  std::string value;      // what is bound
  std::string name;       // what may be typed for it
  std::u32string folded;  // name, folded
  int rank = 0;  // 0 the value itself, 1 its label, 2 an alias: the lowest that fits wins
};

/// The choices of a parameter; empty where any value goes. A parameter whose choices come
/// from the table `actors` may name any actor of the database, by id, name or alias.
[[nodiscard]] Result<std::vector<Choice>> read_choices(const Connection& connection,
                                                       const ReportParam& param);

/// The value that `typed` stands for. Errors: usage, with the nearest name or the values.
[[nodiscard]] Result<std::string> choose(const std::vector<Choice>& choices,
                                         const ReportParam& param,
                                         const std::string& typed);

/// Whether `typed` as it is names a value.
[[nodiscard]] bool is_choice(const std::vector<Choice>& choices,
                             const std::string& typed);

}  // namespace steppe
