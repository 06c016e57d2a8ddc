// From a report argument as typed to the value that is bound.
//
// text and date are bound as they are, int, real and bool as numbers, and a list as one
// JSON array of texts, since SQL has no list parameters: `value IN (SELECT value FROM
// json_each(:name))`. NULL means no restriction; the word "all" for a list gives it.
// Private to the library. Tested by tests/report_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "steppe/report.hpp"

namespace steppe {

[[nodiscard]] bool is_report_type(std::string_view type);

/// What is wrong with one value of a type ("is no whole number"), or "" where nothing is.
[[nodiscard]] std::string check_value(std::string_view type, const std::string& value);

/// The parts of "a, b,c" without blanks around them.
[[nodiscard]] std::vector<std::string> split_list(std::string_view text);

[[nodiscard]] std::string json_array(const std::vector<std::string>& values);

/// What is bound where the caller gives no value, as text; none: NULL.
[[nodiscard]] std::optional<std::string> bound_fallback(const ReportParam& param);

/// `yes`, `true`, `1`; check_value() has let nothing else through but their opposites.
[[nodiscard]] bool is_true(const std::string& value);

}  // namespace steppe
