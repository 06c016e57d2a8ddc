// The engine from above: blocks are analysed, then read in order under the guidance of
// their headings and lead-ins; each sentence leaves statements and an outcome.
//
// What a block says is read in loader/coding/: paragraphs.cpp and prose.cpp, items.cpp.
// Tested by tests/metamorphic_test.cpp and, on whole essays, tests/corpus_test.cpp.
#include "loader/extract.hpp"

#include <algorithm>
#include <map>

#include "loader/analysis.hpp"
#include "loader/coding/essay.hpp"
#include "loader/coding/items.hpp"
#include "loader/coding/paragraphs.hpp"
#include "loader/coding/records.hpp"
#include "loader/coding/statement_theme.hpp"
#include "loader/context.hpp"
#include "loader/topic.hpp"

namespace steppe {
namespace {

// The actors of the innermost heading that names any; the title's are the essay's topic.
void set_section_topic(Essay& essay) {
  std::vector<int>& topic = essay.topic.section;
  topic.clear();
  for (auto s = essay.sections.rbegin(); s != essay.sections.rend() && topic.empty();
       ++s) {
    if (s->level == 1 && essay.sections.size() > 1) break;
    for (const Who& who : s->guide.holders.who) topic.push_back(who.actor);
  }
  essay.discourse.remember(topic);
}

// A sentence that no statement is looked for in.
void add_unread(Essay& essay, const AnalyzedBlock& block, const char* outcome) {
  for (const AnalyzedSentence& sentence : block.sentences) {
    add_sentence(essay, block, sentence, outcome);
  }
}

// "References", "Notes and sources"
bool opens_apparatus(const Essay& essay, const AnalyzedBlock& block) {
  constexpr std::size_t kLongestTitle = 4;
  if (block.tokens.size() > kLongestTitle) return false;
  return std::any_of(block.tokens.begin(), block.tokens.end(), [&](const Token& token) {
    return essay.tables.in_set(token.noun_lemma(), "apparatus-noun");
  });
}

bool in_apparatus(const Essay& essay) {
  return std::any_of(essay.sections.begin(), essay.sections.end(),
                     [](const OpenSection& section) { return section.apparatus; });
}

void open_section(Essay& essay, const AnalyzedBlock& block) {
  std::vector<OpenSection>& open = essay.sections;
  while (!open.empty() && open.back().level >= block.block->level) open.pop_back();
  OpenSection section;
  section.level = block.block->level;
  section.index = static_cast<int>(essay.out.sections.size());
  section.apparatus = opens_apparatus(essay, block);
  section.guide = read_heading(block, essay.actors, essay.discourse);
  Section row;
  row.parent = open.empty() ? -1 : open.back().index;
  row.level = section.level;
  row.heading = block.block->text;
  row.line = line_of(essay, block, {0, 1});
  essay.out.sections.push_back(std::move(row));
  open.push_back(std::move(section));
}

void read_heading_block(Essay& essay, const AnalyzedBlock& block) {
  essay.discourse.start_paragraph();
  essay.lead_in.reset();
  open_section(essay, block);
  set_section_topic(essay);
  add_unread(essay, block, "heading");
}

void read_block(Essay& essay, std::size_t index) {
  const AnalyzedBlock& block = essay.blocks[index];
  const bool heading = block.block->type == BlockType::heading;
  if (!heading && in_apparatus(essay)) return add_unread(essay, block, "apparatus");
  switch (block.block->type) {
    case BlockType::heading:
      return read_heading_block(essay, block);
    case BlockType::item:
      return read_item(essay, index);
    case BlockType::paragraph:
      return read_paragraph(essay, index);
    case BlockType::skipped:
      return add_unread(essay, block, "skipped");
    default:
      return add_unread(essay, block, "not-prose");
  }
}

void sort_statements(std::vector<Statement>& statements) {
  std::stable_sort(statements.begin(), statements.end(),
                   [](const Statement& a, const Statement& b) {
                     return std::pair(a.span.start_byte, a.rule) <
                            std::pair(b.span.start_byte, b.rule);
                   });
  for (Statement& statement : statements) {
    std::sort(statement.actors.begin(), statement.actors.end(),
              [](const StatementActor& a, const StatementActor& b) {
                return std::pair(a.role, a.actor) < std::pair(b.role, b.actor);
              });
  }
}

// The actors that the rows refer to, and the members of those, by id.
void collect_actors(Essay& essay) {
  const ActorList& actors = essay.actors;
  std::map<std::string, int> used;
  for (const int actor : essay.used) used.emplace(actors[actor].id, actor);
  for (const Mention& mention : essay.out.mentions) {
    used.emplace(mention.actor, actors.find(mention.actor));
  }
  std::vector<int> queue;
  for (const auto& [id, actor] : used) queue.push_back(actor);
  while (!queue.empty()) {
    const int actor = queue.back();
    queue.pop_back();
    for (const std::string& member : actors[actor].members) {
      const int index = actors.find(member);
      if (index >= 0 && used.emplace(member, index).second) queue.push_back(index);
    }
  }
  for (const auto& [id, actor] : used) essay.out.actors.push_back(actors[actor]);
}

}  // namespace

Extraction extract(const Document& document, const Lexicon& lexicon) {
  Essay essay(document, lexicon);
  // The whole essay before its statements: who it is about decides what its "we" and its
  // subjects without a name mean.
  essay.blocks = analyze(document, essay.vocabulary, essay.actors, essay.counts);
  essay.topic = find_topic(essay.blocks, essay.actors, essay.counts);
  essay.theme_shares = essay_theme_shares(essay);
  // In order, because pronouns, lists and enumerations look back.
  for (std::size_t b = 0; b < essay.blocks.size(); ++b) read_block(essay, b);
  sort_statements(essay.out.statements);
  collect_actors(essay);
  return std::move(essay.out);
}

}  // namespace steppe
