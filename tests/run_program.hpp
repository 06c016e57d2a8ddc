// Runs a program and keeps what it says: stdout, stderr, exit code.
//
// The program gets the given stdin and a clean environment (PATH, no terminal settings)
// plus what the test adds. A program that a signal ends has the code 128 + signal, as in
// a shell.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <string>
#include <vector>

namespace steppe {

struct Ran {
  int code = -1;
  std::string out;
  std::string err;
};

struct RunOptions {
  std::string input = {};
  std::vector<std::string> environment = {};
  std::string out_path = {};               // stdout goes there instead, e.g. "/dev/full"
  std::function<void()> before_exec = {};  // in the child
};

namespace run_program_detail {

struct Pipe {
  int read_end = -1, write_end = -1;
  Pipe() {
    int ends[2];
    EXPECT_EQ(pipe2(ends, O_CLOEXEC), 0);
    read_end = ends[0];
    write_end = ends[1];
  }
};

inline void become(const std::vector<std::string>& command, const RunOptions& options) {
  std::vector<std::string> environment = options.environment;
  environment.insert(environment.begin(), {"PATH=/usr/bin:/bin", "LC_ALL=C"});
  const auto pointers = [](const std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (const std::string& text : texts) out.push_back(const_cast<char*>(text.c_str()));
    out.push_back(nullptr);
    return out;
  };
  if (options.before_exec) options.before_exec();
  execve(command[0].c_str(), pointers(command).data(), pointers(environment).data());
  _exit(127);
}

// Feeds and drains at the same time: a program that writes much before it reads must not
// wait.
inline void talk(int in, const std::string& input, int out, std::string& out_text,
                 int err, std::string& err_text) {
  std::size_t sent = 0;
  std::vector<pollfd> ends = {{in, POLLOUT, 0}, {out, POLLIN, 0}, {err, POLLIN, 0}};
  const auto close_end = [](pollfd& end) {
    close(end.fd);
    end.fd = -1;
  };
  if (input.empty()) close_end(ends[0]);
  while (ends[1].fd >= 0 || ends[2].fd >= 0) {
    if (poll(ends.data(), ends.size(), -1) < 0) continue;
    if (ends[0].fd >= 0 && ends[0].revents != 0) {
      const ssize_t wrote = write(ends[0].fd, input.data() + sent, input.size() - sent);
      if (wrote > 0) sent += static_cast<std::size_t>(wrote);
      if (wrote < 0 || sent == input.size()) close_end(ends[0]);
    }
    for (int i = 1; i <= 2; ++i) {
      pollfd& end = ends[static_cast<std::size_t>(i)];
      if (end.fd < 0 || end.revents == 0) continue;
      char chunk[65536];
      const ssize_t got = read(end.fd, chunk, sizeof chunk);
      if (got > 0)
        (i == 1 ? out_text : err_text).append(chunk, static_cast<std::size_t>(got));
      if (got <= 0) close_end(end);
    }
  }
  if (ends[0].fd >= 0) close(ends[0].fd);
}

}  // namespace run_program_detail

/// Runs `command` (its first word is a path) to its end.
inline Ran run_command(const std::vector<std::string>& command,
                       const RunOptions& options = {}) {
  using run_program_detail::Pipe;
  const Pipe in, out, err;
  const pid_t child = fork();
  if (child == 0) {
    const int to = options.out_path.empty() ? out.write_end
                                            : open(options.out_path.c_str(), O_WRONLY);
    if (dup2(in.read_end, 0) < 0 || dup2(to, 1) < 0 || dup2(err.write_end, 2) < 0)
      _exit(126);
    run_program_detail::become(command, options);
  }
  close(in.read_end);
  close(out.write_end);
  close(err.write_end);
  Ran ran;
  run_program_detail::talk(in.write_end, options.input, out.read_end, ran.out,
                           err.read_end, ran.err);
  int status = 0;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ran;
}

/// Runs build/steppe.
inline Ran run_steppe(std::vector<std::string> arguments,
                      const RunOptions& options = {}) {
  arguments.insert(arguments.begin(), STEPPE_PROGRAM);
  return run_command(arguments, options);
}

/// Runs a line of shell with the program as $steppe.
inline Ran run_shell(const std::string& line, RunOptions options = {}) {
  options.environment.push_back(std::string("steppe=") + STEPPE_PROGRAM);
  return run_command({"/bin/sh", "-c", line}, options);
}

}  // namespace steppe
