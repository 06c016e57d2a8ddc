#include "shell/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

#include "fmt/format.h"

namespace steppe::shell {
namespace {

constexpr std::size_t kBufferBytes = 1u << 16;

Error cannot_open(const std::string& path) {
  return {ErrorCode::cannot_open, std::strerror(errno), path};
}

// What a new file may be: read and write for all, less the user's mask.
mode_t new_file_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

// The file behind a symbolic link, so that the link stays one.
std::string real_path(const std::string& path) {
  char resolved[PATH_MAX];
  return realpath(path.c_str(), resolved) != nullptr ? resolved : path;
}

}  // namespace

Output::Output(int descriptor, std::string path, std::string temporary)
    : descriptor_(descriptor),
      path_(std::move(path)),
      temporary_(std::move(temporary)),
      is_terminal_(isatty(descriptor) == 1) {}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, "")),
      buffer_(std::move(other.buffer_)),
      error_number_(other.error_number_),
      is_terminal_(other.is_terminal_) {}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

Result<Output> Output::open(const std::string& path) {
  if (path.empty()) return Output(STDOUT_FILENO, "", "");
  struct stat status {};
  const bool exists = stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    return cannot_open(path);
  }
  if (exists && !S_ISREG(status.st_mode)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return cannot_open(path);
    return Output(descriptor, path, "");
  }
  if (exists && access(path.c_str(), W_OK) != 0) return cannot_open(path);
  const std::string target = exists ? real_path(path) : path;
  std::string temporary = target + ".XXXXXX";
  const int descriptor = mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return cannot_open(path);
  fchmod(descriptor, exists ? status.st_mode & 07777 : new_file_mode());
  return Output(descriptor, target, temporary);
}

void Output::write(std::string_view text) {
  if (!is_open()) return;
  buffer_ += text;
  if (buffer_.size() >= kBufferBytes) flush();
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && is_open()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      error_number_ = errno;
    }
  }
  buffer_.clear();
}

Status Output::finish() {
  flush();
  if (error_number_ == EPIPE) return Done{};
  if (error_number_ == 0 && !temporary_.empty()) {
    if (rename(temporary_.c_str(), path_.c_str()) != 0) error_number_ = errno;
    if (error_number_ == 0) temporary_.clear();
  }
  if (error_number_ == 0) return Done{};
  return Error{ErrorCode::cannot_write, std::strerror(error_number_),
               path_.empty() ? "stdout" : path_};
}

}  // namespace steppe::shell
