// Whom a pronoun or a description means, seen from outside: the holders of the last
// statement.
#include "tests/analysis_helpers.hpp"

namespace steppe {
namespace {

std::string holders_of_last(const std::string& text) {
  const Extraction extraction = extract_paragraphs(text);
  if (extraction.statements.empty()) return "no statement";
  return actors_of(extraction.statements.back(), Role::holder);
}

TEST(Reference, ResolvesPronouns) {
  check_all(
      {
          {"Kenya borders Uganda. It wants to sell tea.", "KEN"},
          {"Kenya fears a drought, and it wants to build dams.", "KEN"},
          {"Moscow waits. It wants to sell gas.", "RUS"},
          {"Kenya and Uganda signed a pact. They want to open the road.", "KEN UGA"},
          {"The Central Asian states met. They want to sell gas.", "central-asia"},
          {"Tanzania waits. Its government wants to sell tea.", "TZA"},
          {"Kenya wants to keep its seat and its farmers need rain.", "KEN"},
          {"The drought is long. It will last for years.", ""},
      },
      holders_of_last);
}

// A pronoun ahead of the name that it means.
TEST(Reference, LooksAheadFromASubordinateClause) {
  const Extraction extraction =
      extract_paragraphs("Although it fears a drought, Kenya wants to sell tea.");
  ASSERT_EQ(extraction.statements.size(), 2u);
  for (const Statement& s : extraction.statements) {
    EXPECT_EQ(actors_of(s, Role::holder), "KEN") << s.quote;
  }
}

TEST(Reference, ResolvesBoth) {
  check_all(
      {
          {"Kenya and Uganda signed a pact. Both sides want to open the road.",
           "KEN UGA"},
          {"Kenya and Uganda signed a pact. Both want to open the road.", "KEN UGA"},
          {"Kenya and Uganda signed a pact. The two countries want to open the road.",
           "KEN UGA"},
          {"Kenya met Uganda. The two neighbours want to open the road.", "KEN UGA"},
          {"Kenya, Uganda and Tanzania met. The three countries want to open the road.",
           "KEN TZA UGA"},
          {"The Baltic states met. The three countries want to arm.", "baltic-states"},
      },
      holders_of_last);
}

TEST(Reference, ResolvesDescriptions) {
  check_all(
      {
          {"The European Union met. The bloc wants to sell gas.", "european-union"},
          {"The African Union met. The organization wants to send troops.",
           "african-union"},
          {"NATO met in May. The alliance wants to send troops.", "nato"},
          {"Central Asia is dry. The region wants to sell gas.", "central-asia"},
          {"Iran fears Israel. The country wants to build dams.", "IRN"},
      },
      holders_of_last);
}

TEST(Reference, TakesWeForTheAuthor) {
  check_all(
      {
          {"We must act. Kenya will build roads. We need to build dams.", "KEN"},
          {"Kenya must act now. We will build dams. We will pay.", "KEN"},
      },
      holders_of_last);
}

TEST(Reference, FindsTheActorOfAPhrase) {
  check_all(
      {
          {"The leaders of Kenya and Uganda want to open the road.", "KEN UGA"},
          {"The government of Kenya wants to open the road.", "KEN"},
          {"Kenya's government wants to open the road.", "KEN"},
          {"Officials in Nairobi want to open the road.", "KEN"},
      },
      holders_of_last);
}

}  // namespace
}  // namespace steppe
