#include "shell/messages.hpp"

#include <cstdio>
#include <string>

#include "fmt/format.h"
#include "shell/text_width.hpp"

namespace steppe::shell {

void print_error(const Error& error) {
  std::string place = error.file;
  if (error.line > 0) place += fmt::format(":{}", error.line);
  if (error.line > 0 && error.column > 0) place += fmt::format(":{}", error.column);
  if (!place.empty()) place += ": ";
  const std::string line = visible_line(place + error.cause);
  std::fprintf(stderr, "steppe: %s\n", line.c_str());
}

void print_note(std::string_view text) {
  std::fprintf(stderr, "note: %s\n", visible_line(text).c_str());
}

int exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return 2;
    case ErrorCode::cannot_open:
    case ErrorCode::not_a_database:
      return 3;
    case ErrorCode::timeout:
      return 124;
    case ErrorCode::interrupted:
      return 130;
    default:
      return 1;
  }
}

}  // namespace steppe::shell
