// What must hold of every statement of every essay in tests/corpus, whatever the rules
// find.
//
// Spans lie inside the file, on character borders, and hold something; a quote of a plain
// text is the file's own bytes; sentences are in order, disjoint, and each has an
// outcome; statements name known rules, themes and sentences, and no actor twice; the
// same essay twice gives the same.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/analysis_helpers.hpp"

namespace steppe {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> essays() {
  std::vector<fs::path> found;
  for (const char* set : {"dev", "own"}) {
    for (const auto& entry :
         fs::directory_iterator(fs::path(STEPPE_SOURCE_DIR "/tests/corpus") / set)) {
      const std::string extension = entry.path().extension();
      if (extension == ".txt" || extension == ".md" || extension == ".html") {
        found.push_back(entry.path());
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

Document read_essay(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return read(bytes.str(), path.filename());
}

bool is_border(const std::string& raw, std::uint32_t at) {
  return at >= raw.size() || (static_cast<unsigned char>(raw[at]) & 0xc0) != 0x80;
}

void expect_good_span(const Document& document, Span span, const std::string& what) {
  EXPECT_LT(span.start_byte, span.end_byte) << what;
  EXPECT_LE(span.end_byte, document.raw.size()) << what;
  EXPECT_TRUE(is_border(document.raw, span.start_byte)) << what;
  EXPECT_TRUE(is_border(document.raw, span.end_byte)) << what;
}

bool has_outcome(const Sentence& sentence) {
  static const std::set<std::string> kOutcomes = {
      "coded",     "lead-in",   "heading", "skipped",   "not-prose", "question",
      "announces", "apparatus", "no-cue",  "no-holder", "no-lead-in"};
  return kOutcomes.contains(sentence.outcome);
}

void check_sentences(const Document& document, const Extraction& extraction) {
  std::uint32_t last = 0;
  for (const Sentence& sentence : extraction.sentences) {
    expect_good_span(document, sentence.span, sentence.text);
    EXPECT_GE(sentence.span.start_byte, last)
        << "not behind the one before: " << sentence.text;
    last = sentence.span.end_byte;
    EXPECT_TRUE(has_outcome(sentence))
        << "outcome \"" << sentence.outcome << "\": " << sentence.text;
    EXPECT_EQ(sentence.line, document.line_of(sentence.span.start_byte)) << sentence.text;
    EXPECT_LT(sentence.section, static_cast<int>(extraction.sections.size()))
        << sentence.text;
  }
}

void check_actors(const Statement& statement, const Extraction& extraction) {
  std::set<std::string> seen;
  for (const StatementActor& actor : statement.actors) {
    EXPECT_TRUE(seen.insert(actor.actor).second)
        << actor.actor << " twice: " << statement.quote;
    const bool listed =
        std::any_of(extraction.actors.begin(), extraction.actors.end(),
                    [&](const Actor& known) { return known.id == actor.actor; });
    EXPECT_TRUE(listed) << actor.actor
                        << " is no actor of the essay: " << statement.quote;
    EXPECT_LT(actor.mention, static_cast<int>(extraction.mentions.size()))
        << statement.quote;
  }
}

void check_statement(const Document& document, const Extraction& extraction,
                     const Statement& s) {
  expect_good_span(document, s.span, s.quote);
  EXPECT_FALSE(s.quote.empty());
  EXPECT_EQ(s.line, document.line_of(s.span.start_byte)) << s.quote;
  if (document.format == Format::text) {
    const std::string source = document.raw.substr(s.span.start_byte, s.span.size());
    const bool wrapped = source.find('\n') != std::string::npos;
    if (!wrapped) {
      EXPECT_EQ(s.quote, source);
    }
  }
  const Lexicon::Tables& tables = built_in_tables();
  EXPECT_NE(std::find(tables.theme_ids.begin(), tables.theme_ids.end(), s.theme),
            tables.theme_ids.end())
      << s.theme;
  EXPECT_TRUE(std::any_of(
      tables.rules.begin(), tables.rules.end(),
      [&](const Rule& rule) { return rule.id == s.rule && rule.kind == s.kind; }))
      << s.rule;
  ASSERT_GE(s.sentence, 0) << s.quote;
  ASSERT_LT(s.sentence, static_cast<int>(extraction.sentences.size())) << s.quote;
  const Sentence& sentence = extraction.sentences[static_cast<std::size_t>(s.sentence)];
  EXPECT_EQ(sentence.outcome, "coded") << s.quote;
  EXPECT_GE(s.span.start_byte, sentence.span.start_byte) << s.quote;
  for (const Evidence& evidence : s.evidence)
    expect_good_span(document, evidence.span, s.quote);
  check_actors(s, extraction);
}

TEST(Corpus, HasItsEssays) { EXPECT_EQ(essays().size(), 27u); }

TEST(Corpus, KeepsTheInvariants) {
  for (const fs::path& path : essays()) {
    SCOPED_TRACE(path.filename());
    const Document document = read_essay(path);
    const Extraction extraction = extract(document, built_in_lexicon());
    EXPECT_FALSE(extraction.statements.empty());
    check_sentences(document, extraction);
    for (const Statement& s : extraction.statements)
      check_statement(document, extraction, s);
    for (const Mention& mention : extraction.mentions) {
      expect_good_span(document, mention.span, mention.actor);
      EXPECT_LT(mention.sentence, static_cast<int>(extraction.sentences.size()));
    }
    EXPECT_TRUE(std::is_sorted(extraction.statements.begin(), extraction.statements.end(),
                               [](const Statement& a, const Statement& b) {
                                 return std::pair(a.span.start_byte, a.rule) <
                                        std::pair(b.span.start_byte, b.rule);
                               }));
  }
}

// The same statement twice would count twice in every report.
TEST(Corpus, SaysNothingTwice) {
  for (const fs::path& path : essays()) {
    SCOPED_TRACE(path.filename());
    std::set<std::tuple<int, std::uint32_t, std::uint32_t>> seen;
    for (const Statement& s : extract(read_essay(path), built_in_lexicon()).statements) {
      const bool first =
          seen.emplace(static_cast<int>(s.kind), s.span.start_byte, s.span.end_byte)
              .second;
      EXPECT_TRUE(first) << s.rule << ": " << s.quote;
    }
  }
}

// Every field of an extraction, as text.
std::string dump(const Extraction& e) {
  std::ostringstream out;
  const auto span = [&](Span s) { out << ' ' << s.start_byte << '-' << s.end_byte; };
  for (const Section& s : e.sections)
    out << s.parent << s.level << s.heading << s.line << '\n';
  for (const Sentence& s : e.sentences) {
    span(s.span);
    out << s.line << ' ' << s.section << s.block << s.text << s.outcome << '\n';
  }
  for (const Actor& a : e.actors) {
    out << a.id << a.name << a.type << a.origin << a.aliases.size() << a.members.size()
        << '\n';
  }
  for (const Mention& m : e.mentions) {
    span(m.span);
    out << m.sentence << m.actor << m.form << m.antecedent << '\n';
  }
  for (const Statement& s : e.statements) {
    span(s.span);
    out << kind_name(s.kind) << s.theme << s.sentence << s.quote << s.line << s.modality
        << s.rule;
    for (const StatementActor& a : s.actors)
      out << role_name(a.role) << a.actor << a.mention;
    for (const Evidence& evidence : s.evidence) {
      out << evidence.role;
      span(evidence.span);
    }
    out << '\n';
  }
  return out.str();
}

TEST(Corpus, GivesTheSameTwice) {
  const Result<Lexicon> again = Lexicon::build();
  ASSERT_TRUE(again);
  for (const fs::path& path : essays()) {
    SCOPED_TRACE(path.filename());
    const Document document = read_essay(path);
    const std::string first = dump(extract(document, built_in_lexicon()));
    EXPECT_EQ(first, dump(extract(document, built_in_lexicon())));
    EXPECT_EQ(first, dump(extract(document, *again)));
  }
}

}  // namespace
}  // namespace steppe
