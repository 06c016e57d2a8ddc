// The verbs of a sentence and their subjects: "subject > verb" for each verb group, in
// order.
//
// Infinitives and gerunds share the subject of the verb that they hang on; "-" is no
// subject.
#include "tests/analysis_helpers.hpp"

namespace steppe {
namespace {

std::string words_of(const Analysis& analysis, Span span) {
  return analysis.document.blocks.front().text.substr(span.start_byte, span.size());
}

std::string verbs_of(const std::string& text) {
  const Analysis analysis(text);
  const AnalyzedSentence& sentence = analysis.sentence();
  std::vector<std::string> parts;
  for (const VerbGroup& group : sentence.syntax.verb_groups) {
    std::string subject = "-";
    if (group.subject >= 0) {
      const NounPhrase& np = sentence.syntax.phrase(group.subject);
      subject = words_of(analysis, sentence.core_span(np.first, np.last));
    }
    parts.push_back(subject + " > " +
                    words_of(analysis, sentence.core_span(group.first, group.last)));
  }
  return joined(parts);
}

TEST(Syntax, FindsSubjects) {
  check_all(
      {
          {"Russia wants to sell gas.", "Russia > wants | Russia > to sell"},
          {"Russia and China seek gas.", "Russia > seek"},
          {"The leaders of Iran want peace.", "The leaders > want"},
          {"The government in Kabul seeks gas.", "The government > seeks"},
          {"Russia's neighbours fear war.", "Russia's neighbours > fear"},
          {"There are many obstacles to peace.", "- > are"},
          {"Both sides are committed to peace.", "Both sides > are committed"},
      },
      verbs_of);
}

TEST(Syntax, FindsSubjectsAcrossWhatStandsBetween) {
  check_all(
      {
          {"Russia, which borders China, seeks gas.",
           "Russia > borders | Russia > seeks"},
          {"Russia, seeking gas, courted Iran.", "Russia > seeking | Russia > courted"},
          {"Russia (a large state) seeks gas.", "Russia > seeks"},
          {"Russia – a large state – seeks gas.", "Russia > seeks"},
          {"Iran, for its part, wants peace.", "Iran > wants"},
          {"The plan, however, failed.", "The plan > failed"},
          {"China, not Russia, wants war.", "China > wants"},
          {"The troops sent by Russia guard the border.",
           "The troops > sent | The troops > guard"},
      },
      verbs_of);
}

TEST(Syntax, FindsSubjectsBehindFrontedAdverbials) {
  check_all(
      {
          {"In recent years, Russia has sought gas.", "Russia > has sought"},
          {"Despite its size, which is great, Russia fears war.",
           "its size > is | Russia > fears"},
          {"If Russia seeks gas, China will sell it.",
           "Russia > seeks | China > will sell"},
          {"Although Russia wants peace, it sells arms.", "Russia > wants | it > sells"},
          {"To sell gas, Kenya needs pipes.", "Kenya > To sell | Kenya > needs"},
          {"Having lost the war, Kenya wants peace.",
           "Kenya > Having lost | Kenya > wants"},
          {"Despite its size, Russia wants to sell gas.",
           "Russia > wants | Russia > to sell"},
      },
      verbs_of);
}

TEST(Syntax, GivesCoordinatedVerbsOneSubject) {
  check_all(
      {
          {"Russia seeks gas and wants peace.", "Russia > seeks | Russia > wants"},
          {"Russia must open its ports, build roads and sell gas.",
           "Russia > must open | Russia > build | Russia > sell"},
          {"Russia hopes to sell gas and to buy coal.",
           "Russia > hopes | Russia > to sell | Russia > to buy"},
          {"Russia sought to reassert its influence, while China sought to sell gas.",
           "Russia > sought | Russia > to reassert | China > sought | China > to sell"},
      },
      verbs_of);
}

TEST(Syntax, SeparatesSubordinateClauses) {
  check_all(
      {
          {"Russia fears that China will act.", "Russia > fears | China > will act"},
          {"China will sell gas because Russia seeks it.",
           "China > will sell | Russia > seeks"},
          {"It is clear that Russia seeks gas.", "It > is | Russia > seeks"},
          {"Russia wants what China has.", "Russia > wants | China > has"},
      },
      verbs_of);
}

// What the rules ask of the first verb group, as the words that hold.
std::string flags_of(const std::string& text) {
  const Analysis analysis(text);
  const VerbGroup& group = analysis.sentence().syntax.verb_groups.at(0);
  std::string out(group.lemma);
  if (!group.modal.empty()) out.append(" modal:").append(group.modal);
  if (group.passive) out += " passive";
  if (group.perfect) out += " perfect";
  if (group.progressive) out += " progressive";
  if (group.past) out += " past";
  if (group.negated) out += " negated";
  return out;
}

TEST(Syntax, ReadsVoiceTenseAndNegation) {
  check_all(
      {
          {"Russia seeks gas.", "seek"},
          {"Russia sought gas.", "seek past"},
          {"Russia has sought gas.", "seek perfect"},
          {"Russia is seeking gas.", "seek progressive"},
          {"Russia has not been seeking gas.", "seek perfect progressive negated"},
          {"Russia has been pushed by China.", "push passive perfect"},
          {"The road was built by China.", "build passive past"},
          {"Russia could be forced to sell gas.", "force modal:could passive"},
          {"Russia may have to sell gas.", "have modal:may"},
          {"Russia does not seek gas.", "seek negated"},
          {"Russia will never seek gas.", "seek modal:will negated"},
      },
      flags_of);
}

}  // namespace
}  // namespace steppe
