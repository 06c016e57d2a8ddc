#include "shell/terminal.hpp"

#include <sys/ioctl.h>

#include <charconv>
#include <cstdlib>

#include "fmt/format.h"

namespace steppe::shell {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

int terminal_width(int descriptor) {
  const std::string columns = environment("COLUMNS");
  int width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  if (width > 0 && width < 100000) return width;
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

Result<bool> wants_color(const std::string& when, bool is_terminal) {
  if (when == "always") return true;
  if (when == "never") return false;
  if (when != "auto") {
    return Error{ErrorCode::usage,
                 fmt::format("unknown --color \"{}\" (auto, always or never)", when)};
  }
  if (!environment("NO_COLOR").empty()) return false;
  const std::string force = environment("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  return is_terminal && environment("TERM") != "dumb";
}

Result<long> parse_timeout(const std::string& text) {
  if (text.empty()) return 0L;
  double amount = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, amount);
  const std::string unit(rest, end);
  const double scale = unit == "ms"                  ? 1
                       : unit == "s" || unit.empty() ? 1000
                       : unit == "m"                 ? 60000
                                                     : 0;
  if (error != std::errc() || scale == 0 || !(amount > 0) || amount * scale > 1e12) {
    return Error{
        ErrorCode::usage,
        fmt::format("unknown --timeout \"{}\" (write e.g. 500ms, 5s or 2m)", text)};
  }
  return std::max(1L, static_cast<long>(amount * scale));
}

}  // namespace steppe::shell
