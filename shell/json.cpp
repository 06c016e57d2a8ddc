#include "shell/json.hpp"

#include "fmt/format.h"
#include "shell/text_width.hpp"

namespace steppe::shell {
namespace {

std::string escape(unsigned char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return fmt::format("\\u{:04x}", static_cast<unsigned>(c));
  }
}

}  // namespace

std::string json_string(std::string_view text) {
  const std::string valid = valid_utf8(text);
  std::string out = "\"";
  for (std::size_t at = 0; at < valid.size(); ++at) {
    const auto c = static_cast<unsigned char>(valid[at]);
    // C1 controls (U+0080 to U+009F) are valid in JSON, but a terminal would obey them.
    const bool c1 = c == 0xc2 && static_cast<unsigned char>(valid[at + 1]) < 0xa0;
    if (c1) {
      out += escape(static_cast<unsigned char>(valid[++at]));
    } else if (c < 0x20 || c == 0x7f || c == '"' || c == '\\') {
      out += escape(c);
    } else {
      out += valid[at];
    }
  }
  return out + "\"";
}

}  // namespace steppe::shell
