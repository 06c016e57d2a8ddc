#include "loader/extract.hpp"

namespace steppe {

Extraction extract(const Document& document, const Lexicon& lexicon) {
  static_cast<void>(lexicon);
  Extraction out;
  for (const Block& block : document.blocks) {
    Sentence sentence;
    sentence.span = block.raw_span({0, static_cast<std::uint32_t>(block.text.size())});
    sentence.line = document.line_of(sentence.span.start_byte);
    sentence.block = block_type_name(block.type);
    sentence.text = block.text;
    sentence.outcome = "no-cue";
    out.sentences.push_back(std::move(sentence));
  }
  return out;
}

}  // namespace steppe
