// One pass over the text; a word is taken whole, then its clitics are split off.
// Tested by tests/tokens_test.cpp.
#include "loader/language/tokens.hpp"

#include <utf8proc.h>

namespace steppe {
namespace {

struct CodePoint {
  utf8proc_int32_t value = 0;
  std::uint32_t size = 1;
};

CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1};
  utf8proc_int32_t value = -1;
  const auto size =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                       static_cast<utf8proc_ssize_t>(text.size() - at), &value);
  return size <= 0 ? CodePoint{0xfffd, 1}
                   : CodePoint{value, static_cast<std::uint32_t>(size)};
}

bool is_space(utf8proc_int32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 || c == 0x202f ||
         (c >= 0x2000 && c <= 0x200b) || c == 0x3000;
}

bool is_digit(utf8proc_int32_t c) { return c >= '0' && c <= '9'; }

bool is_word(utf8proc_int32_t c) {
  if (c < 0x80) return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
      return true;
    default:
      return c == 0xad;  // soft hyphen
  }
}

bool is_upper(utf8proc_int32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const auto category = utf8proc_category(c);
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool is_apostrophe(utf8proc_int32_t c) { return c == '\'' || c == 0x2019; }
bool is_hyphen(utf8proc_int32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

Tag punctuation_tag(utf8proc_int32_t c) {
  switch (c) {
    case ',':
      return Tag::comma;
    case ';':
    case '.':
    case '?':
    case '!':
    case 0x2026:
      return Tag::stop;
    case ':':
      return Tag::colon;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return Tag::dash;
    case '(':
    case '[':
    case '{':
      return Tag::open;
    case ')':
    case ']':
    case '}':
      return Tag::close;
    case '"':
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
      return Tag::quote;
    default:
      return Tag::other;
  }
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Abbreviations& abbreviations,
            Vocabulary& vocabulary)
      : text_(text), abbreviations_(abbreviations), vocabulary_(vocabulary) {}

  std::vector<Token> run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const CodePoint c = decode(text_, at);
      if (is_space(c.value)) {
        space_ = true;
        at += c.size;
      } else if (is_word(c.value)) {
        at = take_word(at);
      } else {
        at = take_punctuation(at, c);
      }
    }
    return std::move(tokens_);
  }

 private:
  std::size_t take_punctuation(std::size_t at, CodePoint c) {
    const bool clitic = is_apostrophe(c.value) && !space_ && !tokens_.empty() &&
                        tokens_.back().word && tokens_.back().end == at;
    if (clitic && !open_quote_ && text_[at - 1] == 's') {
      add_word(at, at + c.size);  // "the islands’ goal"
      tokens_.back().tag = Tag::possessive;
      tokens_.back().fixed = true;
      return at + c.size;
    }
    if (c.value == 0x2018) open_quote_ = true;
    if (c.value == 0x2019) open_quote_ = false;
    Token token = make(at, at + c.size);
    token.punctuation = true;
    token.fixed = true;
    token.tag = punctuation_tag(c.value);
    tokens_.push_back(token);
    space_ = false;
    return at + c.size;
  }

  // The end of the word that starts at `at`, clitics and inner separators included.
  std::size_t word_end(std::size_t at) const {
    bool number = true;
    while (at < text_.size()) {
      const CodePoint c = decode(text_, at);
      if (is_word(c.value)) {
        number = number && is_digit(c.value);
        at += c.size;
        continue;
      }
      const std::size_t after = at + c.size;
      const CodePoint next = after < text_.size() ? decode(text_, after) : CodePoint{};
      const bool separator = is_apostrophe(c.value) || is_hyphen(c.value) ||
                             c.value == '&' || c.value == '/' || c.value == '.' ||
                             (number && c.value == ',' && is_digit(next.value));
      if (!separator || !is_word(next.value)) break;
      if (c.value == '.' && !number && !is_dotted(at)) break;
      if (c.value == '/' && !is_upper(next.value) && !is_digit(next.value)) break;
      at = after;
    }
    return at;
  }

  // Whether a full stop at `at` stands between single letters, as in "U.S".
  bool is_dotted(std::size_t at) const {
    return at >= 1 &&
           (at == 1 || !is_word(decode(text_, at - 2).value) || text_[at - 2] == '.') &&
           (at + 2 >= text_.size() || !is_word(decode(text_, at + 2).value));
  }

  std::size_t take_word(std::size_t at) {
    std::size_t end = word_end(at);
    if (const std::size_t hyphen = name_hyphen(at, end);
        hyphen != std::string_view::npos) {
      const std::size_t after = hyphen + decode(text_, hyphen).size;
      add_parts(at, hyphen);
      add_word(hyphen, after);
      tokens_.back().hyphen = true;
      tokens_.back().tag = Tag::name;
      tokens_.back().fixed = true;
      return take_word(after);
    }
    bool keeps_stop = false;
    if (end < text_.size() && text_[end] == '.') {
      keeps_stop = is_abbreviation(text_.substr(at, end - at));
      if (keeps_stop) ++end;
    }
    add_parts(at, end);
    tokens_.back().abbreviation = keeps_stop;
    return end;
  }

  // The first hyphen of [at, end) that joins two capitalised words.
  std::size_t name_hyphen(std::size_t at, std::size_t end) const {
    if (!is_upper(decode(text_, at).value)) return std::string_view::npos;
    for (std::size_t i = at; i < end;) {
      const CodePoint c = decode(text_, i);
      if (i > at + 1 && is_hyphen(c.value) && i + c.size < end &&
          is_upper(decode(text_, i + c.size).value)) {
        return i;
      }
      i += c.size;
    }
    return std::string_view::npos;
  }

  bool is_abbreviation(std::string_view word) const {
    if (word.size() == 1 && is_upper(word.front())) return true;  // an initial
    if (word.find('.') != std::string_view::npos) return true;    // "U.S", "e.g"
    return abbreviations_.find(word) != abbreviations_.end();
  }

  // "country's" -> country, 's; "don't" -> do, n't; "they'll" -> they, 'll.
  void add_parts(std::size_t at, std::size_t end) {
    std::size_t apostrophe = end;
    for (std::size_t i = at; i < end;) {
      const CodePoint c = decode(text_, i);
      if (is_apostrophe(c.value)) apostrophe = i;
      i += c.size;
    }
    if (apostrophe == end || apostrophe == at) return add_word(at, end);
    const std::string tail = fold_case(text_.substr(apostrophe, end - apostrophe));
    if (tail == "'t" && text_[apostrophe - 1] == 'n' && apostrophe - 1 > at) {
      add_word(at, apostrophe - 1);
      return add_word(apostrophe - 1, end);
    }
    const bool clitic = tail == "'s" || tail == "'ll" || tail == "'re" || tail == "'ve" ||
                        tail == "'d" || tail == "'m";
    if (!clitic) return add_word(at, end);
    add_word(at, apostrophe);
    add_word(apostrophe, end);
  }

  void add_word(std::size_t at, std::size_t end) {
    Token token = make(at, end);
    token.word = &vocabulary_.intern(token.text);
    bool small = false;
    std::size_t letters = 0;
    for (std::size_t i = at; i < end;) {
      const CodePoint c = decode(text_, i);
      const bool upper = is_upper(c.value);
      if (i == at) token.capital = upper;
      letters += is_word(c.value);
      small = small || (is_word(c.value) && !upper && !is_digit(c.value));
      i += c.size;
    }
    token.all_capitals = token.capital && !small && letters >= 2;
    tokens_.push_back(token);
    space_ = false;
  }

  Token make(std::size_t at, std::size_t end) const {
    Token token;
    token.start = static_cast<std::uint32_t>(at);
    token.end = static_cast<std::uint32_t>(end);
    token.text = text_.substr(at, end - at);
    token.space_before = space_;
    return token;
  }

  std::string_view text_;
  const Abbreviations& abbreviations_;
  Vocabulary& vocabulary_;
  std::vector<Token> tokens_;
  bool space_ = false;
  bool open_quote_ = false;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, const Abbreviations& abbreviations,
                            Vocabulary& vocabulary) {
  return Tokenizer(text, abbreviations, vocabulary).run();
}

}  // namespace steppe
