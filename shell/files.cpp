#include "shell/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "shell/interrupt.hpp"

namespace steppe::shell {
namespace {

Result<std::string> read_all(int descriptor, const std::string& name, std::size_t limit) {
  std::string bytes;
  std::string chunk(1u << 16, '\0');
  while (bytes.size() < limit) {
    const ssize_t got =
        read(descriptor, chunk.data(), std::min(chunk.size(), limit - bytes.size()));
    if (is_interrupted()) return Error{ErrorCode::interrupted, "interrupted"};
    if (got == 0) break;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error{ErrorCode::cannot_open, std::strerror(errno), name};
    bytes.append(chunk, 0, static_cast<std::size_t>(got));
  }
  return bytes;
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  if (path == "-") return read_all(STDIN_FILENO, "stdin", limit);
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Error{ErrorCode::cannot_open, std::strerror(errno), path};
  Result<std::string> bytes = read_all(descriptor, path, limit);
  close(descriptor);
  return bytes;
}

}  // namespace steppe::shell
