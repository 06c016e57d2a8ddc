#include "loader/analysis.hpp"

#include "loader/language/tagging.hpp"

namespace steppe {
namespace {

bool is_closed_class(const Token& token) {
  constexpr TagSet kOpen =
      kNominal | tags(Tag::adjective, Tag::verb_base, Tag::verb_plain, Tag::verb_s,
                      Tag::verb_past, Tag::verb_en, Tag::verb_ing, Tag::number);
  return token.word->listed && !has(kOpen, token.word->readings.front().tag);
}

// Names are one noun to the syntax: "Central Asia", "the Group of Seven". An adjective of
// a name stays an adjective before what may be a noun: "Russian leaders".
void fix_names(std::vector<Token>& tokens, const std::vector<NamedActor>& names) {
  for (const NamedActor& name : names) {
    const std::size_t next = name.last_token;
    const bool modifier = name.form == "adjective" && next < tokens.size() &&
                          tokens[next].word != nullptr && !is_closed_class(tokens[next]);
    tokens[name.first_token].starts_name = name.form == "name" || name.form == "seat";
    for (std::size_t i = name.first_token; i < name.last_token; ++i) {
      if (tokens[i].is(Tag::possessive)) continue;
      const bool plural = !tokens[i].capital && i + 1 == next && i > name.first_token &&
                          tokens[i].word != nullptr && tokens[i].word->has(Tag::nouns);
      tokens[i].tag = modifier ? Tag::adjective : plural ? Tag::nouns : Tag::name;
      tokens[i].fixed = true;
    }
  }
}

// Adverbials of several words are one adverb; between commas they are asides.
void fix_adverbials(std::vector<Token>& tokens, TokenRange range,
                    const Lexicon::Tables& tables) {
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (tokens[i].word == nullptr) continue;
    const auto phrases = tables.adverbials.find(tokens[i].lower());
    if (phrases == tables.adverbials.end()) continue;
    for (const Adverbial& phrase : phrases->second) {
      std::size_t k = 0;
      while (k < phrase.words.size() && i + k < range.last &&
             tokens[i + k].lower() == phrase.words[k]) {
        ++k;
      }
      if (k < phrase.words.size()) continue;
      const bool between = i > range.first && tokens[i - 1].is(Tag::comma) &&
                           i + k < range.last && tokens[i + k].is(Tag::comma);
      if (!between && !phrase.anywhere) continue;
      for (std::size_t j = i; j < i + k; ++j) {
        tokens[j].tag = Tag::adverb;
        tokens[j].fixed = true;
      }
      if (between) {
        for (std::size_t j = i - 1; j <= i + k; ++j) tokens[j].aside = true;
      }
      i += k - 1;
      break;
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
  fix_adverbials(block.tokens, range, actors.tables());
  sentence.names = find_names(block.tokens, range.first, range.last, actors, counts);
  fix_names(block.tokens, sentence.names);
  tag_words(block.tokens, range, prose);
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
      const bool prose =
          block.type == BlockType::paragraph || block.type == BlockType::quotation;
      analyzed.sentences.push_back(
          analyze_sentence(analyzed, range, prose, actors, counts));
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
