// Texts that nobody writes but somebody will load: named shapes, each of a size that a
// quadratic step would turn into minutes.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace steppe {

struct HostileShape {
  const char* name;
  const char* file;   // its extension picks the reader
  std::size_t count;  // how often the shape repeats its part
  std::string (*make)(std::size_t count);
};

inline void PrintTo(const HostileShape& shape, std::ostream* out) { *out << shape.name; }

inline std::string repeated(const std::string& part, std::size_t count) {
  std::string out;
  out.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += part;
  return out;
}

/// A capitalised word of its own for each number: "Quxa", "Quxb", …
inline std::string invented_name(std::size_t number) {
  std::string name = "Qux";
  do {
    name += static_cast<char>('a' + number % 26);
    number /= 26;
  } while (number > 0);
  return name;
}

inline const std::vector<HostileShape>& hostile_shapes() {
  using std::size_t;
  static const std::vector<HostileShape> shapes = {
      {"AMegabyteWithoutAFullStop", "a.txt", 50000,
       [](size_t n) { return repeated("Russia seeks gas and ", n); }},
      {"OneWordOfAMegabyte", "a.txt", 1000000, [](size_t n) { return repeated("a", n); }},
      {"OneSentenceOfTwentyThousandWords", "a.txt", 5000,
       [](size_t n) {
         return "Russia wants " + repeated("cheap gas, old ", n) + "coal.";
       }},
      {"OneSentenceOfManyClauses", "a.txt", 5000,
       [](size_t n) {
         return "It is clear " + repeated("that Russia fears ", n) + "war.";
       }},
      {"OneSentenceOfManyRelatives", "a.txt", 5000,
       [](size_t n) {
         return "Russia seeks gas" + repeated(", which China wants", n) + ".";
       }},
      {"OneSentenceOfManyInfinitives", "a.txt", 5000,
       [](size_t n) {
         return "Russia wants " + repeated("to try ", n) + "to sell gas.";
       }},
      {"OneSentenceOfManyPrepositions", "a.txt", 10000,
       [](size_t n) { return "Russia wants " + repeated("the end of ", n) + "war."; }},
      {"OneSentenceOfManyActors", "a.txt", 10000,
       [](size_t n) { return repeated("Russia, China, ", n) + "and Iran want peace."; }},
      {"AnActorNamedTenThousandTimes", "a.txt", 10000,
       [](size_t n) { return repeated("Russia seeks gas. ", n); }},
      {"TenThousandPronouns", "a.txt", 10000,
       [](size_t n) { return "Russia acts. " + repeated("It seeks gas. ", n); }},
      {"TenThousandPronounsOfNobody", "a.txt", 10000,
       [](size_t n) { return repeated("They seek gas. It seeks gas.\n", n); }},
      {"TenThousandDescriptions", "a.txt", 10000,
       [](size_t n) {
         return "Russia met China. " +
                repeated("Both sides seek the bloc’s gas in the region.\n", n);
       }},
      {"TwentyThousandUnknownNames", "a.txt", 20000,
       [](size_t n) {
         std::string out;
         for (size_t i = 0; i < n; ++i)
           out += "The " + invented_name(i) + " Group seeks gas. ";
         return out;
       }},
      {"ManyAcronyms", "a.txt", 10000,
       [](size_t n) { return repeated("The Gulf Cooperation Council (GCC) met. ", n); }},
      {"AHundredThousandItems", "a.txt", 100000,
       [](size_t n) { return "Russia’s goals:\n" + repeated("- more gas\n", n); }},
      {"AHundredThousandMarkdownItems", "a.md", 100000,
       [](size_t n) { return "Russia’s goals:\n\n" + repeated("- more gas\n", n); }},
      {"AHundredThousandHtmlItems", "a.html", 100000,
       [](size_t n) {
         return "<p>Russia’s goals:</p><ul>" + repeated("<li>more gas", n) + "</ul>";
       }},
      {"HtmlItemsTenThousandDeep", "a.html", 10000,
       [](size_t n) {
         return "<p>Russia’s goals:</p>" + repeated("<ul><li>gas", n) +
                repeated("</li></ul>", n);
       }},
      {"HtmlElementsTenThousandDeep", "a.html", 10000,
       [](size_t n) {
         return repeated("<div>", n) + "Russia seeks gas." + repeated("</div>", n);
       }},
      {"ItemsTenThousandDeep", "a.txt", 3000,
       [](size_t n) {
         std::string out = "Russia’s goals:\n";
         for (size_t i = 0; i < n; ++i) out += std::string(i, ' ') + "- gas\n";
         return out;
       }},
      {"TwentyThousandHeadings", "a.md", 20000,
       [](size_t n) { return repeated("# Russia’s goals\n\n- gas\n\n", n); }},
      {"AMillionOpenBrackets", "a.txt", 1000000,
       [](size_t n) { return repeated("(", n); }},
      {"AMillionOpenBracketsInMarkdown", "a.md", 1000000,
       [](size_t n) { return repeated("[", n); }},
      {"BracketsAroundWords", "a.txt", 100000,
       [](size_t n) { return "Russia " + repeated("(a ", n) + "seeks gas."; }},
      {"OnlyPunctuation", "a.txt", 100000,
       [](size_t n) { return repeated(".,;:!?-–()'\"", n); }},
      {"OnlyFullStops", "a.txt", 1000000, [](size_t n) { return repeated(".", n); }},
      {"OnlyNumbers", "a.txt", 100000, [](size_t n) { return repeated("12 3.5 ", n); }},
      {"OneNumberOfAMegabyte", "a.txt", 300000,
       [](size_t n) { return repeated("1,2", n); }},
      {"OnlyHyphens", "a.txt", 300000, [](size_t n) { return "A" + repeated("-B", n); }},
      {"OnlyInitials", "a.txt", 300000, [](size_t n) { return repeated("U.", n); }},
      {"OnlyApostrophes", "a.txt", 300000,
       [](size_t n) { return "a" + repeated("'s", n); }},
      {"OnlyQuotationMarks", "a.txt", 300000, [](size_t n) { return repeated("“‘", n); }},
      {"OnlyCommas", "a.txt", 300000,
       [](size_t n) { return "Russia wants" + repeated(" ,", n) + " gas."; }},
      {"OnlyAnd", "a.txt", 20000,
       [](size_t n) { return "Russia wants gas" + repeated(" and", n) + " coal."; }},
      {"OnlyTo", "a.txt", 20000,
       [](size_t n) { return "Russia wants " + repeated("to ", n); }},
      {"OnlyCues", "a.txt", 20000,
       [](size_t n) { return "Russia " + repeated("wants ", n); }},
      {"OnlyCapitals", "a.txt", 50000,
       [](size_t n) { return repeated("THE UNITED STATES ", n); }},
      {"NamesThatAlmostMatch", "a.txt", 50000,
       [](size_t n) { return repeated("Democratic Republic of the ", n); }},
      {"Chinese", "a.txt", 50000,
       [](size_t n) { return repeated("俄罗斯想要天然气。", n); }},
      {"Arabic", "a.txt", 50000,
       [](size_t n) { return repeated("تريد روسيا الغاز. ", n); }},
      {"Emoji", "a.txt", 50000,
       [](size_t n) { return repeated("👩‍👩‍👧 🇰🇿 ❤️ ", n); }},
      {"CombiningMarks", "a.txt", 300000,
       [](size_t n) { return "Russia seeks a" + repeated("\xcc\x81", n); }},
  };
  return shapes;
}

}  // namespace steppe
