// JSON strings, always valid: what is not UTF-8 becomes U+FFFD, controls become \u00XX.
#pragma once

#include <string>
#include <string_view>

namespace steppe::shell {

/// `text` as a JSON string, quotes included.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace steppe::shell
