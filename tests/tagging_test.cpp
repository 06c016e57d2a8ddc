// The word class of one ambiguous word in its sentence: the word stands in brackets.
//
// Most rows come in pairs, the noun and the verb: a rule that fires on the wrong one
// invents a goal.
#include "tests/analysis_helpers.hpp"

namespace steppe {
namespace {

std::string tag_of_bracketed(const std::string& marked) {
  const std::size_t open = marked.find('[');
  const std::size_t close = marked.find(']');
  const std::string text = marked.substr(0, open) +
                           marked.substr(open + 1, close - open - 1) +
                           marked.substr(close + 1);
  const Analysis analysis(text);
  for (const Token& token : analysis.blocks.front().tokens) {
    if (token.start == open) return std::string(tag_name(token.tag));
  }
  return "no token";
}

TEST(Tagging, TellsNounsFromVerbs) {
  check_all(
      {
          {"Russia [supports] the plan.", "VBZ"},
          {"Russia needs the [support] of China.", "N"},
          {"Many states [support] the plan.", "VP"},
          {"[Support] for the plan is weak.", "N"},
          {"They [fear] a war.", "VP"},
          {"The [fear] of war is old.", "N"},
          {"[Fear] of war drives the debate.", "N"},
          {"Poland [fears] a war.", "VBZ"},
          {"Old [fears] returned.", "NS"},
          {"Iran [demands] a vote.", "VBZ"},
          {"The [demands] of Iran are clear.", "NS"},
          {"Its [demands] grew.", "NS"},
          {"Iran [plans] a vote.", "VBZ"},
          {"The [plans] of Iran are clear.", "NS"},
          {"It [plans] to sell gas.", "VBZ"},
          {"Kenya [states] its aims.", "VBZ"},
          {"The [states] of the region met.", "NS"},
          {"Central Asian [states] seek gas.", "NS"},
          {"This [means] war.", "VBZ"},
          {"It has the [means] to act.", "NS"},
          {"Trade is a [means] of control.", "NS"},
          {"The [lead] of China is clear.", "N"},
          {"They [lead] the bloc.", "VP"},
          {"The talks [lead] to war.", "VP"},
          {"The [set] of rules is old.", "N"},
          {"It [set] a target.", "VBD"},
          {"It is [set] to grow.", "VBN"},
          {"Its [aims] include peace.", "NS"},
          {"It [aims] at peace.", "VBZ"},
          {"[Hopes] for peace are high.", "NS"},
          {"It [hopes] for peace.", "VBZ"},
          {"It must [address] these challenges.", "VB"},
          {"Its [address] was long.", "N"},
          {"It [challenges] the order.", "VBZ"},
          {"The [challenges] remain.", "NS"},
          {"It [concerns] us.", "VBZ"},
          {"Its [concerns] are old.", "NS"},
          {"The [need] for help is great.", "N"},
          {"It will not [need] help.", "VB"},
          {"It has [interests] in gas.", "NS"},
          {"It [benefits] from trade.", "VBZ"},
          {"The [benefits] of trade are small.", "NS"},
          {"The use of [force] is banned.", "N"},
          {"They [force] a vote.", "VP"},
          {"Its [views] are old.", "NS"},
          {"It [views] Iran as a threat.", "VBZ"},
          {"The country [faces] a threat.", "VBZ"},
          {"The [faces] of the leaders were grim.", "NS"},
          {"Peace [talks] failed.", "NS"},
          {"It [talks] to Iran.", "VBZ"},
          {"The transport [routes] cross Iran.", "NS"},
          {"Both sides [cross] the border.", "VP"},
          {"[Land] reform failed.", "N"},
          {"Troops [land] in Mali.", "VP"},
          {"Such [matters] are grave.", "NS"},
          {"The vote [matters].", "VBZ"},
      },
      tag_of_bracketed);
}

TEST(Tagging, TellsToBeforeAVerbFromToBeforeANoun) {
  check_all(
      {
          {"It goes [to] market.", "PREP"},
          {"It wants [to] market its gas.", "TO"},
          {"It went [to] war.", "PREP"},
          {"It is close [to] war.", "PREP"},
          {"It is committed [to] peace.", "PREP"},
          {"It is committed [to] selling gas.", "PREP"},
          {"It promised [to] fight.", "TO"},
          {"It led [to] a fight.", "PREP"},
          {"Access [to] water is a goal.", "PREP"},
          {"It needs [to] access water.", "TO"},
          {"It returned [to] rule.", "TO"},
          {"[To] the north lies Russia.", "PREP"},
          {"It ought [to] act.", "TO"},
      },
      tag_of_bracketed);
}

TEST(Tagging, TellsParticiples) {
  check_all(
      {
          {"The [building] of roads is costly.", "N"},
          {"It is [building] roads.", "VBG"},
          {"A [building] burned.", "N"},
          {"[Building] roads is costly.", "VBG"},
          {"[Developing] its ports is a goal.", "VBG"},
          {"Its [growing] influence alarms Japan.", "ADJ"},
          {"China [disputed] the claim.", "VBD"},
          {"It is [concerned] about war.", "ADJ"},
          {"[Limited] access hurts trade.", "ADJ"},
          {"It [left] the bloc.", "VBD"},
          {"Help is [needed].", "VBN"},
      },
      tag_of_bracketed);
}

TEST(Tagging, TellsFunctionWords) {
  check_all(
      {
          {"It [will] act.", "MODAL"},
          {"The [will] of the people is clear.", "N"},
          {"It [may] act.", "MODAL"},
          {"In [May] it acted.", "NAME"},
          {"They say [that] it will act.", "THAT"},
          {"[That] claim is old.", "DET"},
          {"It acts [like] China.", "PREP"},
          {"It [likes] gas.", "VBZ"},
          {"It acts [well].", "ADV"},
          {"They [doubt] it.", "VP"},
      },
      tag_of_bracketed);
}

// A heading or list item needs no finite verb.
TEST(Tagging, TakesAnItemForANounPhrase) {
  Vocabulary vocabulary(built_in_tables().words);
  for (const char* text : {"Access to gas", "Demands for peace", "Support of farmers"}) {
    std::vector<Token> tokens =
        tokenize(text, built_in_tables().abbreviations, vocabulary);
    tag_words(tokens, {0, tokens.size()}, false);
    EXPECT_TRUE(tokens.front().is_any(kNominal)) << text;
  }
}

}  // namespace
}  // namespace steppe
