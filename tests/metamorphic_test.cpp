// The model essay in other clothes: the form of a text and the names in it must not
// decide what is found.
//
// Each variant of examples/essays/russia-central-asia.txt (numbers for bullets, Markdown,
// HTML, hard wrapped, CRLF, byte order mark, other actors) must give the statements of
// the original: kind, holders, targets, theme and quote. The original itself must give
// its gold statements and no others, by the measure of tests/corpus/score.py: the same
// line, kind and holders, half of the words.
#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <sstream>

#include "tests/analysis_helpers.hpp"
#include "tests/gold.hpp"

namespace steppe {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

const std::string& model_essay() {
  static const std::string text =
      read_file(STEPPE_SOURCE_DIR "/examples/essays/russia-central-asia.txt");
  return text;
}

std::string replace_all(std::string text, const std::string& from,
                        const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;
       at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

using Renaming = std::vector<std::pair<std::string, std::string>>;

std::string rename(std::string text, const Renaming& names) {
  for (const auto& [from, to] : names) text = replace_all(std::move(text), from, to);
  return text;
}

std::string renamed_ids(const Statement& statement, Role role, const Renaming& ids) {
  std::vector<std::string> out;
  for (const StatementActor& actor : statement.actors) {
    if (actor.role == role) out.push_back(rename(actor.actor, ids));
  }
  std::sort(out.begin(), out.end());
  return testing::PrintToString(out);
}

// A line a statement, in document order.
std::string statements_of(const Document& document, const Renaming& names = {},
                          const Renaming& ids = {}) {
  std::string out;
  for (const Statement& s : extract(document, built_in_lexicon()).statements) {
    out.append(kind_name(s.kind)).append(" ").append(renamed_ids(s, Role::holder, ids));
    out.append(" -> ")
        .append(renamed_ids(s, Role::target, ids))
        .append(" ")
        .append(s.theme);
    out.append(": ").append(rename(s.quote, names)).append("\n");
  }
  return out;
}

const std::string& model_statements() {
  static const std::string statements = statements_of(read(model_essay(), "essay.txt"));
  return statements;
}

enum class Line { heading, item, paragraph };
struct EssayLine {
  Line type;
  std::string text;  // without the bullet
};

// The essay's lines with what each is; its headings are known by name, so that a test
// never asks the reader it tests.
std::vector<EssayLine> essay_lines() {
  const std::vector<std::string> headings = {
      "Russia’s Goals in Central Asia", "Central Asia’s Goals",
      "Challenges to Russia-Central Asia Relations", "Conclusion"};
  std::vector<EssayLine> lines;
  std::istringstream in(model_essay());
  for (std::string line; std::getline(in, line);) {
    const bool item = line.starts_with("- ");
    const bool heading =
        std::find(headings.begin(), headings.end(), line) != headings.end();
    lines.push_back({heading ? Line::heading
                     : item  ? Line::item
                             : Line::paragraph,
                     item ? line.substr(2) : line});
  }
  return lines;
}

// The essay with each line rewritten; `rewrite` gets the line and its number within its
// list.
std::string rewritten(const std::function<std::string(const EssayLine&, int)>& rewrite) {
  std::string out;
  int number = 0;
  for (const EssayLine& line : essay_lines()) {
    number = line.type == Line::item ? number + 1 : 0;
    out += rewrite(line, number);
  }
  return out;
}

std::string wrapped(const std::string& text, std::size_t width,
                    const std::string& indent) {
  std::istringstream words(text);
  std::string out, line;
  for (std::string word; words >> word; line += word) {
    if (!line.empty() && line.size() + 1 + word.size() > width) {
      out += line + "\n";
      line = indent;
    } else if (!line.empty()) {
      line += ' ';
    }
  }
  return out + line + "\n";
}

std::string as_markdown(const std::string& heading, const std::string& bullet) {
  return rewritten([&](const EssayLine& line, int number) {
    if (line.type == Line::heading) return "\n" + heading + " " + line.text + "\n\n";
    if (line.type == Line::paragraph) return "\n" + line.text + "\n\n";
    return (bullet.empty() ? std::to_string(number) + "." : bullet) + " " + line.text +
           "\n";
  });
}

std::string as_html(const std::string& heading) {
  std::string body = rewritten([&](const EssayLine& line, int number) {
    const std::string text = replace_all(line.text, "’", "&rsquo;");
    if (line.type == Line::item)
      return (number == 1 ? "<ul>\n<li>" : "<li>") + text + "</li>\n";
    const std::string tag = line.type == Line::heading ? heading : "p";
    return "<" + tag + ">" + text + "</" + tag + ">\n";
  });
  body = replace_all(body, "</li>\n<p>", "</li>\n</ul>\n<p>");
  body = replace_all(body, "</li>\n<" + heading + ">", "</li>\n</ul>\n<" + heading + ">");
  return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n<body>\n" + body +
         "</body></html>\n";
}

TEST(Metamorphic, NumbersForBullets) {
  const std::string text = rewritten([](const EssayLine& line, int number) {
    return (line.type == Line::item ? std::to_string(number) + ". " : "") + line.text +
           "\n";
  });
  EXPECT_EQ(statements_of(read(text, "essay.txt")), model_statements());
}

TEST(Metamorphic, OtherBullets) {
  for (const char* bullet : {"• ", "* ", "– ", "  - "}) {
    const std::string text = rewritten([&](const EssayLine& line, int) {
      return (line.type == Line::item ? bullet : "") + line.text + "\n";
    });
    EXPECT_EQ(statements_of(read(text, "essay.txt")), model_statements()) << bullet;
  }
}

TEST(Metamorphic, Markdown) {
  for (const char* heading : {"#", "##", "###"}) {
    EXPECT_EQ(statements_of(read(as_markdown(heading, "-"), "essay.md")),
              model_statements())
        << heading;
  }
  EXPECT_EQ(statements_of(read(as_markdown("##", ""), "essay.md")), model_statements());
}

TEST(Metamorphic, Html) {
  for (const char* heading : {"h1", "h2", "h3"}) {
    EXPECT_EQ(statements_of(read(as_html(heading), "essay.html")), model_statements())
        << heading;
  }
}

TEST(Metamorphic, WrappedLines) {
  const std::string text = rewritten([](const EssayLine& line, int number) {
    if (line.type == Line::item) {
      return (number == 1 ? "\n" : "") + wrapped("- " + line.text, 72, "  ");
    }
    return "\n" + wrapped(line.text, 72, "");
  });
  EXPECT_EQ(statements_of(read(text, "essay.txt")), model_statements()) << text;
}

TEST(Metamorphic, LineEndsAndByteOrderMark) {
  const std::string crlf = replace_all(model_essay(), "\n", "\r\n");
  EXPECT_EQ(statements_of(read(crlf, "essay.txt")), model_statements());
  EXPECT_EQ(statements_of(read("\xef\xbb\xbf" + model_essay(), "essay.txt")),
            model_statements());
  EXPECT_EQ(statements_of(read("\xef\xbb\xbf" + crlf, "essay.txt")), model_statements());
  EXPECT_EQ(statements_of(read(model_essay() + "\n\n\n", "essay.txt")),
            model_statements());
}

TEST(Metamorphic, AsciiApostrophes) {
  const std::string text = replace_all(model_essay(), "’", "'");
  EXPECT_EQ(statements_of(read(text, "essay.txt"), {{"'", "’"}}), model_statements());
}

TEST(Metamorphic, OtherActors) {
  const Renaming names = {{"Central Asian", "West African"},
                          {"Central Asia", "West Africa"},
                          {"Russian", "Brazilian"},
                          {"Russia", "Brazil"},
                          {"China", "India"},
                          {"the United States", "the European Union"}};
  const Renaming ids = {{"RUS", "BRA"},
                        {"central-asia", "west-africa"},
                        {"CHN", "IND"},
                        {"USA", "european-union"}};
  const std::string renamed = rename(model_essay(), names);
  EXPECT_EQ(statements_of(read(renamed, "essay.txt")),
            statements_of(read(model_essay(), "essay.txt"), names, ids));
}

// --- the original against its gold
// --------------------------------------------------------------

std::multiset<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

bool is_hit(const GoldRow& gold, const GoldRow& found) {
  if (gold.line != found.line || gold.kind != found.kind || gold.holders != found.holders)
    return false;
  const std::multiset<std::string> a = words_of(gold.text), b = words_of(found.text);
  std::vector<std::string> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(shared));
  return 2 * shared.size() >= a.size() + b.size() - shared.size();
}

TEST(ModelEssay, GivesItsGoldStatements) {
  std::vector<GoldRow> missed =
      read_gold(STEPPE_SOURCE_DIR "/tests/corpus/dev/russia-central-asia.gold.jsonl");
  ASSERT_EQ(missed.size(), 32u);
  std::size_t targets_and_theme = 0;
  for (const Statement& s :
       extract(read(model_essay(), "essay.txt"), built_in_lexicon()).statements) {
    const GoldRow found = as_gold(s);
    const auto row = std::find_if(missed.begin(), missed.end(), [&](const GoldRow& gold) {
      return is_hit(gold, found);
    });
    if (row == missed.end()) {
      ADD_FAILURE() << "spurious: " << found.key();
      continue;
    }
    if (row->targets == found.targets && row->theme == found.theme) ++targets_and_theme;
    missed.erase(row);
  }
  for (const GoldRow& row : missed) ADD_FAILURE() << "missed: " << row.key();
  EXPECT_GE(targets_and_theme, 30u);
}

}  // namespace
}  // namespace steppe
