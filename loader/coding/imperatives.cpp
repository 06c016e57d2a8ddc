// "Simplify the tariffs." in a text that speaks for an actor, or below "Recommendations".
//
// In: a sentence. Out: one statement: what the author aims at or commits to, or what the
// heading's actors are advised to do. Elsewhere an imperative speaks to the reader.
// Tested by tests/corpus_test.cpp.
#include "loader/coding/imperatives.hpp"

#include <algorithm>

#include "loader/coding/holders.hpp"
#include "loader/coding/records.hpp"
#include "loader/coding/statement_theme.hpp"

namespace steppe {
namespace {

bool is_imperative(const Syntax& syntax) {
  int at = 0;
  while (syntax.is(at, Tag::adverb)) ++at;
  if (!syntax.is_any(at, tags(Tag::verb_base, Tag::verb_plain))) return false;
  if (syntax.size() - at < 4) return false;
  // A word that is more often a noun ("Article 1") is none.
  const Word& word = *syntax.token(at).word;
  return std::any_of(word.readings.begin(), word.readings.end(),
                     [](const Reading& reading) {
                       return reading.tag == Tag::verb_base && reading.cost < 6;
                     });
}

}  // namespace

bool add_imperative(Essay& essay, const AnalyzedBlock& block,
                    const AnalyzedSentence& sentence, int row) {
  const Syntax& syntax = sentence.syntax;
  if (!is_imperative(syntax)) return false;
  const std::vector<int>& author = essay.topic.author;
  const bool advice =
      !essay.sections.empty() && essay.sections.back().guide.kind == Kind::need;
  if (author.empty() && !advice) return false;
  if (essay.tables.in_set(syntax.lower(0), "reader-verb")) return false;
  const bool commits = syntax.lower(0) == "commit" && syntax.lower(1) == "to";
  const Rule* rule = essay.tables.find_rule("imperative", commits          ? "commit"
                                                          : author.empty() ? "advice"
                                                                           : "aim");
  if (rule == nullptr) return false;
  Statement statement = start_statement(*rule, rule->kind);
  statement.sentence = row;
  Referent holders;
  if (author.empty()) {
    holders = essay.sections.back().guide.holders;
  } else {
    add_topic_actors(author, holders);
  }
  add_holders(essay, holders, statement);
  const CoreRange range = trim(syntax, {commits ? 2 : 0, syntax.size()});
  if (range.empty()) return false;
  const Span text = sentence.core_span(range.first, range.last);
  set_text(essay, block, text, statement);
  add_named_targets(essay, block, sentence, text, statement);
  add_described_targets(essay, block, sentence, text, statement);
  statement.theme = theme_of(essay, block, sentence, text);
  essay.out.statements.push_back(std::move(statement));
  return true;
}

}  // namespace steppe
