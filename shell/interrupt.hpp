// Ctrl-C: the first one asks to stop, so that nothing is left half-written; the second
// one kills.
#pragma once

namespace steppe::shell {

/// Catches SIGINT and SIGTERM as above; ignores SIGPIPE, so that a reader that goes is
/// seen as EPIPE.
void catch_signals();

/// True once the user asked to stop.
[[nodiscard]] bool is_interrupted();

}  // namespace steppe::shell
