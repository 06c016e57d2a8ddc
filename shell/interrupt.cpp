#include "shell/interrupt.hpp"

#include <csignal>
#include <initializer_list>

namespace steppe::shell {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void remember(int) { interrupted = 1; }

}  // namespace

void catch_signals() {
  struct sigaction stop {};
  stop.sa_handler = remember;
  stop.sa_flags = static_cast<int>(SA_RESETHAND);  // no SA_RESTART: a waiting read ends
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &stop, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool is_interrupted() { return interrupted != 0; }

}  // namespace steppe::shell
