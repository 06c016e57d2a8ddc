#include "loader/reader/html_tags.hpp"

#include <algorithm>
#include <array>

#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return is_ascii_blank(static_cast<unsigned char>(c)); }

struct Name {
  string_view name;
  Element element;
};

// "hidden" stands for all elements whose text no reader of the page sees.
constexpr Name kNames[] = {
    {"a", Element::a},
    {"b", Element::b},
    {"strong", Element::b},
    {"i", Element::i},
    {"em", Element::i},
    {"br", Element::br},
    {"wbr", Element::wbr},
    {"html", Element::html},
    {"body", Element::body},
    {"main", Element::main},
    {"article", Element::article},
    {"section", Element::section},
    {"div", Element::div},
    {"center", Element::div},
    {"details", Element::div},
    {"fieldset", Element::div},
    {"form", Element::div},
    {"thead", Element::none},
    {"hgroup", Element::div},
    {"p", Element::p},
    {"h1", Element::h1},
    {"h2", Element::h2},
    {"h3", Element::h3},
    {"h4", Element::h4},
    {"h5", Element::h5},
    {"h6", Element::h6},
    {"ul", Element::ul},
    {"menu", Element::ul},
    {"dir", Element::ul},
    {"ol", Element::ol},
    {"li", Element::li},
    {"dl", Element::dl},
    {"dt", Element::dt},
    {"dd", Element::dd},
    {"blockquote", Element::blockquote},
    {"pre", Element::pre},
    {"hr", Element::hr},
    {"summary", Element::summary},
    {"table", Element::table},
    {"tr", Element::tr},
    {"td", Element::td},
    {"th", Element::th},
    {"caption", Element::caption},
    {"figure", Element::figure},
    {"figcaption", Element::figcaption},
    {"address", Element::address},
    {"nav", Element::nav},
    {"header", Element::header},
    {"footer", Element::footer},
    {"aside", Element::aside},
    {"head", Element::head},
    {"title", Element::title},
    {"meta", Element::meta},
    {"script", Element::script},
    {"style", Element::style},
    {"template", Element::hidden},
    {"svg", Element::hidden},
    {"select", Element::hidden},
    {"button", Element::hidden},
    {"object", Element::hidden},
    {"video", Element::hidden},
    {"audio", Element::hidden},
    {"canvas", Element::hidden},
    {"dialog", Element::hidden},
};

constexpr std::array<string_view, 9> kRawContent = {"script",   "style",    "title",
                                                    "textarea", "xmp",      "iframe",
                                                    "noembed",  "noframes", "noscript"};

constexpr std::array<string_view, 33> kFurnitureWords = {
    "footer",     "nav",         "navbar",     "navigation", "menu",      "sidebar",
    "breadcrumb", "breadcrumbs", "topbar",     "byline",     "caption",   "cookie",
    "cookies",    "share",       "sharing",    "social",     "copyright", "pagination",
    "pager",      "dateline",    "newsletter", "subscribe",  "advert",    "ad",
    "ads",        "promo",       "related",    "comments",   "masthead",  "toolbar",
    "credit",     "cutline",     "timestamp"};

// "has-sidebar", "market-share": words that turn the one behind them into something else.
constexpr std::array<string_view, 6> kOtherSense = {"has",     "no",     "with",
                                                    "without", "market", "non"};

template <std::size_t N>
bool is_one_of(string_view word, const std::array<string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](string_view w) { return equals_ignoring_case(w, word); });
}

string_view next_word(string_view& text, string_view separators) {
  const std::size_t start = std::min(text.find_first_not_of(separators), text.size());
  const std::size_t end = std::min(text.find_first_of(separators, start), text.size());
  const string_view word = text.substr(start, end - start);
  text.remove_prefix(end);
  return word;
}

// One name of a class list: "site-footer", "post__byline".
bool is_furniture_name(string_view name) {
  string_view before;
  for (string_view word = next_word(name, "-_"); !word.empty();
       word = next_word(name, "-_")) {
    if (is_one_of(word, kFurnitureWords) && !is_one_of(before, kOtherSense)) return true;
    before = word;
  }
  return false;
}

}  // namespace

bool HtmlScanner::begins_tag(std::size_t at) const {
  if (at + 1 >= source_.size() || source_[at] != '<') return false;
  const char next = source_[at + 1];
  const bool closing =
      next == '/' && at + 2 < source_.size() && is_alpha(source_[at + 2]);
  return is_alpha(next) || next == '!' || next == '?' || closing;
}

HtmlToken HtmlScanner::next() {
  HtmlToken token;
  token.start = token.end_offset = at_;
  if (at_ >= source_.size()) return token;
  if (begins_tag(at_)) {
    const char mark = source_[at_ + 1];
    return mark == '!' || mark == '?' ? declaration() : tag();
  }
  std::size_t end = at_ + 1;
  while (end < source_.size() && !begins_tag(end)) {
    end = std::min(source_.find('<', end + 1), source_.size());
  }
  token.type = HtmlToken::Type::text;
  token.end_offset = at_ = end;
  return token;
}

HtmlToken HtmlScanner::declaration() {
  HtmlToken token{HtmlToken::Type::comment, at_, source_.size()};
  const bool comment = source_.substr(at_, 4) == "<!--";
  const string_view close = comment ? "-->" : ">";
  const std::size_t end = source_.find(close, at_ + 2);
  if (end != string_view::npos) token.end_offset = end + close.size();
  at_ = token.end_offset;
  return token;
}

HtmlToken HtmlScanner::tag() {
  const bool closing = source_[at_ + 1] == '/';
  HtmlToken token{closing ? HtmlToken::Type::close : HtmlToken::Type::open, at_,
                  source_.size()};
  const std::size_t name = at_ + (closing ? 2 : 1);
  std::size_t end = name;
  while (end < source_.size() && !is_space(source_[end]) && source_[end] != '>' &&
         source_[end] != '/')
    ++end;
  token.name = source_.substr(name, end - name);
  const std::size_t attributes = end;
  // A quote opens a value only after '=': an apostrophe elsewhere is none.
  char before = '\0';
  while (end < source_.size() && source_[end] != '>') {
    const char c = source_[end];
    if ((c == '"' || c == '\'') && before == '=') {
      end = std::min(source_.find(c, end + 1), source_.size());
      if (end == source_.size()) break;
    }
    if (!is_space(c)) before = c;
    ++end;
  }
  token.attributes = source_.substr(attributes, end - attributes);
  token.end_offset = at_ = std::min(end + 1, source_.size());
  return token;
}

std::size_t HtmlScanner::skip_raw(string_view name) {
  for (std::size_t at = source_.find("</", at_); at != string_view::npos;
       at = source_.find("</", at + 2)) {
    if (!starts_with_word(source_.substr(at + 2, name.size() + 1), name)) continue;
    at_ = at;
    return at;
  }
  at_ = source_.size();
  return at_;
}

Element element_of(string_view name) {
  const auto* const at =
      std::find_if(std::begin(kNames), std::end(kNames),
                   [&](const Name& n) { return equals_ignoring_case(n.name, name); });
  return at != std::end(kNames) ? at->element : Element::none;
}

bool has_raw_content(string_view name) { return is_one_of(name, kRawContent); }

std::optional<string_view> attribute(string_view attributes, string_view name) {
  std::size_t at = 0;
  while (at < attributes.size()) {
    if (is_space(attributes[at]) || attributes[at] == '/' || attributes[at] == '=') {
      ++at;
      continue;
    }
    const std::size_t end =
        std::min(attributes.find_first_of("= \t\r\n\f/", at), attributes.size());
    const string_view found = attributes.substr(at, end - at);
    at = std::min(attributes.find_first_not_of(" \t\r\n\f", end), attributes.size());
    string_view value;
    if (at < attributes.size() && attributes[at] == '=') {
      at = std::min(attributes.find_first_not_of(" \t\r\n\f", at + 1), attributes.size());
      const char quote = at < attributes.size() ? attributes[at] : '\0';
      const bool quoted = quote == '"' || quote == '\'';
      const std::size_t from = at + (quoted ? 1 : 0);
      const std::size_t to =
          std::min(quoted ? attributes.find(quote, from)
                          : attributes.find_first_of(" \t\r\n\f", from),
                   attributes.size());
      value = attributes.substr(std::min(from, to), to - std::min(from, to));
      at = to + (quoted ? 1 : 0);
    }
    if (equals_ignoring_case(found, name)) return value;
  }
  return std::nullopt;
}

bool names_furniture(string_view attributes) {
  for (const string_view name : {"class", "id"}) {
    const auto value = attribute(attributes, name);
    if (!value) continue;
    string_view rest = *value;
    for (string_view word = next_word(rest, " \t\r\n\f"); !word.empty();
         word = next_word(rest, " \t\r\n\f")) {
      if (is_furniture_name(word)) return true;
    }
  }
  const auto role = attribute(attributes, "role");
  return role &&
         (*role == "navigation" || *role == "contentinfo" || *role == "complementary");
}

}  // namespace steppe::reader
