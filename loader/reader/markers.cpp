#include "loader/reader/markers.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;

constexpr int kLargestNumber = 200;  // "1991. " is a year, not an item
constexpr std::size_t kLongestRoman = 6;

// Bullets that may touch their text, and those that are also dashes or letters and may
// not.
constexpr std::array<string_view, 15> kBullets = {
    "\u2022", "\u2023", "\u25E6", "\u25AA", "\u25AB", "\u25CF", "\u25CB", "\u25A0",
    "\u2219", "\u27A2", "\u25BA", "\u25B6", "\u2043", "\u00B7", "\uF0B7"};
constexpr std::array<string_view, 6> kDashes = {"-",      "*",      "+",
                                                "\u2013", "\u2014", "\u2212"};

std::size_t blanks_at(string_view text, std::size_t at) {
  std::size_t size = 0;
  while (at + size < text.size()) {
    const std::size_t blank = blank_size(text.substr(at + size));
    if (blank == 0) break;
    size += blank;
  }
  return size;
}

std::optional<Marker> make_bullet(string_view mark, std::size_t blanks) {
  Marker out;
  out.shape = out.text = mark;
  out.size = mark.size() + blanks;
  return out;
}

std::optional<Marker> parse_bullet(string_view text) {
  for (const string_view bullet : kBullets) {
    if (text.starts_with(bullet))
      return make_bullet(bullet, blanks_at(text, bullet.size()));
  }
  for (const string_view dash : kDashes) {
    if (!text.starts_with(dash)) continue;
    const std::size_t blanks = blanks_at(text, dash.size());
    if (blanks > 0) return make_bullet(dash, blanks);
  }
  const bool tab = text.starts_with("o\t");
  if (!tab && !text.starts_with("o  ")) return std::nullopt;
  return make_bullet("o", blanks_at(text, 1));
}

int roman_digit(char c) {
  switch (c | 0x20) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    case 'c':
      return 100;
    default:
      return 0;
  }
}

int roman_value(string_view word) {
  int sum = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const int digit = roman_digit(word[i]);
    if (digit == 0) return 0;
    const int next = i + 1 < word.size() ? roman_digit(word[i + 1]) : 0;
    sum += digit < next ? -digit : digit;
  }
  return sum;
}

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

// "3", "2.1", "14": digits, with full stops between numbers.
std::size_t scan_number(string_view text, Marker& out) {
  std::size_t at = 0;
  while (at < text.size() && is_digit(static_cast<unsigned char>(text[at])) && at < 12) {
    out.value = 0;
    std::size_t digits = 0;
    while (at < text.size() && is_digit(static_cast<unsigned char>(text[at])) &&
           digits++ < 4) {
      out.value = out.value * 10 + (text[at++] - '0');
    }
    out.shape += '#';
    const bool more = at + 1 < text.size() && text[at] == '.' &&
                      is_digit(static_cast<unsigned char>(text[at + 1]));
    if (!more) break;
    out.shape += '.';
    ++at;
  }
  out.type = MarkerClass::number;
  return at;
}

std::size_t scan_letters(string_view text, Marker& out) {
  const bool upper = !text.empty() && is_ascii_upper(text[0]);
  const auto fits = upper ? is_ascii_upper : is_ascii_lower;
  std::size_t size = 0;
  while (size < text.size() && size <= kLongestRoman && fits(text[size])) ++size;
  if (size == 0 || size > kLongestRoman) return 0;
  out.roman = roman_value(text.substr(0, size));
  out.value = size == 1 ? (text[0] | 0x20) - 'a' + 1 : 0;
  if (out.value == 0 && out.roman == 0) return 0;
  out.type = upper ? MarkerClass::upper : MarkerClass::lower;
  out.shape += '#';
  return size;
}

std::optional<Marker> parse_ordered(string_view text) {
  Marker out;
  const bool bracket = text.starts_with('(');
  std::size_t at = bracket ? 1 : 0;
  if (bracket) out.shape += '(';
  const string_view rest = text.substr(at);
  const std::size_t size = rest.empty() ? 0
                           : is_digit(static_cast<unsigned char>(rest[0]))
                               ? scan_number(rest, out)
                               : scan_letters(rest, out);
  if (size == 0) return std::nullopt;
  at += size;
  const char close = at < text.size() ? text[at] : '\0';
  const bool closed = close == ')' || (!bracket && close == '.');
  const bool dotted = out.shape.find('.') != std::string::npos;
  if (!closed && (bracket || !dotted)) return std::nullopt;
  if (closed) {
    out.shape += close;
    ++at;
  }
  out.text = text.substr(0, at);
  const std::size_t blanks = blanks_at(text, at);
  if (blanks == 0 || out.value > kLargestNumber) return std::nullopt;
  out.size = at + blanks;
  out.needs_company = out.type != MarkerClass::number && close == '.';
  return out;
}

std::string family(const Marker& marker) {
  return static_cast<char>('0' + static_cast<int>(marker.type)) + marker.shape;
}

}  // namespace

std::optional<Marker> parse_marker(string_view text) {
  std::optional<Marker> out = parse_bullet(text);
  if (!out) out = parse_ordered(text);
  // A mark without a text is a page number, a rule or a lone dash.
  if (out && out->size >= text.size()) return std::nullopt;
  if (out) {
    std::size_t size = 1;
    out->capital = is_upper(decode_utf8(text.substr(out->size), size));
  }
  return out;
}

bool same_family(const Marker& a, const Marker& b) {
  return a.type == b.type && a.shape == b.shape;
}

bool follows(const Marker& a, const Marker& b) {
  if (!same_family(a, b)) return false;
  if (a.type == MarkerClass::bullet) return true;
  return (a.value > 0 && b.value == a.value + 1) ||
         (a.roman > 0 && b.roman == a.roman + 1);
}

bool is_first(const Marker& marker) {
  return marker.type == MarkerClass::bullet || marker.value == 1 || marker.roman == 1;
}

void accept_markers(std::vector<std::optional<Marker>>& markers) {
  // The next marker of the same family, seen from the end.
  std::vector<const Marker*> next(markers.size(), nullptr);
  std::unordered_map<std::string, const Marker*> seen;
  for (std::size_t i = markers.size(); i-- > 0;) {
    if (!markers[i] || markers[i]->type == MarkerClass::bullet) continue;
    const Marker*& last = seen[family(*markers[i])];
    next[i] = last;
    last = &*markers[i];
  }
  std::unordered_map<std::string, Marker> accepted;
  std::vector<bool> keep(markers.size(), false);
  for (std::size_t i = 0; i < markers.size(); ++i) {
    if (!markers[i]) continue;
    const Marker& marker = *markers[i];
    const std::string key = family(marker);
    const auto before = accepted.find(key);
    const bool continues = before != accepted.end() && follows(before->second, marker);
    const bool is_followed = next[i] && follows(marker, *next[i]);
    // "3.2 Aims", not "3.2 percent".
    const bool dotted = marker.capital && marker.shape.find("#.#") != std::string::npos;
    const bool bare = marker.shape.ends_with('#');
    keep[i] = continues || is_followed || dotted ||
              (is_first(marker) && !marker.needs_company && !bare);
    if (keep[i]) accepted.insert_or_assign(key, marker);
  }
  for (std::size_t i = 0; i < markers.size(); ++i) {
    if (!keep[i]) markers[i].reset();
  }
}

}  // namespace steppe::reader
