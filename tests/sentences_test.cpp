// Where one sentence ends and the next begins: an input, its sentences with " | " between
// them.
//
// A full stop ends no sentence behind a title, an initial, inside a number or a dotted
// name that the next word continues; closing quotation marks and brackets stay with the
// sentence that they close.
#include "tests/analysis_helpers.hpp"

namespace steppe {
namespace {

std::string sentences_of(const std::string& text) {
  Vocabulary vocabulary(built_in_tables().words);
  const Abbreviations& abbreviations = built_in_tables().abbreviations;
  const std::vector<Token> tokens = tokenize(text, abbreviations, vocabulary);
  std::vector<std::string> parts;
  for (const TokenRange& range : split_sentences(tokens, abbreviations)) {
    const std::uint32_t start = tokens[range.first].start;
    parts.push_back(text.substr(start, tokens[range.last - 1].end - start));
  }
  return joined(parts);
}

TEST(Sentences, KeepsAbbreviationsBeforeWhatTheyContinue) {
  check_all(
      {
          {"Dr. Mahathir spoke. He left.", "Dr. Mahathir spoke. | He left."},
          {"Mr. J. F. Kennedy spoke. He left.", "Mr. J. F. Kennedy spoke. | He left."},
          {"Minerals, e.g. copper, matter. They are rare.",
           "Minerals, e.g. copper, matter. | They are rare."},
          {"Minerals (e.g. copper) matter. They are rare.",
           "Minerals (e.g. copper) matter. | They are rare."},
          {"States, i.e. members, vote. Others watch.",
           "States, i.e. members, vote. | Others watch."},
          {"They met in St. Petersburg. They left.",
           "They met in St. Petersburg. | They left."},
          {"Resolution No. 4 passed. It failed later.",
           "Resolution No. 4 passed. | It failed later."},
          {"China, Russia et al. signed. It held.",
           "China, Russia et al. signed. | It held."},
          {"On Jan. 5 it acted. On Feb. 6 it left.",
           "On Jan. 5 it acted. | On Feb. 6 it left."},
          {"It opened at 9 a.m. on Monday. It closed.",
           "It opened at 9 a.m. on Monday. | It closed."},
          {"It opened at 9 a.m. The talks began.",
           "It opened at 9 a.m. | The talks began."},
          {"Gen. Prayut ruled. He left.", "Gen. Prayut ruled. | He left."},
          {"Sen. McCain spoke. He left.", "Sen. McCain spoke. | He left."},
          {"See pp. 4-5. It is clear.", "See pp. 4-5. | It is clear."},
          {"Dr. A. B. Smith et al. disagree. So do we.",
           "Dr. A. B. Smith et al. disagree. | So do we."},
          {"Russia vs. Ukraine was played. It ended.",
           "Russia vs. Ukraine was played. | It ended."},
          {"It lasted until 5 p.m. Nobody left.",
           "It lasted until 5 p.m. | Nobody left."},
          {"No. 4 is ready. It waits.", "No. 4 is ready. | It waits."},
          {"Prof. Dr. Lee spoke. He left.", "Prof. Dr. Lee spoke. | He left."},
          {"It met in Jan. 2020. It left.", "It met in Jan. 2020. | It left."},
          {"Lt. Gen. Ma spoke. He left.", "Lt. Gen. Ma spoke. | He left."},
          {"It sold oil, gas, etc. It gained.", "It sold oil, gas, etc. | It gained."},
          {"It sold oil, gas, etc. to China. It gained.",
           "It sold oil, gas, etc. to China. | It gained."},
      },
      sentences_of);
}

TEST(Sentences, KeepsDottedNamesAndInitials) {
  check_all(
      {
          {"The U.S. Senate met. It voted.", "The U.S. Senate met. | It voted."},
          {"The treaty was made by the U.S. It failed.",
           "The treaty was made by the U.S. | It failed."},
          {"Talks with the U.S. and the U.K. failed. Nobody spoke.",
           "Talks with the U.S. and the U.K. failed. | Nobody spoke."},
          {"The E.U. agreed. It paid.", "The E.U. agreed. | It paid."},
          {"Washington, D.C. is far. It rains.", "Washington, D.C. is far. | It rains."},
          {"The U.S.-led pact holds. It works.", "The U.S.-led pact holds. | It works."},
          {"He lives in the U.S.S.R. It fell.", "He lives in the U.S.S.R. | It fell."},
          {"The U.N. Security Council met. It voted.",
           "The U.N. Security Council met. | It voted."},
          {"The I.M.F. lent. It gained.", "The I.M.F. lent. | It gained."},
      },
      sentences_of);
}

TEST(Sentences, ClosesQuotationsAndBracketsWithTheirSentence) {
  check_all(
      {
          {"He said, “We will act.” Then he left.",
           "He said, “We will act.” | Then he left."},
          {"“We will act,” he said. “We must.”", "“We will act,” he said. | “We must.”"},
          {"\"Will we act?\" he asked. Nobody knew.",
           "\"Will we act?\" he asked. | Nobody knew."},
          {"The pact (signed in 1992) holds. It works.",
           "The pact (signed in 1992) holds. | It works."},
          {"The pact holds. (It was signed in 1992.) It works.",
           "The pact holds. | (It was signed in 1992.) | It works."},
          {"\"It is war.\" That was clear.", "\"It is war.\" | That was clear."},
          {"It said: “War.” And left.", "It said: “War.” | And left."},
          {"The Conference [of 1992] ended. It failed.",
           "The Conference [of 1992] ended. | It failed."},
          {"Nobody knows why. “Perhaps,” he said.",
           "Nobody knows why. | “Perhaps,” he said."},
          {"India’s aim is clear. ‘Peace’ is its word.",
           "India’s aim is clear. | ‘Peace’ is its word."},
      },
      sentences_of);
}

TEST(Sentences, KeepsStopsInsideNumbers) {
  check_all(
      {
          {"Growth was 3.5 percent. It fell to 2.1.",
           "Growth was 3.5 percent. | It fell to 2.1."},
          {"The price is $4.50. It rose.", "The price is $4.50. | It rose."},
          {"The answer was no. 4 states left.", "The answer was no. | 4 states left."},
          {"It was 1992. 15 states joined.", "It was 1992. | 15 states joined."},
          {"The bank lent US$2.5 billion. It was paid.",
           "The bank lent US$2.5 billion. | It was paid."},
          {"The rate was 5%. It fell.", "The rate was 5%. | It fell."},
          {"Version 2.0.1 is out. It works.", "Version 2.0.1 is out. | It works."},
          {"The 5th. No more came.", "The 5th. | No more came."},
          {"Article 5.1 applies. It is old.", "Article 5.1 applies. | It is old."},
      },
      sentences_of);
}

TEST(Sentences, TellsEndsFromPauses) {
  check_all(
      {
          {"Russia waits. China acts.", "Russia waits. | China acts."},
          {"Will it act? It may.", "Will it act? | It may."},
          {"It acted! Others waited.", "It acted! | Others waited."},
          {"It waited … and then it acted.", "It waited … and then it acted."},
          {"It waited… Then it acted.", "It waited… | Then it acted."},
          {"It waited... Then it acted.", "It waited... | Then it acted."},
          {"It waited ... and acted.", "It waited ... and acted."},
          {"It wants gas; it gets none. It waits.",
           "It wants gas; it gets none. | It waits."},
          {"The firm Yahoo! failed. It closed.", "The firm Yahoo! failed. | It closed."},
          {"Why? Because it can. Really.", "Why? | Because it can. | Really."},
          {"It ended?! Yes.", "It ended?! | Yes."},
          {"It is true: They left. It works.", "It is true: They left. | It works."},
      },
      sentences_of);
}

TEST(Sentences, CoverAllTokensInOrder) {
  Vocabulary vocabulary(built_in_tables().words);
  const Abbreviations& abbreviations = built_in_tables().abbreviations;
  for (const char* text :
       {"", ".", "...", "A. B. C.", "?! (.) \".\"", "Dr. No. 4. etc."}) {
    const std::vector<Token> tokens = tokenize(text, abbreviations, vocabulary);
    std::size_t next = 0;
    for (const TokenRange& range : split_sentences(tokens, abbreviations)) {
      EXPECT_EQ(range.first, next) << text;
      EXPECT_LT(range.first, range.last) << text;
      next = range.last;
    }
    EXPECT_EQ(next, tokens.size()) << text;
  }
}

}  // namespace
}  // namespace steppe
