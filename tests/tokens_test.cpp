// How a text falls into tokens: an input, its tokens with blanks between them.
//
// Marks behind a token: _a keeps its full stop, _h is a hyphen between two names, _p the
// mark of a possessive plural.
#include "tests/analysis_helpers.hpp"

namespace steppe {
namespace {

std::string tokens_of(const std::string& text) {
  Vocabulary vocabulary(built_in_tables().words);
  std::string out;
  for (const Token& token : tokenize(text, built_in_tables().abbreviations, vocabulary)) {
    if (!out.empty()) out += ' ';
    out += token.text;
    if (token.abbreviation) out += "_a";
    if (token.hyphen) out += "_h";
    if (token.is(Tag::possessive) && token.fixed) out += "_p";
  }
  return out;
}

TEST(Tokens, SplitsPossessivesAndContractions) {
  check_all(
      {
          {"Russia’s and Iran's aims.", "Russia ’s and Iran 's aims ."},
          {"The islands’ goal.", "The islands ’_p goal ."},
          {"It doesn't and won't and can't.", "It does n't and wo n't and ca n't ."},
          {"They'll act; we've acted, you're late.",
           "They 'll act ; we 've acted , you 're late ."},
          {"Côte d’Ivoire, N'Djamena, Xi'an", "Côte d’Ivoire , N'Djamena , Xi'an"},
      },
      tokens_of);
}

TEST(Tokens, SplitsHyphensBetweenNamesOnly) {
  check_all(
      {
          {"Russia-Central Asia relations", "Russia -_h Central Asia relations"},
          {"Sino-Russian trade", "Sino -_h Russian trade"},
          {"U.S.-China trade", "U.S._a - China trade"},
          {"a well-known co-operation", "a well-known co-operation"},
          {"state-owned, non-Arab, COVID-19", "state-owned , non-Arab , COVID-19"},
      },
      tokens_of);
}

TEST(Tokens, KeepsNumbersWhole) {
  check_all(
      {
          {"It costs 1,000,000 and 3.5%.", "It costs 1,000,000 and 3.5 % ."},
          {"in 1990-1995 and 1990–95", "in 1990-1995 and 1990–95"},
          {"10th 5G G20", "10th 5G G20"},
          {"US$5bn €5", "US $ 5bn € 5"},
          {"in 1992, 4 states", "in 1992 , 4 states"},
          {"It ended in 1992.", "It ended in 1992 ."},
      },
      tokens_of);
}

TEST(Tokens, KeepsTheStopOfAnAbbreviation) {
  check_all(
      {
          {"The U.S. and e.g. Iran", "The U.S._a and e.g._a Iran"},
          {"No.4 and Dr. Lee", "No._a 4 and Dr._a Lee"},
          {"J. F. Kennedy", "J._a F._a Kennedy"},
          {"Iran left.", "Iran left ."},
      },
      tokens_of);
}

TEST(Tokens, SplitsPunctuationOneByOne) {
  check_all(
      {
          {"“War” ‘peace’ \"gas\" 'oil'.", "“ War ” ‘ peace ’ \" gas \" ' oil ' ."},
          {"Who?! Nobody…", "Who ? ! Nobody …"},
          {"A – b — c", "A – b — c"},
          {"(its “ally”)", "( its “ ally ” )"},
          {"R&D and and/or", "R&D and and / or"},
          {"‘Russia’s aim’ is clear", "‘ Russia ’s aim ’ is clear"},
          {"", ""},
          {" \t\n ", ""},
      },
      tokens_of);
}

// Offsets are what every later stage cites: in order, disjoint, on the words they name.
TEST(Tokens, PointIntoTheText) {
  const std::string text = "Côte d’Ivoire’s “aim” – 3.5% of\u00a0GDP… isn't 中国.";
  Vocabulary vocabulary(built_in_tables().words);
  std::uint32_t last = 0;
  std::string rest = text;
  for (const Token& token : tokenize(text, built_in_tables().abbreviations, vocabulary)) {
    EXPECT_GE(token.start, last);
    EXPECT_LT(token.start, token.end);
    EXPECT_EQ(token.text, text.substr(token.start, token.end - token.start));
    EXPECT_EQ(token.word == nullptr, token.punctuation);
    for (std::uint32_t i = token.start; i < token.end; ++i) rest[i] = ' ';
    last = token.end;
  }
  EXPECT_EQ(rest.find_first_not_of(" \u00a0"), std::string::npos) << rest;
}

std::string asides_of(const std::string& text) {
  Vocabulary vocabulary(built_in_tables().words);
  std::vector<Token> tokens = tokenize(text, built_in_tables().abbreviations, vocabulary);
  mark_asides(tokens, {0, tokens.size()});
  std::string out;
  for (const Token& token : tokens) {
    if (token.aside) out.append(out.empty() ? "" : " ").append(token.text);
  }
  return out;
}

TEST(Tokens, MarksAsides) {
  check_all(
      {
          {"The firm (and its ally) left.", "( and its ally )"},
          {"The firm [sic] left.", "[ sic ]"},
          {"The firm – a big one – left.", "– a big one –"},
          {"The firm — a big one — left (at last).", "— a big one — ( at last )"},
          {"The firm left – at last.", ""},
          {"a ) b ( c", "( c"},
      },
      asides_of);
}

}  // namespace
}  // namespace steppe
