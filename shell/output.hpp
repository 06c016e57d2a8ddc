// Where rows go: stdout, or a file that appears whole or not at all.
//
// A file is written beside its place under a temporary name and renamed by finish(); a
// device or a pipe (/dev/full) is written as it is. A reader that has gone (`| head`) is
// a quiet end; a full disk is an error. Tested by tests/bad_input_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "steppe/result.hpp"

namespace steppe::shell {

class Output {
 public:
  /// "" is stdout. Errors: cannot_open.
  [[nodiscard]] static Result<Output> open(const std::string& path);

  void write(std::string_view text);
  /// False once a write failed or the reader has gone: stop producing.
  [[nodiscard]] bool is_open() const { return error_number_ == 0; }
  [[nodiscard]] bool is_terminal() const { return is_terminal_; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

  void flush();
  /// Writes the rest and puts the file in its place. Errors: cannot_write.
  [[nodiscard]] Status finish();

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

 private:
  Output(int descriptor, std::string path, std::string temporary);

  int descriptor_ = -1;
  std::string path_;       // "" for stdout
  std::string temporary_;  // "" where the path is written directly
  std::string buffer_;
  int error_number_ = 0;
  bool is_terminal_ = false;
};

}  // namespace steppe::shell
