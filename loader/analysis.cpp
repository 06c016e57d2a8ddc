#include "loader/analysis.hpp"

#include "loader/language/tagging.hpp"

namespace steppe {
namespace {

// Names are one noun to the syntax: "Central Asia", "the Group of Seven".
void tag_names(std::vector<Token>& tokens, const std::vector<NamedActor>& names) {
  for (const NamedActor& name : names) {
    const bool modifier = name.form == "adjective" && name.last_token < tokens.size() &&
                          tokens[name.last_token].is_any(
                              kNominal | tags(Tag::adjective, Tag::conjunction, Tag::verb_en,
                                              Tag::verb_ing));
    for (std::size_t i = name.first_token; i < name.last_token; ++i) {
      if (tokens[i].is(Tag::possessive)) continue;
      tokens[i].tag = modifier ? Tag::adjective : Tag::name;
    }
  }
}

AnalyzedSentence analyze_sentence(AnalyzedBlock& block, TokenRange range, bool prose,
                                  ActorList& actors, ActorCounts& counts) {
  AnalyzedSentence sentence;
  sentence.range = range;
  sentence.text = {block.tokens[range.first].start, block.tokens[range.last - 1].end};
  sentence.block_text = block.block->text;
  mark_asides(block.tokens, range);
  tag_words(block.tokens, range, prose);
  sentence.names = find_names(block.tokens, range.first, range.last, actors, counts);
  tag_names(block.tokens, sentence.names);
  sentence.syntax = parse_sentence(block.tokens, range);
  return sentence;
}

}  // namespace

std::vector<AnalyzedBlock> analyze(const Document& document, Vocabulary& vocabulary,
                                   ActorList& actors, ActorCounts& counts) {
  const Abbreviations& abbreviations = actors.tables().abbreviations;
  std::vector<AnalyzedBlock> blocks;
  blocks.reserve(document.blocks.size());
  for (const Block& block : document.blocks) {
    AnalyzedBlock analyzed;
    analyzed.block = &block;
    analyzed.tokens = tokenize(block.text, abbreviations, vocabulary);
    for (const TokenRange& range : split_sentences(analyzed.tokens, abbreviations)) {
      const bool prose = block.type == BlockType::paragraph || block.type == BlockType::quotation;
      analyzed.sentences.push_back(analyze_sentence(analyzed, range, prose, actors, counts));
    }
    blocks.push_back(std::move(analyzed));
  }
  return blocks;
}

std::vector<const NamedActor*> names_in(const AnalyzedBlock& block,
                                        const AnalyzedSentence& sentence, Span text) {
  std::vector<const NamedActor*> out;
  for (const NamedActor& name : sentence.names) {
    const Token& first = block.tokens[name.first_token];
    const Token& last = block.tokens[name.last_token - 1];
    if (first.start >= text.start_byte && last.end <= text.end_byte) out.push_back(&name);
  }
  return out;
}

}  // namespace steppe
