#include "shell/verbs.hpp"

namespace steppe::shell {

Status run_query(const Options&) { return Error{ErrorCode::usage, "not built yet"}; }

}  // namespace steppe::shell
