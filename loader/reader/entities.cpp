#include "loader/reader/entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "embedded.hpp"

namespace steppe::reader {
namespace {

constexpr std::size_t kLongestName = 32;  // CounterClockwiseContourIntegral;
constexpr char32_t kReplacement = 0xFFFD;

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

char32_t as_character(unsigned long number) {
  if (number >= 0x80 && number < 0xA0) {
    const char32_t c = windows_1252(static_cast<unsigned char>(number));
    return c ? c : kReplacement;
  }
  const bool surrogate = number >= 0xD800 && number < 0xE000;
  if (number == 0 || number > 0x10FFFF || surrogate) return kReplacement;
  return static_cast<char32_t>(number);
}

CharacterReference numeric(std::string_view source, bool strict) {
  const bool hex = source.size() > 2 && (source[2] == 'x' || source[2] == 'X');
  const char* const first = source.data() + (hex ? 3 : 2);
  const char* const last = source.data() + source.size();
  unsigned long number = 0;
  const auto [end, error] = std::from_chars(first, last, number, hex ? 16 : 10);
  if (end == first || (first != last && *first == '-')) return {};
  if (error == std::errc::result_out_of_range) number = 0;
  const bool closed = end != last && *end == ';';
  if (!closed && strict) return {};
  CharacterReference out;
  append_utf8(out.text, as_character(number));
  out.size = static_cast<std::size_t>(end - source.data()) + (closed ? 1 : 0);
  return out;
}

std::string decode_code_points(std::string_view hex_list) {
  std::string out;
  const char* at = hex_list.data();
  const char* const last = at + hex_list.size();
  while (at < last) {
    unsigned long number = 0;
    at = std::from_chars(at, last, number, 16).ptr + 1;
    append_utf8(out, static_cast<char32_t>(number));
  }
  return out;
}

std::string_view without_comments(std::string_view text) {
  while (text.starts_with('#')) text.remove_prefix(text.find('\n') + 1);
  return text;
}

}  // namespace

Entities::Entities() {
  const auto files = loader_files();
  const auto at = std::find_if(files.begin(), files.end(), [](const EmbeddedFile& file) {
    return file.path == "loader/reader/entities.tsv";
  });
  if (at != files.end()) table_ = without_comments(at->text);
}

// A binary search over the bytes of the table: no index to build, nothing to keep.
std::string_view Entities::code_points(std::string_view name) const {
  std::size_t low = 0;
  std::size_t high = table_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t before = table_.rfind('\n', middle == 0 ? 0 : middle - 1);
    std::size_t start = before == std::string_view::npos || middle == 0 ? 0 : before + 1;
    if (start < low) start = low;
    const std::size_t end = table_.find('\n', start);
    const std::string_view line = table_.substr(start, end - start);
    const std::size_t tab = line.find('\t');
    const int order = name.compare(line.substr(0, tab));
    if (order == 0) return line.substr(tab + 1);
    if (order < 0) high = start;
    if (order > 0) low = end + 1;
  }
  return {};
}

CharacterReference Entities::named(std::string_view source, bool strict) const {
  std::size_t size = 1;
  while (size < source.size() && size <= kLongestName && is_alnum(source[size])) ++size;
  if (size < source.size() && source[size] == ';') {
    const std::string_view found = code_points(source.substr(1, size));
    if (!found.empty()) return {decode_code_points(found), size + 1};
  }
  if (strict) return {};
  for (; size > 2; --size) {
    const std::string_view found = code_points(source.substr(1, size - 1));
    if (!found.empty()) return {decode_code_points(found), size};
  }
  return {};
}

CharacterReference Entities::decode(std::string_view source, bool strict) const {
  if (source.size() < 3) return {};
  return source[1] == '#' ? numeric(source, strict) : named(source, strict);
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | (c >> 6));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

char32_t windows_1252(unsigned char byte) {
  constexpr std::array<char32_t, 32> kUpper = {
      0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  return byte >= 0x80 && byte < 0xA0 ? kUpper[byte - 0x80u] : byte;
}

}  // namespace steppe::reader
