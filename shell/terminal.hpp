// What the terminal is like: its width, and whether it gets colours.
#pragma once

#include <string>
#include <string_view>

#include "steppe/result.hpp"

namespace steppe::shell {

/// Columns of the terminal behind `descriptor`: COLUMNS, else what the terminal says,
/// else 80.
[[nodiscard]] int terminal_width(int descriptor);

/// "always", "never" or "auto": a terminal that is not TERM=dumb, unless NO_COLOR is set;
/// CLICOLOR_FORCE colours a pipe too. Errors: usage (another word).
[[nodiscard]] Result<bool> wants_color(const std::string& when, bool is_terminal);

/// "5", "5s", "500ms", "2m" in milliseconds; "" is 0, no limit. Errors: usage.
[[nodiscard]] Result<long> parse_timeout(const std::string& text);

/// Terminal attributes, or nothing where colours are off.
struct Paint {
  bool on = false;
  [[nodiscard]] std::string_view bold() const { return on ? "\x1b[1m" : ""; }
  [[nodiscard]] std::string_view dim() const { return on ? "\x1b[2m" : ""; }
  [[nodiscard]] std::string_view mark() const { return on ? "\x1b[1;33m" : ""; }
  [[nodiscard]] std::string_view off() const { return on ? "\x1b[0m" : ""; }
};

}  // namespace steppe::shell
