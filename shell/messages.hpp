// What the program says on stderr: errors, by the one printer there is, and notes.
#pragma once

#include <string_view>

#include "steppe/result.hpp"

namespace steppe::shell {

/// Prints one error as one line: `steppe: file:line:column: cause`, with the parts that
/// are known.
void print_error(const Error& error);

/// Prints one line that is no error: `note: …`.
void print_note(std::string_view text);

/// The exit code of an error: 1 SQL, report or load error, 2 usage or unknown name, 3
/// cannot open or no steppe database, 124 timeout, 130 interrupted.
[[nodiscard]] int exit_code(ErrorCode code);

}  // namespace steppe::shell
