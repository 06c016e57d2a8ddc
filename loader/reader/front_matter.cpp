#include "loader/reader/front_matter.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;

constexpr std::size_t kMaxFrontMatter = 64u << 10;

string_view take_line(string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The lines between the fences; `size` covers the fences. Empty and size 0: no front
// matter.
string_view find_body(string_view text, std::size_t& size) {
  size = 0;
  string_view rest = text.substr(0, kMaxFrontMatter);
  const string_view fence = take_line(rest);
  if (fence != "---" && fence != "+++") return {};
  const char* const start = rest.data();
  while (!rest.empty()) {
    const string_view line = take_line(rest);
    if (trim(line) != fence && !(fence == "---" && trim(line) == "...")) continue;
    size = static_cast<std::size_t>(rest.data() - text.data());
    return {start, static_cast<std::size_t>(line.data() - start)};
  }
  return {};
}

std::string unquote(string_view value) {
  const char quote = value[0];
  std::string out;
  for (std::size_t i = 1; i < value.size(); ++i) {
    const char next = i + 1 < value.size() ? value[i + 1] : '\0';
    const bool escaped = quote == '"' ? value[i] == '\\' && next != '\0'
                                      : value[i] == quote && next == quote;
    if (escaped) ++i;
    if (value[i] == quote && !escaped) break;
    out += value[i];
  }
  return out;
}

std::string scalar(string_view value) {
  value = trim(value);
  if (value.empty()) return {};
  if (value[0] == '"' || value[0] == '\'') return unquote(value);
  return std::string(trim(value.substr(0, value.find(" #"))));
}

void join(std::string& list, const std::string& name) {
  if (name.empty()) return;
  if (!list.empty()) list += ", ";
  list += name;
}

// "[A. Kaya, "B. Lund"]" -> "A. Kaya, B. Lund".
std::string flow_list(string_view value) {
  value = trim(value.substr(1, value.find(']') - 1));
  std::string out;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    join(out, scalar(value.substr(0, comma)));
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return out;
}

bool is_indented(string_view line) {
  return line.starts_with(' ') || line.starts_with('\t');
}

// The value of a key: on its line, or on the indented and "- " lines below it.
std::string read_value(string_view value, string_view& rest) {
  value = trim(value);
  if (value.starts_with('[')) return flow_list(value);
  const bool block = value.empty() || value[0] == '|' || value[0] == '>';
  std::string out = block ? std::string() : scalar(value);
  while (!rest.empty()) {
    string_view ahead = rest;
    const string_view line = take_line(ahead);
    const string_view text = trim(line);
    if (text.starts_with("- ")) {
      join(out, scalar(text.substr(2)));
    } else if (is_indented(line) && !text.empty()) {
      if (!out.empty()) out += ' ';
      out += text;
    } else {
      break;
    }
    rest = ahead;
  }
  return out;
}

void keep(std::string& fact, std::string value) {
  if (fact.empty()) fact = std::move(value);
}

}  // namespace

std::size_t read_front_matter(string_view text, Document& document) {
  std::size_t size = 0;
  string_view rest = find_body(text, size);
  while (!rest.empty()) {
    const string_view line = take_line(rest);
    const std::size_t colon = line.find_first_of(":=");
    if (colon == string_view::npos || is_indented(line)) continue;
    const string_view key = trim(line.substr(0, colon));
    std::string value = read_value(line.substr(colon + 1), rest);
    if (equals_ignoring_case(key, "title"))
      keep(document.title, std::move(value));
    else if (equals_ignoring_case(key, "author") ||
             equals_ignoring_case(key, "authors") || equals_ignoring_case(key, "byline"))
      keep(document.author, std::move(value));
    else if (equals_ignoring_case(key, "date"))
      keep(document.date, std::move(value));
  }
  return size;
}

}  // namespace steppe::reader
