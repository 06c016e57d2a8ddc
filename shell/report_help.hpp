// The help page of a report, all from its header and, for choices, from the database.
#pragma once

#include <string>

#include "steppe/database.hpp"
#include "steppe/report.hpp"

namespace steppe::shell {

[[nodiscard]] std::string report_help(const Report& report, const Database& database);

}  // namespace steppe::shell
