// The statement of a list item.
//
// In: an item and its guide: what its parents, its lead-in and its headings say of it.
// Out: at most one statement, whose text is the whole item. A full sentence with a cue of
// its own speaks for itself; else the guide gives kind, holders and theme.
// Tested by tests/corpus_test.cpp.
#include "loader/coding/items.hpp"

#include "loader/coding/guides.hpp"
#include "loader/coding/holders.hpp"
#include "loader/coding/records.hpp"
#include "loader/coding/statement_theme.hpp"
#include "loader/frames/frames.hpp"

namespace steppe {
namespace {

// A longer item that has items of its own says something itself.
constexpr std::size_t kLongestLabel = 12;

// "Neither side has pledged a franc", "you should read chapter 4": it states nothing.
bool is_denial(const Syntax& syntax) {
  for (int i = 0; i < syntax.size(); ++i) {
    if (syntax.lower(i) == "you" || syntax.lower(i) == "your") return true;
  }
  const std::string_view first = syntax.lower(0);
  return first == "neither" || first == "nobody" || first == "none";
}

bool is_full_sentence(const Syntax& syntax) {
  for (const VerbGroup& group : syntax.verb_groups) {
    if (group.form == VerbForm::finite && !group.subordinate && group.subject >= 0) {
      return true;
    }
  }
  return false;
}

// The first frame that is the item's own: not in a clause below its main one.
std::optional<Frame> own_frame(Essay& essay, const AnalyzedBlock& block,
                               const AnalyzedSentence& sentence) {
  const Syntax& syntax = sentence.syntax;
  const std::vector<Frame> frames =
      find_frames(block, sentence, essay.actors, essay.discourse, essay.topic);
  if (!is_full_sentence(syntax)) return std::nullopt;
  for (const Frame& frame : frames) {
    const int g = syntax.group_at(frame.cue.first);
    if (!frame.open && (g < 0 || !syntax.group(g).subordinate)) return frame;
  }
  return std::nullopt;
}

// "Lebanon: a first cubic metre to show its creditors": the label names the holder.
Referent label_actors(Essay& essay, const AnalyzedBlock& block,
                      const AnalyzedSentence& sentence) {
  const Syntax& syntax = sentence.syntax;
  if (syntax.phrase_at(0) != 0 || syntax.noun_phrases.empty()) return {};
  int last = syntax.phrase(0).last;
  while (syntax.is_any(last, tags(Tag::conjunction, Tag::comma)) &&
         syntax.phrase_at(last + 1) >= 0) {
    last = syntax.phrase(syntax.phrase_at(last + 1)).last;
  }
  if (!syntax.is(last, Tag::colon)) return {};
  const Referent who = essay.discourse.resolve(block, sentence, 0, true);
  const bool named = !who.empty() && who.who.front().form != "adjective";
  return named ? who : Referent{};
}

// The whole item without a bold label ("**Money:** too little") and final punctuation.
Span item_text(const AnalyzedBlock& block) {
  const std::string& text = block.block->text;
  std::size_t first = 0;
  if (!block.block->strong.empty() && block.block->strong.front().start_byte == 0) {
    const std::size_t end = block.block->strong.front().end_byte;
    if (end < text.size()) first = end;
  }
  const auto is_edge = [&](std::size_t at) {
    const char c = text[at];
    return c == ' ' || c == ':' || c == '.' || c == ',' || c == ';';
  };
  while (first < text.size() && (is_edge(first) || text.compare(first, 4, "– ") == 0)) {
    first += text[first] == '\xe2' ? 3 : 1;
  }
  std::size_t last = text.size();
  while (last > first && is_edge(last - 1)) --last;
  for (const Token& token : block.tokens) {  // over any other blanks
    if (token.start < first) continue;
    first = token.start;
    break;
  }
  if (first > last) return {};
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

// The item's own subject or label, else what its guide says, else the essay's topic.
Referent item_holders(Essay& essay, const AnalyzedBlock& block,
                      const AnalyzedSentence& sentence, const std::optional<Frame>& own,
                      const Guide& guide) {
  Referent holders;
  if (own) {
    holders = essay.discourse.resolve(block, sentence, own->subject,
                                      own->kind != Kind::outlook);
  } else if (guide.kind != Kind::challenge) {
    holders = label_actors(essay, block, sentence);
  }
  if (holders.empty()) holders = guide.holders;
  if (holders.empty()) add_topic_actors(essay.topic.actors, holders);
  return holders;
}

bool add_item(Essay& essay, const AnalyzedBlock& block, const Guide& guide, int row) {
  const Span text = item_text(block);
  if (text.size() == 0) return false;
  const AnalyzedSentence& sentence = block.sentences.front();
  if (is_denial(sentence.syntax)) return false;
  const std::optional<Frame> own = own_frame(essay, block, sentence);
  if (!own && !guide.kind) return false;
  Statement statement = own ? start_statement(*own->rule, own->kind)
                            : start_statement(*guide.rule, *guide.kind);
  statement.sentence = row;
  if (own) {
    statement.modality = own->modality;
    add_cue(block, sentence, *own, statement);
  } else if (guide.evidence.size() > 0) {
    statement.evidence.push_back({guide.role, guide.evidence});
  }
  add_holders(essay, item_holders(essay, block, sentence, own, guide), statement);
  set_text(essay, block, text, statement);
  for (const AnalyzedSentence& part : block.sentences) {
    add_named_targets(essay, block, part, text, statement);
    add_described_targets(essay, block, part, text, statement);
  }
  if (!own) {
    for (const int actor : guide.others) add_target(essay, actor, statement);
  }
  const bool themed = !own && guide.theme >= 0;
  statement.theme =
      themed ? theme_id(essay, guide.theme) : theme_of(essay, block, sentence, text);
  essay.out.statements.push_back(std::move(statement));
  return true;
}

// Whether a list is nested in the item.
bool is_parent(const Essay& essay, std::size_t index) {
  if (index + 1 >= essay.blocks.size()) return false;
  const Block& next = *essay.blocks[index + 1].block;
  return next.type == BlockType::item && next.parent == static_cast<int>(index);
}

void read_parent(Essay& essay, std::size_t index) {
  const AnalyzedBlock& block = essay.blocks[index];
  essay.item_guides[static_cast<int>(index)] =
      read_parent_item(block, essay.actors, essay.discourse);
  for (const AnalyzedSentence& sentence : block.sentences) {
    add_sentence(essay, block, sentence, "lead-in");
    essay.discourse.remember(block, sentence);
  }
}

}  // namespace

void read_item(Essay& essay, std::size_t index) {
  const AnalyzedBlock& block = essay.blocks[index];
  essay.discourse.start_paragraph();
  if (is_parent(essay, index) && block.tokens.size() <= kLongestLabel) {
    return read_parent(essay, index);
  }
  const int first_row = static_cast<int>(essay.out.sentences.size());
  for (const AnalyzedSentence& sentence : block.sentences) {
    add_sentence(essay, block, sentence, "no-lead-in");
  }
  const bool coded = !block.sentences.empty() &&
                     add_item(essay, block, guide_for(essay, block), first_row);
  int row = first_row;
  for (const AnalyzedSentence& sentence : block.sentences) {
    if (coded) set_outcome(essay, row++, "coded");
    essay.discourse.remember(block, sentence);
  }
}

}  // namespace steppe
