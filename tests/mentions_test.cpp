// Which actors a text names, and by what sort of name: "id:form" for each, in order.
#include "tests/analysis_helpers.hpp"

namespace steppe {
namespace {

std::string names_of(const std::string& text) {
  const Analysis analysis(text);
  std::string out;
  for (const AnalyzedSentence& sentence : analysis.blocks.front().sentences) {
    for (const NamedActor& name : sentence.names) {
      out += (out.empty() ? "" : " ") + analysis.actors[name.actor].id + ":" + name.form;
    }
  }
  return out;
}

TEST(Mentions, KnowsPeopleAndAdjectives) {
  check_all(
      {
          {"Russian leaders met.", "RUS:adjective"},
          {"The Russians left.", "RUS:people"},
          {"The Saudis wait.", "SAU:people"},
          {"Dutch firms wait.", "NLD:adjective"},
          {"Central Asian gas is cheap.", "central-asia:adjective"},
          {"The Central Asian states wait.", "central-asia:adjective"},
          {"Chinese-Russian trade grows.", "CHN:adjective RUS:adjective"},
          {"Russia’s neighbours wait.", "RUS:name"},
          {"Russia's neighbours wait.", "RUS:name"},
      },
      names_of);
}

TEST(Mentions, TakesCapitalsForGovernments) {
  check_all(
      {
          {"Moscow waits.", "RUS:seat"},
          {"Beijing and New Delhi wait.", "CHN:seat IND:seat"},
          {"Ankara and Tehran wait.", "TUR:seat IRN:seat"},
          {"Washington waits.", "USA:seat"},
          {"The White House waits.", "USA:seat"},
          {"The Kremlin waits.", "RUS:seat"},
          {"Brussels waits.", "european-union:seat"},
      },
      names_of);
}

TEST(Mentions, TakesTheLongestName) {
  check_all(
      {
          {"Guinea waits.", "GIN:name"},
          {"Equatorial Guinea waits.", "GNQ:name"},
          {"Papua New Guinea waits.", "PNG:name"},
          {"Guinea-Bissau waits.", "GNB:name"},
          {"Niger and Nigeria wait.", "NER:name NGA:name"},
          {"Sudan and South Sudan wait.", "SDN:name SSD:name"},
          {"South Korea and North Korea wait.", "KOR:name PRK:name"},
          {"Africa waits.", "africa:name"},
          {"South Africa waits.", "ZAF:name"},
          {"West Africa waits.", "west-africa:name"},
          {"The African Union waits.", "african-union:name"},
          {"The Dominican Republic and Dominica wait.", "DOM:name DMA:name"},
          {"The Democratic Republic of the Congo waits.", "COD:name"},
          {"The Republic of the Congo waits.", "COG:name"},
          {"The United States of America waits.", "USA:name"},
          {"The Russian Federation waits.", "RUS:name"},
          {"The Russian Empire fell.", "russian-empire:name"},
          {"The Soviet Union fell.", "soviet-union:name"},
          {"The UN Security Council waits.", "united-nations:name"},
          {"The Association of Southeast Asian Nations waits.", "asean:name"},
          {"European Union officials wait.", "european-union:name"},
          {"Côte d’Ivoire waits.", "CIV:name"},
      },
      names_of);
}

TEST(Mentions, LeavesPlacesAlone) {
  check_all(
      {
          {"The Indian Ocean is wide.", ""},
          {"The South China Sea is wide.", ""},
          {"The East China Sea is wide.", ""},
          {"The Baltic Sea is cold.", ""},
          {"Lake Chad is low.", ""},
          {"Chad waits.", "TCD:name"},
          {"The Jordan River is low.", ""},
          {"Jordan waits.", "JOR:name"},
          {"China’s Belt and Road Initiative grows.", "CHN:name"},
      },
      names_of);
}

TEST(Mentions, NeedsTheCapitalsOfAName) {
  check_all(
      {
          {"The West waits.", "west:name"},
          {"They went west.", ""},
          {"The west of Kenya is dry.", "KEN:name"},
          {"US troops wait.", "USA:name"},
          {"They told us.", ""},
          {"The U.S. waits.", "USA:name"},
      },
      names_of);
}

TEST(Mentions, SplitsNamesJoinedByAHyphen) {
  check_all(
      {
          {"Russia-China trade grows.", "RUS:name CHN:name"},
          {"U.S.-China trade grows.", "USA:name CHN:name"},
          {"Russia-Central Asia trade grows.", "RUS:name central-asia:name"},
      },
      names_of);
}

TEST(Mentions, LearnsShortNamesFromTheText) {
  check_all(
      {
          {"The Gulf Cooperation Council (GCC) met. The GCC left.",
           "gulf-cooperation-council:name gulf-cooperation-council:acronym "
           "gulf-cooperation-council:acronym"},
          {"The Southern African Development Community (SADC) met. SADC left.",
           "sadc:name sadc:acronym sadc:acronym"},
      },
      names_of);
}

TEST(Mentions, MakesIdsOfNames) {
  EXPECT_EQ(actor_id("Wagner Group"), "wagner-group");
  EXPECT_EQ(actor_id("Collective Security Treaty Organization"),
            "collective-security-treaty-organization");
  EXPECT_EQ(actor_id("  --  "), "");
}

}  // namespace
}  // namespace steppe
