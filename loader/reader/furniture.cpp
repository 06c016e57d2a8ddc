#include "loader/reader/furniture.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;

constexpr std::size_t kTop = 20;    // drafts that may hold a memo's header or a by-line
constexpr std::size_t kBottom = 6;  // drafts that may hold a signature or a note
constexpr int kProse = 30;          // words; a longer draft begins the essay itself

constexpr std::array<string_view, 25> kHeaderLabels = {
    "to",         "from",       "date",         "subject", "re",
    "cc",         "bcc",        "author",       "authors", "by",
    "course",     "instructor", "student",      "class",   "published",
    "updated",    "posted",     "source",       "attn",    "ref",
    "word count", "keywords",   "last updated", "contact", "email"};

constexpr std::array<string_view, 12> kBylineStarts = {
    "updated", "last updated", "posted",  "published", "first published", "last modified",
    "column",  "revised",      "opinion", "dateline",  "written",         "essay"};

constexpr std::array<string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

constexpr std::array<string_view, 20> kValedictions = {"kind regards",
                                                       "best regards",
                                                       "warm regards",
                                                       "with kind regards",
                                                       "regards",
                                                       "sincerely",
                                                       "yours sincerely",
                                                       "sincerely yours",
                                                       "yours faithfully",
                                                       "yours truly",
                                                       "respectfully",
                                                       "respectfully submitted",
                                                       "best wishes",
                                                       "with best wishes",
                                                       "best",
                                                       "many thanks",
                                                       "thank you",
                                                       "thanks",
                                                       "yours",
                                                       "cordially"};

constexpr std::array<string_view, 14> kNoteStarts = {
    "further reading", "comments",   "last updated",     "last modified", "updated",
    "contact",         "copyright",  "about the author", "disclaimer",    "share this",
    "subscribe",       "the author", "this article",     "this essay"};

bool contains_ignoring_case(string_view text, string_view word) {
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
    if (equals_ignoring_case(text.substr(at, word.size()), word)) return true;
  }
  return false;
}

template <std::size_t N>
bool starts_with_any(string_view text, const std::array<string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](string_view word) { return starts_with_word(text, word); });
}

// A draft that the markup left open or that stands in italics: what may become furniture.
bool is_loose(const Draft& draft) {
  return draft.block.type == BlockType::paragraph && !draft.settled;
}

void skip(Draft& draft) {
  draft.block.type = BlockType::skipped;
  draft.settled = true;
}

std::vector<string_view> lines_of(const Draft& draft) {
  std::vector<string_view> lines;
  const string_view text = draft.block.text;
  std::size_t start = 0;
  for (const std::uint32_t at : draft.breaks) {
    lines.push_back(text.substr(start, at - start));
    start = at + 1;
  }
  lines.push_back(text.substr(start));
  return lines;
}

// "Subject: The Arctic" -> its label; empty: no line of a header.
string_view header_label(string_view line) {
  const std::size_t colon = line.substr(0, 20).find(':');
  if (colon == string_view::npos) return {};
  const string_view label = line.substr(0, colon);
  const bool known =
      std::any_of(kHeaderLabels.begin(), kHeaderLabels.end(),
                  [&](string_view l) { return equals_ignoring_case(l, label); });
  return known ? label : string_view{};
}

void keep_fact(std::string& fact, string_view value) {
  if (fact.empty()) fact = trim(value);
}

void note_header(string_view line, string_view label, Document& document) {
  const string_view value = line.substr(label.size() + 1);
  if (equals_ignoring_case(label, "subject") || equals_ignoring_case(label, "re")) {
    keep_fact(document.title, value);
  } else if (equals_ignoring_case(label, "from") ||
             equals_ignoring_case(label, "author")) {
    keep_fact(document.author, value);
  } else if (equals_ignoring_case(label, "date")) {
    keep_fact(document.date, value);
  }
}

bool is_memo_header(const Draft& draft, Document& document) {
  const std::vector<string_view> lines = lines_of(draft);
  for (const string_view line : lines) {
    if (header_label(line).empty()) return false;
  }
  for (const string_view line : lines) note_header(line, header_label(line), document);
  return true;
}

bool names_a_date(string_view text) {
  const bool month = std::any_of(kMonths.begin(), kMonths.end(), [&](string_view name) {
    return contains_ignoring_case(text, name);
  });
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const string_view year = text.substr(at, 4);
    const bool digits = std::all_of(year.begin(), year.end(), [](char c) {
      return is_digit(static_cast<unsigned char>(c));
    });
    if (digits && (year.starts_with("19") || year.starts_with("20"))) {
      return month || text.substr(at + 4, 1) == "-";
    }
  }
  return false;
}

bool only_names_and_numbers(string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::size_t size = 1;
    const char32_t first = decode_utf8(text.substr(at), size);
    const string_view word = text.substr(at, end - at);
    if (is_lower(first) && !is_name_particle(word) && word != "in" && word != "on")
      return false;
    at = end + 1;
  }
  return true;
}

bool is_byline(const Draft& draft) {
  const string_view text = draft.block.text;
  const TextShape shape = text_shape(text);
  const bool dated = names_a_date(text);
  if (covers(draft.emphasis, text) && shape.words <= kProse) {
    if (dated || starts_with_word(text, "by") || starts_with_any(text, kBylineStarts))
      return true;
  }
  if (shape.words > 15) return false;
  const bool reading_time = contains_ignoring_case(text, "min read") ||
                            contains_ignoring_case(text, "minute read") ||
                            contains_ignoring_case(text, "reading time");
  if (reading_time) return true;
  if (starts_with_word(text, "by") && text.size() > 3) {
    return dated || only_names_and_numbers(text.substr(3));
  }
  if (shape.last == '.' || shape.last == ':') return false;
  if (starts_with_any(text, kBylineStarts) && shape.has_digit) return true;
  return dated &&
         (shape.words <= 4 || (shape.words <= 10 && only_names_and_numbers(text)));
}

// "P.H.", "E. Thompson", "Anna de Vries": a signature on the last line. Two words without
// initials could be a topic, but nobody ends an essay with one.
bool is_signature(string_view text) {
  while (text.starts_with("- ") || text.starts_with("\u2013 ") ||
         text.starts_with("\u2014 ")) {
    text = text.substr(text.find(' ') + 1);
  }
  const TextShape shape = text_shape(text);
  if (shape.words == 0 || shape.words > 5 || shape.has_digit || !shape.all_names)
    return false;
  const bool initials = text.size() >= 2 && text[1] == '.';
  return initials || (shape.words >= 2 && shape.last != '.' && shape.last != '?' &&
                      shape.last != ':' && shape.last != '!');
}

void skip_top(std::vector<Draft>& drafts, Document& document) {
  const std::size_t top = std::min(kTop, drafts.size());
  for (std::size_t i = 0; i < top; ++i) {
    Draft& draft = drafts[i];
    if (!is_loose(draft)) continue;
    if (is_memo_header(draft, document) || (i > 0 && is_byline(draft))) {
      skip(draft);
      // The author's name often stands alone above the date.
      if (i > 1 && is_loose(drafts[i - 1]) && is_signature(drafts[i - 1].block.text))
        skip(drafts[i - 1]);
    } else if (starts_with_word(draft.block.text, "dear") &&
               text_shape(draft.block.text).words <= 6) {
      skip(draft);
    } else if (text_shape(draft.block.text).words > kProse) {
      return;
    }
  }
}

bool is_page_number(string_view text) {
  if (text.size() > 16) return false;
  if (starts_with_word(text, "page")) text = trim(text.substr(4));
  const std::size_t of = text.find(" of ");
  const string_view first = text.substr(0, of);
  const std::size_t digits =
      static_cast<std::size_t>(std::count_if(first.begin(), first.end(), [](char c) {
        return is_digit(static_cast<unsigned char>(c));
      }));
  const bool only = first.find_first_not_of("0123456789-[]() ") == string_view::npos;
  return only && digits > 0 && digits <= 4;
}

bool is_copyright(string_view text) {
  if (text.starts_with("\u00A9")) return true;
  const bool word = starts_with_word(text, "copyright");
  return word && (contains_ignoring_case(text, "\u00A9") || text_shape(text).has_digit) &&
         text_shape(text).words <= kProse;
}

// Links and little else, with separators between them.
bool is_breadcrumb(const Draft& draft) {
  const Block& block = draft.block;
  std::size_t linked = 0;
  std::string rest;
  std::size_t at = 0;
  for (const Span& link : block.links) {
    linked += link.size();
    rest += block.text.substr(at, link.start_byte - at);
    at = link.end_byte;
  }
  if (block.links.empty()) return false;
  rest += block.text.substr(at);
  constexpr std::array<string_view, 5> kSeparators = {" / ", " | ", " > ", "\u203A",
                                                      "\u00BB"};
  const bool separated =
      std::any_of(kSeparators.begin(), kSeparators.end(),
                  [&](string_view mark) { return rest.find(mark) != std::string::npos; });
  const bool mostly_links = block.links.size() > 1 || linked * 2 > block.text.size();
  return separated && mostly_links && text_shape(rest).words <= 4 &&
         text_shape(rest).last != '.';
}

bool has_mail_address(string_view text) {
  const std::size_t at = text.find('@');
  return at != string_view::npos && at > 0 && text.find('.', at) != string_view::npos;
}

bool is_note_to_reader(const Draft& draft, bool last) {
  const string_view text = draft.block.text;
  const int words = text_shape(text).words;
  if (words > 60) return false;
  const bool italic = covers(draft.emphasis, text);
  if (italic && last) return true;
  const bool set_off = italic || draft.after_rule;
  return (set_off && starts_with_any(text, kNoteStarts)) ||
         (has_mail_address(text) && (set_off || words <= 25));
}

bool is_valediction(string_view text) {
  while (!text.empty() && (text.back() == ',' || text.back() == '.'))
    text.remove_suffix(1);
  return std::any_of(kValedictions.begin(), kValedictions.end(),
                     [&](string_view v) { return equals_ignoring_case(text, v); });
}

// Drafts from the end that are not skipped yet, at most kBottom.
std::vector<std::size_t> bottom_of(const std::vector<Draft>& drafts) {
  std::vector<std::size_t> out;
  for (std::size_t i = drafts.size(); i-- > 0 && out.size() < kBottom;) {
    if (drafts[i].block.type != BlockType::skipped) out.push_back(i);
  }
  return out;
}

void skip_notes(std::vector<Draft>& drafts) {
  bool last = drafts.size() > 3;
  for (const std::size_t i : bottom_of(drafts)) {
    if (!is_loose(drafts[i]) || !is_note_to_reader(drafts[i], last)) {
      last = false;
      continue;
    }
    skip(drafts[i]);
  }
}

void skip_signature(std::vector<Draft>& drafts) {
  const std::vector<std::size_t> bottom = bottom_of(drafts);
  if (drafts.size() < 3) return;
  for (std::size_t n = 0; n < bottom.size(); ++n) {
    const string_view text = drafts[bottom[n]].block.text;
    if (text_shape(text).words > 8) return;
    if (!is_valediction(text)) {
      if (n == 0 && is_loose(drafts[bottom[0]]) && is_signature(text))
        skip(drafts[bottom[0]]);
      continue;
    }
    for (std::size_t k = 0; k <= n; ++k) skip(drafts[bottom[k]]);
    return;
  }
}

}  // namespace

void set_furniture_aside(std::vector<Draft>& drafts, Document& document) {
  skip_top(drafts, document);
  for (Draft& draft : drafts) {
    if (!is_loose(draft)) continue;
    const string_view text = draft.block.text;
    if (!has_letter_or_digit(text) || is_page_number(text) || is_copyright(text) ||
        is_breadcrumb(draft))
      skip(draft);
  }
  skip_notes(drafts);
  skip_signature(drafts);
}

}  // namespace steppe::reader
