#include "loader/reader/text_shape.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace steppe::reader {
namespace {

using std::string_view;

utf8proc_category_t category(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_sentence_mark(char32_t c) { return c == '.' || c == '?' || c == '!'; }

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D ||
         c == 0xBB;
}

// "[^1]", "[245]" at the end: a reference to a note, no part of the sentence.
string_view without_note_mark(string_view text) {
  constexpr std::size_t kLongestMark = 8;
  const std::size_t open = text.rfind('[');
  if (!text.ends_with(']') || open == string_view::npos) return text;
  const bool is_mark =
      text.size() - open <= kLongestMark && text.find(' ', open) == string_view::npos;
  return is_mark ? trim(text.substr(0, open)) : text;
}

// The last character that closes nothing.
char32_t last_mark(string_view text) {
  text = without_note_mark(text);
  char32_t c = 0;
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    std::size_t size = 1;
    c = decode_utf8(text.substr(start), size);
    if (!is_closing(c) && trailing_blank_size(text) == 0) break;
    text = text.substr(0, start);
  }
  return c;
}

// Sees the words of a text one after the other.
struct WordWatch {
  TextShape& shape;
  char32_t first = 0;  // first letter or digit of the word
  int letters = 0;
  bool ended_sentence = false;  // the word before ended in a sentence mark

  void begin(char32_t c) {
    if (first != 0) return;
    first = c;
    if (ended_sentence && !is_lower(c)) ++shape.sentences;
    ended_sentence = false;
  }
  void end(string_view word, char32_t mark) {
    if (word.empty()) return;
    if (first != 0) ++shape.words;
    const bool small = is_lower(first);
    if (small && letters >= 4) shape.capitalised = false;
    if (small && !is_name_particle(word)) shape.all_names = false;
    if (first != 0 && is_digit(first)) shape.all_names = false;
    ended_sentence = is_sentence_mark(mark);
    first = 0;
    letters = 0;
  }
};

}  // namespace

bool is_name_particle(string_view word) {
  constexpr std::array<string_view, 18> kParticles = {
      "al", "and", "bin", "bint", "da",  "de", "del", "den", "der",
      "di", "dos", "du",  "el",   "ibn", "la", "le",  "ten", "van"};
  return word == "von" ||
         std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return category(c) == UTF8PROC_CATEGORY_LU || category(c) == UTF8PROC_CATEGORY_LT;
}
bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return category(c) == UTF8PROC_CATEGORY_LL;
}
bool is_letter(char32_t c) {
  if (c < 0x80) return is_upper(c) || is_lower(c);
  return category(c) >= UTF8PROC_CATEGORY_LU && category(c) <= UTF8PROC_CATEGORY_LO;
}

TextShape text_shape(string_view text) {
  TextShape shape;
  shape.capitalised = shape.all_names = true;
  WordWatch watch{shape};
  bool lower_seen = false;
  char32_t mark = 0;  // last character of the word that is no closing quote or bracket
  std::size_t word_start = 0;
  std::size_t at = 0;
  const string_view seen = text.substr(0, kShapeLimit);
  while (at < seen.size()) {
    const std::size_t blank = blank_size(seen.substr(at));
    if (blank > 0) {
      watch.end(seen.substr(word_start, at - word_start), mark);
      at += blank;
      word_start = at;
      continue;
    }
    std::size_t size = 1;
    const char32_t c = decode_utf8(text.substr(at), size);
    const bool letter = is_letter(c);
    if (letter || is_digit(c)) watch.begin(c);
    if (shape.first == 0) shape.first = watch.first;
    watch.letters += letter ? 1 : 0;
    shape.letters += letter ? 1 : 0;
    lower_seen = lower_seen || is_lower(c);
    shape.has_digit = shape.has_digit || is_digit(c);
    if (!is_closing(c)) mark = c;
    at += size;
  }
  watch.end(seen.substr(std::min(word_start, seen.size())), mark);
  if (watch.ended_sentence) ++shape.sentences;
  shape.all_caps = shape.letters >= 2 && !lower_seen;
  shape.last = last_mark(text);
  return shape;
}

std::size_t blank_size(string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_blank(static_cast<unsigned char>(text[0]))) return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.starts_with("\xE3\x80\x80") || text.starts_with("\xEF\xBB\xBF")) return 3;
  if (text.size() < 3 || !text.starts_with("\xE2\x80")) return 0;
  const auto third = static_cast<unsigned char>(text[2]);
  return third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0;
}

std::size_t trailing_blank_size(string_view text) {
  for (std::size_t size = 1; size <= 3 && size <= text.size(); ++size) {
    if (blank_size(text.substr(text.size() - size)) == size) return size;
  }
  return 0;
}

string_view trim(string_view text) {
  while (const std::size_t size = blank_size(text)) text.remove_prefix(size);
  while (const std::size_t size = trailing_blank_size(text)) text.remove_suffix(size);
  return text;
}

char32_t decode_utf8(string_view text, std::size_t& size) {
  const auto byte = [&](std::size_t i) -> char32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) & 0x3Fu : 0u;
  };
  const auto lead = static_cast<unsigned char>(text[0]);
  size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size == 1) return lead;
  if (size == 2) return ((lead & 0x1Fu) << 6) | byte(1);
  if (size == 3) return ((lead & 0x0Fu) << 12) | (byte(1) << 6) | byte(2);
  return ((lead & 0x07u) << 18) | (byte(1) << 12) | (byte(2) << 6) | byte(3);
}

bool equals_ignoring_case(string_view a, string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool starts_with_word(string_view text, string_view word) {
  if (!equals_ignoring_case(text.substr(0, word.size()), word)) return false;
  if (text.size() == word.size()) return true;
  std::size_t size = 1;
  const char32_t next = decode_utf8(text.substr(word.size()), size);
  return !is_letter(next) && !is_digit(next);
}

}  // namespace steppe::reader
