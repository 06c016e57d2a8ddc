// Walks loader/rules/rules.tsv: the examples of the rules are their tests.
//
// The example of a rule yields one statement, by this rule, of exactly the words in
// brackets; its counter-example yields none by this rule. The example of a list rule,
// "Kenya's goals: [a wider port]", is a lead-in and the one item below it. Examples in
// the first person and imperatives stand behind sentences that say who speaks; advice
// stands below its heading. All rows that fail are listed in one message.
#include <map>
#include <set>

#include "tests/analysis_helpers.hpp"

namespace steppe {
namespace {

/// Rules whose example the program does not read yet, with the reason. A row that starts
/// to work fails the test until it is taken out here.
const std::map<std::string, std::string> kKnownFailures = {};

/// Classes that the program makes itself: modal verbs, purpose clauses, "only if",
/// "relies on" of an outcome, imperatives, "remains unlikely".
const std::set<std::string> kBuiltInClasses = {
    "duty", "future", "pledge", "purpose", "condition", "rely", "imperative", "chance"};
/// Constructions that any cue of a class may stand in: under a list's heading, behind
/// "what".
const std::set<std::string> kBuiltInConstructions = {"list", "modal", "what",
                                                     "as-threat"};

struct Example {
  std::string text;      // without brackets
  std::string expected;  // what stood in them
};

Example read_example(const std::string& marked) {
  const std::size_t open = marked.find('[');
  const std::size_t close = marked.find(']');
  if (open == std::string::npos || close == std::string::npos || close < open)
    return {marked, ""};
  Example example;
  example.expected = marked.substr(open + 1, close - open - 1);
  example.text = marked.substr(0, open) + example.expected + marked.substr(close + 1);
  return example;
}

std::string as_list(const std::string& text) {
  std::string list = text;
  const std::size_t colon = list.find(": ");
  return colon == std::string::npos ? list : list.replace(colon, 2, ":\n- ") + "\n";
}

// The statements of an example, without those of the sentences before it.
std::vector<Statement> statements_of(const Rule& rule, const std::string& text) {
  if (rule.construction == "list") {
    return extract(read(as_list(text), "essay.txt"), built_in_lexicon()).statements;
  }
  if (rule.construction == "advice") {
    const std::string essay = "# Tariffs\n\n## Recommendations\n\n" + text + "\n";
    return extract(read(essay, "essay.md"), built_in_lexicon()).statements;
  }
  const bool spoken = text.starts_with("We ") || text.starts_with("Our ") ||
                      rule.word_class == "imperative";
  const std::string context =
      spoken ? "Kenya has built a port. We must act. We must work. " : "";
  std::vector<Statement> statements = extract_paragraphs(context + text).statements;
  std::erase_if(statements,
                [&](const Statement& s) { return s.span.start_byte < context.size(); });
  return statements;
}

std::string found(const std::vector<Statement>& statements) {
  std::string out;
  for (const Statement& s : statements)
    out += "\n    found " + s.rule + ": [" + s.quote + "]";
  return out.empty() ? "\n    found nothing" : out;
}

// Empty where the example holds.
std::string check_example(const Rule& rule) {
  const Example example = read_example(rule.example);
  if (example.expected.empty()) return "no text in brackets: " + rule.example;
  const std::vector<Statement> statements = statements_of(rule, example.text);
  const bool right = statements.size() == 1 && statements.front().rule == rule.id &&
                     statements.front().kind == rule.kind &&
                     statements.front().quote == example.expected;
  return right ? "" : rule.example + found(statements);
}

std::string check_counter_example(const Rule& rule) {
  if (rule.counter_example.empty() || rule.counter_example == "-") return "";
  for (const Statement& s : statements_of(rule, rule.counter_example)) {
    if (s.rule == rule.id)
      return "not by this rule: " + rule.counter_example + found({s});
  }
  return "";
}

TEST(Rules, ExamplesHold) {
  std::string failures;
  for (const Rule& rule : built_in_tables().rules) {
    const std::string failure = check_example(rule);
    const bool known = kKnownFailures.contains(rule.id);
    if (!failure.empty() && !known) failures += "\n  " + rule.id + ": " + failure;
    if (failure.empty() && known)
      failures += "\n  " + rule.id + " works now: take it out of kKnownFailures";
  }
  EXPECT_TRUE(failures.empty()) << failures;
}

TEST(Rules, CounterExamplesStaySilent) {
  std::string failures;
  for (const Rule& rule : built_in_tables().rules) {
    const std::string failure = check_counter_example(rule);
    if (!failure.empty()) failures += "\n  " + rule.id + ": " + failure;
  }
  EXPECT_TRUE(failures.empty()) << failures;
}

TEST(Rules, HaveUniqueIdsThatOpenWithTheirKind) {
  const std::vector<Rule>& rules = built_in_tables().rules;
  ASSERT_FALSE(rules.empty());
  std::set<std::string> ids;
  for (const Rule& rule : rules) {
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
    EXPECT_EQ(rule.id.substr(0, rule.id.find('.')), kind_name(rule.kind));
  }
  for (const auto& [id, reason] : kKnownFailures) EXPECT_TRUE(ids.contains(id)) << id;
}

TEST(Rules, AreListedForTheDatabase) {
  const std::vector<RuleInfo> listed = built_in_lexicon().rules();
  ASSERT_EQ(listed.size(), built_in_tables().rules.size());
  for (const RuleInfo& rule : listed) {
    EXPECT_TRUE(rule.kind.has_value()) << rule.id;
    EXPECT_FALSE(rule.pattern.empty()) << rule.id;
    EXPECT_FALSE(rule.example.empty()) << rule.id;
  }
}

// "class construction" of every cue, verbs, adjectives and nouns.
std::set<std::string> pairs_of_cues() {
  std::set<std::string> pairs;
  const Lexicon::Tables& tables = built_in_tables();
  for (const auto* cues :
       {&tables.verb_cues, &tables.adjective_cues, &tables.noun_cues}) {
    for (const auto& [lemma, list] : *cues) {
      for (const Cue& cue : list) {
        for (const std::string& construction : cue.constructions) {
          pairs.insert(cue.word_class + " " + construction);
        }
      }
    }
  }
  return pairs;
}

TEST(Rules, HaveACueThatCanFireThem) {
  const std::set<std::string> pairs = pairs_of_cues();
  std::string failures;
  for (const Rule& rule : built_in_tables().rules) {
    const bool built_in = kBuiltInClasses.contains(rule.word_class) ||
                          kBuiltInConstructions.contains(rule.construction);
    const bool known = kKnownFailures.contains(rule.id);
    if (built_in || known || pairs.contains(rule.word_class + " " + rule.construction))
      continue;
    failures += "\n  " + rule.id + ": no cue of class " + rule.word_class + " takes \"" +
                rule.construction + "\"";
  }
  EXPECT_TRUE(failures.empty()) << failures;
}

TEST(Rules, ExistForEveryConstructionThatACueTakes) {
  std::string failures;
  for (const std::string& pair : pairs_of_cues()) {
    const std::size_t blank = pair.find(' ');
    if (built_in_tables().find_rule(pair.substr(0, blank), pair.substr(blank + 1)) ==
        nullptr) {
      failures += "\n  " + pair;
    }
  }
  EXPECT_TRUE(failures.empty()) << failures;
}

}  // namespace
}  // namespace steppe
