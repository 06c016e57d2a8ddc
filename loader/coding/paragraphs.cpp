// The sentences of a paragraph: prose, and the lead-in of a list.
//
// In: a paragraph and what block follows it. Out: each sentence is read as prose, save
// for the last before a list where it leads in: that one only says what the items are.
// Tested by tests/corpus_test.cpp.
#include "loader/coding/paragraphs.hpp"

#include <algorithm>

#include "loader/coding/prose.hpp"
#include "loader/coding/records.hpp"

namespace steppe {
namespace {

constexpr std::size_t kLongestLeadIn = 25;  // tokens, where no colon closes it
constexpr std::size_t kLongestTakeUp = 5;   // "They include:"

std::size_t length(const AnalyzedSentence& sentence) {
  return sentence.range.last - sentence.range.first;
}

bool names_list(const AnalyzedSentence& sentence, const Lexicon::Tables& tables) {
  const Syntax& syntax = sentence.syntax;
  return std::any_of(syntax.noun_phrases.begin(), syntax.noun_phrases.end(),
                     [&](const NounPhrase& np) {
                       const Token& head = syntax.token(np.head);
                       return head.is(Tag::nouns) && list_noun(head.lemma(), tables);
                     });
}

// Ends in a colon, or is all that its paragraph says before the list.
bool leads_in(const Essay& essay, const AnalyzedBlock& block,
              const AnalyzedSentence& sentence) {
  const Token& last = block.tokens[sentence.range.last - 1];
  if (last.is(Tag::colon) || last.text == ":") return true;
  const bool unfinished = !last.is_any(tags(Tag::stop, Tag::quote, Tag::close));
  if (unfinished && length(sentence) < kLongestLeadIn) return true;  // "are burdened by"
  return block.sentences.size() == 1 && length(sentence) < kLongestLeadIn &&
         names_list(sentence, essay.tables);
}

// The sentence that says what the list holds: of "They include:" the one before it.
const AnalyzedSentence& lead_in_source(const AnalyzedBlock& block) {
  const std::size_t last = block.sentences.size() - 1;
  const AnalyzedSentence& sentence = block.sentences[last];
  const bool takes_up = last > 0 && sentence.syntax.is(0, Tag::pronoun) &&
                        length(sentence) <= kLongestTakeUp;
  return takes_up ? block.sentences[last - 1] : sentence;
}

}  // namespace

void read_paragraph(Essay& essay, std::size_t index) {
  const AnalyzedBlock& block = essay.blocks[index];
  essay.discourse.start_paragraph();
  essay.lead_in.reset();
  essay.enumeration = {};
  const bool before_list = index + 1 < essay.blocks.size() &&
                           essay.blocks[index + 1].block->type == BlockType::item;
  for (const AnalyzedSentence& sentence : block.sentences) {
    const bool last = &sentence == &block.sentences.back();
    if (last && before_list && leads_in(essay, block, sentence)) {
      essay.lead_in = read_lead_in(block, lead_in_source(block), essay.actors,
                                   essay.discourse, essay.topic);
      add_sentence(essay, block, sentence, "lead-in");
    } else {
      read_prose(essay, block, sentence);
    }
    essay.discourse.remember(block, sentence);
  }
}

}  // namespace steppe
