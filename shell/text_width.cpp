#include "shell/text_width.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace steppe::shell {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

struct CodePoint {
  std::int32_t value = -1;  // -1: not UTF-8
  std::size_t size = 1;
};

CodePoint decode(std::string_view text) {
  std::int32_t value = -1;
  const auto size = utf8proc_iterate(
      reinterpret_cast<const std::uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4)), &value);
  if (size <= 0) return {};
  return {value, static_cast<std::size_t>(size)};
}

bool is_regional_indicator(std::int32_t c) { return c >= 0x1f1e6 && c <= 0x1f1ff; }

// Characters that would act on the terminal or on the order of what stands beside them.
bool acts_on_terminal(std::int32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

void append_escape(std::string& out, std::int32_t c) {
  if (c < 0x20 || c == 0x7f) {  // control pictures: U+2400 onwards, DEL is U+2421
    const int low = c == 0x7f ? 0x21 : c;
    out += {'\xe2', '\x90', static_cast<char>(0x80 + low)};
    return;
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(c >> shift) & 15];
}

std::string make_visible(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  std::size_t line_start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text.substr(at));
    const std::string_view bytes = text.substr(at, c.size);
    at += c.size;
    if (c.value < 0) {
      out += kReplacement;
    } else if (keep_lines && (c.value == '\n' || c.value == '\r')) {
      if (c.value == '\r' && at < text.size() && text[at] == '\n') ++at;
      out += '\n';
      line_start = out.size();
    } else if (c.value == '\t') {
      const int column = display_width(std::string_view(out).substr(line_start));
      out.append(static_cast<std::size_t>(8 - column % 8), ' ');
    } else if (acts_on_terminal(c.value)) {
      append_escape(out, c.value);
    } else {
      out += bytes;
    }
  }
  return out;
}

// The end of the part of `line` that fits into `width`, and where the next part starts.
struct Break {
  std::size_t end = 0;
  std::size_t next = 0;
};

Break find_break(std::string_view line, int width) {
  Break at_blank;
  int column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const Cluster cluster = next_cluster(line.substr(at));
    if (line[at] == ' ' && at > 0) {
      if (line[at - 1] != ' ') at_blank.end = at;
      at_blank.next = at + 1;
    }
    if (column + cluster.width > width && at > 0) {
      if (at_blank.end > 0) {
        while (at_blank.next < line.size() && line[at_blank.next] == ' ') ++at_blank.next;
        return at_blank;
      }
      return {at, at};
    }
    column += cluster.width;
    at += cluster.size;
  }
  return {line.size(), line.size()};
}

void wrap_line(std::string_view line, int width, int hanging,
               std::vector<WrappedLine>& out) {
  int indent = 0;
  do {
    const Break where = width > 0 ? find_break(line, std::max(1, width - indent))
                                  : Break{line.size(), line.size()};
    out.push_back({line.substr(0, where.end), indent});
    line.remove_prefix(where.next);
    indent = hanging;
  } while (!line.empty());
}

}  // namespace

Cluster next_cluster(std::string_view text) {
  const auto plain = [&](std::size_t i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    return byte >= 0x20 && byte < 0x7f;
  };
  if (plain(0) && (text.size() == 1 || plain(1))) return {1, 1};
  CodePoint last = decode(text);
  if (last.value < 0) return {1, 1};
  Cluster cluster{last.size, utf8proc_charwidth(last.value)};
  if (is_regional_indicator(last.value)) cluster.width = 1;
  std::int32_t state = 0;
  while (cluster.size < text.size()) {
    const CodePoint next = decode(text.substr(cluster.size));
    if (next.value < 0 ||
        utf8proc_grapheme_break_stateful(last.value, next.value, &state))
      break;
    const bool emoji = next.value == 0xfe0f || is_regional_indicator(next.value);
    cluster.width = emoji ? 2 : std::max(cluster.width, utf8proc_charwidth(next.value));
    cluster.size += next.size;
    last = next;
  }
  return cluster;
}

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const Cluster cluster = next_cluster(text);
    width += cluster.width;
    text.remove_prefix(cluster.size);
  }
  return width;
}

std::string visible_text(std::string_view text) { return make_visible(text, true); }

std::string visible_line(std::string_view text) { return make_visible(text, false); }

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const CodePoint c = decode(text);
    out += c.value < 0 ? kReplacement : text.substr(0, c.size);
    text.remove_prefix(c.size);
  }
  return out;
}

std::vector<WrappedLine> wrap_words(std::string_view text, int width, int hanging) {
  std::vector<WrappedLine> out;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    wrap_line(text.substr(start, end - start), width, hanging, out);
    start = end + 1;
  }
  return out;
}

}  // namespace steppe::shell
