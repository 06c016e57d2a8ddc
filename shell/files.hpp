// Reads whole files and stdin.
#pragma once

#include <string>

#include "steppe/result.hpp"

namespace steppe::shell {

/// The bytes of a file, pipe or, for "-", stdin; at most `limit` of them.
/// Errors: cannot_open (with the file's name), interrupted.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t limit);

/// One argument of SQL or script may be long, but not a video by mistake.
inline constexpr std::size_t kMaxScriptBytes = 16u << 20;

}  // namespace steppe::shell
