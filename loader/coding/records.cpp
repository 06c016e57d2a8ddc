// Builds the values of an Extraction: sentences, mentions, and the parts of a statement.
//
// In: analysed blocks and sentences, spans of a block's text. Out: values whose spans lie
// in the raw file. Every actor that a statement takes is noted in Essay::used.
// Tested by tests/corpus_test.cpp.
#include "loader/coding/records.hpp"

namespace steppe {
namespace {

void add_actor(Essay& essay, Role role, int actor, Statement& statement) {
  const std::string& id = essay.actors[actor].id;
  for (const StatementActor& known : statement.actors) {
    if (known.actor == id) return;
  }
  statement.actors.push_back({role, id, -1});
  essay.used.push_back(actor);
}

}  // namespace

std::uint32_t line_of(const Essay& essay, const AnalyzedBlock& block, Span text) {
  return essay.document.line_of(block.block->raw_span(text).start_byte);
}

int add_sentence(Essay& essay, const AnalyzedBlock& block,
                 const AnalyzedSentence& sentence, const char* outcome) {
  Sentence row;
  row.span = block.block->raw_span(sentence.text);
  row.line = line_of(essay, block, sentence.text);
  row.section = essay.sections.empty() ? -1 : essay.sections.back().index;
  row.block = block_type_name(block.block->type);
  row.text = block.block->text.substr(sentence.text.start_byte, sentence.text.size());
  row.outcome = outcome;
  essay.out.sentences.push_back(std::move(row));
  const int index = static_cast<int>(essay.out.sentences.size()) - 1;
  for (const NamedActor& name : sentence.names) {
    Mention mention;
    mention.sentence = index;
    mention.actor = essay.actors[name.actor].id;
    mention.span = block.block->raw_span(
        {block.tokens[name.first_token].start, block.tokens[name.last_token - 1].end});
    mention.form = name.form;
    essay.out.mentions.push_back(std::move(mention));
  }
  return index;
}

void set_outcome(Essay& essay, int row, const char* outcome) {
  essay.out.sentences[static_cast<std::size_t>(row)].outcome = outcome;
}

Statement start_statement(const Rule& rule, Kind kind) {
  Statement statement;
  statement.kind = kind;
  statement.rule = rule.id;
  return statement;
}

void set_text(const Essay& essay, const AnalyzedBlock& block, Span text,
              Statement& statement) {
  statement.span = block.block->raw_span(text);
  statement.line = line_of(essay, block, text);
  statement.quote = block.block->text.substr(text.start_byte, text.size());
}

void add_cue(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
             const Frame& frame, Statement& statement) {
  const Span cue = sentence.core_span(frame.cue.first, frame.cue.last);
  statement.evidence.push_back({"cue", block.block->raw_span(cue)});
}

void add_holders(Essay& essay, const Referent& holders, Statement& statement) {
  for (const Who& who : holders.who) {
    add_actor(essay, Role::holder, who.actor, statement);
  }
}

void add_target(Essay& essay, int actor, Statement& statement) {
  add_actor(essay, Role::target, actor, statement);
}

void add_named_targets(Essay& essay, const AnalyzedBlock& block,
                       const AnalyzedSentence& sentence, Span scope,
                       Statement& statement) {
  for (const NamedActor* name : names_in(block, sentence, scope)) {
    add_target(essay, name->actor, statement);
  }
}

void add_described_targets(Essay& essay, const AnalyzedBlock& block,
                           const AnalyzedSentence& sentence, Span text,
                           Statement& statement) {
  const Syntax& syntax = sentence.syntax;
  for (std::size_t p = 0; p < syntax.noun_phrases.size(); ++p) {
    const NounPhrase& np = syntax.noun_phrases[p];
    const Span span = sentence.core_span(np.first, np.last);
    if (span.start_byte < text.start_byte || span.end_byte > text.end_byte) continue;
    if (syntax.is_any(np.first, tags(Tag::pronoun, Tag::possessive_pronoun))) continue;
    const Referent who =
        essay.discourse.resolve_one(block, sentence, static_cast<int>(p), true);
    for (const Who& one : who.who) {
      if (one.form == "description") add_target(essay, one.actor, statement);
    }
  }
}

}  // namespace steppe
