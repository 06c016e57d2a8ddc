#include "loader/reader/html_facts.hpp"

#include <algorithm>
#include <array>

#include "loader/reader/html_tags.hpp"
#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;

constexpr std::array<string_view, 5> kAuthorNames = {
    "author", "article:author", "dc.creator", "dcterms.creator", "citation_author"};
constexpr std::array<string_view, 6> kDateNames = {
    "date",    "article:published_time",   "dc.date", "dcterms.date",
    "pubdate", "citation_publication_date"};

template <std::size_t N>
bool is_one_of(string_view word, const std::array<string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](string_view w) { return equals_ignoring_case(w, word); });
}

std::string roman(int number) {
  constexpr std::array<std::pair<int, string_view>, 9> kParts = {{{100, "c"},
                                                                  {90, "xc"},
                                                                  {50, "l"},
                                                                  {40, "xl"},
                                                                  {10, "x"},
                                                                  {9, "ix"},
                                                                  {5, "v"},
                                                                  {4, "iv"},
                                                                  {1, "i"}}};
  std::string out;
  for (const auto& [value, letters] : kParts) {
    for (; number >= value; number -= value) out += letters;
  }
  return out;
}

}  // namespace

std::string ordinal(int number, char type) {
  const bool letter = (type == 'a' || type == 'A') && number >= 1 && number <= 26;
  const bool is_roman = (type == 'i' || type == 'I') && number >= 1 && number < 400;
  std::string out = letter     ? std::string(1, static_cast<char>(type + number - 1))
                    : is_roman ? roman(number)
                               : std::to_string(number);
  if (type == 'I' && is_roman) {
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return static_cast<char>(c - 32); });
  }
  return out + ".";
}

int number_or(std::optional<string_view> text, int fallback) {
  if (!text || text->empty() || text->size() > 6) return fallback;
  int number = 0;
  for (const char c : *text) {
    if (!is_digit(static_cast<unsigned char>(c))) return fallback;
    number = number * 10 + (c - '0');
  }
  return number;
}

void HtmlFacts::take_title(string_view content) {
  if (document_.title.empty()) document_.title = plain(content);
}

void HtmlFacts::take_meta(string_view attributes) {
  const auto name = attribute(attributes, "name");
  const auto property = attribute(attributes, "property");
  const auto content = attribute(attributes, "content");
  const string_view key = name ? *name : property ? *property : string_view{};
  if (!content || key.empty()) return;
  if (document_.author.empty() && is_one_of(key, kAuthorNames))
    document_.author = plain(*content);
  if (document_.date.empty() && is_one_of(key, kDateNames))
    document_.date = plain(*content);
}

std::string HtmlFacts::plain(string_view text) const {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool blank = is_ascii_blank(static_cast<unsigned char>(text[at]));
    const CharacterReference decoded =
        text[at] == '&' ? entities_.decode(text.substr(at), false) : CharacterReference{};
    if (decoded.size > 0) {
      out += decoded.text;
    } else if (!blank) {
      out += text[at];
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    at += std::max<std::size_t>(decoded.size, 1);
  }
  return std::string(trim(out));
}

}  // namespace steppe::reader
