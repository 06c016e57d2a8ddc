// How much text a statement takes and where it splits: "kind: text" for each, in order.
#include "tests/analysis_helpers.hpp"

namespace steppe {
namespace {

std::string statements_of(const std::string& text) {
  std::vector<std::string> parts;
  for (const Statement& statement : extract_paragraphs(text).statements) {
    parts.push_back(std::string(kind_name(statement.kind)) + ": " + statement.quote);
  }
  return joined(parts);
}

TEST(Spans, TakesTheComplementOnly) {
  check_all(
      {
          {"Kenya has sought to reassert its influence in the region.",
           "goal: reassert its influence in the region"},
          {"Kenya has pledged to open the road by 2030.",
           "commitment: open the road by 2030"},
          {"Kenya is seeking to balance its ties with China and the United States.",
           "goal: balance its ties with China and the United States"},
          {"Kenya fears that China will close the border.",
           "concern: China will close the border"},
          {"Kenya's main goal is to widen its port.", "goal: widen its port"},
          {"Kenya has a strong interest in open sea lanes.", "interest: open sea lanes"},
          {"Kenya values its seat on the council.", "interest: its seat on the council"},
          {"It is vital that the road be opened.", "need: the road be opened"},
          {"Kenya sees the port as a source of hard currency.",
           "interest: hard currency"},
          {"Kenya sees the new fleet as a threat.", "concern: the new fleet"},
          {"Kenya said that it wants to build a port.", "goal: build a port"},
          {"Kenya will remain a hub for the foreseeable future.",
           "outlook: remain a hub for the foreseeable future"},
      },
      statements_of);
}

TEST(Spans, EndsBeforeWhatIsNoPartOfIt) {
  check_all(
      {
          {"Kenya must open the road because trade has fallen.", "need: open the road"},
          {"Kenya must open the road, which was closed in May.", "need: open the road"},
          {"Kenya hopes to sell coal, but its ports are small.", "goal: sell coal"},
          {"Kenya wants peace with Uganda (which it fears).", "goal: peace with Uganda"},
          {"Kenya needs a new road; Uganda needs a new port.",
           "need: a new road | need: a new port"},
      },
      statements_of);
}

TEST(Spans, SplitsWhatCouldStandAlone) {
  check_all(
      {
          {"Kenya wants to sell gas to China and to buy coal from India.",
           "goal: sell gas to China | goal: buy coal from India"},
          {"Kenya wants to open its ports, build new roads and sell gas to China.",
           "goal: open its ports | goal: build new roads | goal: sell gas to China"},
          {"Kenya should reform its courts, cut tariffs on food and pay its teachers.",
           "need: reform its courts | need: cut tariffs on food | need: pay its "
           "teachers"},
          {"Kenya is committed to opening the road and to paying its debts.",
           "commitment: opening the road | commitment: paying its debts"},
          {"Kenya fears a long war in the south, a flight of capital and the loss of its "
           "bases.",
           "concern: a long war in the south | concern: a flight of capital | "
           "concern: the loss of its bases"},
          {"The outcome depends on the economic situation in the region, the policies of "
           "Russia, and "
           "the influence of other powers.",
           "driver: the economic situation in the region | driver: the policies of "
           "Russia | "
           "driver: the influence of other powers"},
          {"Kenya's growth is hampered by a lack of roads and by old laws.",
           "challenge: a lack of roads | challenge: old laws"},
      },
      statements_of);
}

TEST(Spans, KeepsTogetherWhatCouldNot) {
  check_all(
      {
          {"Kenya seeks trade and investment.", "goal: trade and investment"},
          {"Kenya wants to protect its farmers and fishermen.",
           "goal: protect its farmers and fishermen"},
      },
      statements_of);
}

TEST(Spans, FindsSeveralKindsInOneSentence) {
  check_all(
      {
          {"Kenya will need to build a port if it wants to sell coal.",
           "need: build a port | goal: sell coal"},
          {"Kenya wants to keep its seat in order to protect its farmers.",
           "goal: keep its seat | goal: protect its farmers"},
          {"Kenya is concerned about the border and seeks a fair settlement.",
           "concern: the border | goal: a fair settlement"},
          {"Russia has sought to keep its influence in the region, while China has "
           "sought to sell arms.",
           "goal: keep its influence in the region | goal: sell arms"},
          {"Kenya is likely to remain a hub, and Uganda is expected to grow.",
           "outlook: remain a hub | outlook: grow"},
      },
      statements_of);
}

TEST(Spans, FindsNothingWhereNothingIsSaid) {
  check_all(
      {
          {"Kenya exports tea.", ""},
          {"Kenya opened the road in 1992.", ""},
          {"Kenya does not want to sell coal.", ""},
          {"Kenya has no interest in a war.", ""},
          {"Should Kenya open the road?", ""},
          {"Kenya borders Uganda.", ""},
      },
      statements_of);
}

}  // namespace
}  // namespace steppe
