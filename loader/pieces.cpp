// See loader/pieces.hpp.
#include "loader/pieces.hpp"

#include <algorithm>
#include <string_view>

namespace steppe {
namespace {

// A line break in the file, with the blanks around it, which reads as one blank.
bool is_break(const Document& document, const Block& block, const Piece& piece) {
  const std::string_view text =
      std::string_view(block.text).substr(piece.text_start, piece.text_size);
  const std::string_view raw =
      std::string_view(document.raw).substr(piece.raw_start, piece.raw_size);
  return text == " " && raw.find_first_of("\r\n") != std::string_view::npos;
}

}  // namespace

QuotePieces::QuotePieces(const Document& document) {
  for (const Block& block : document.blocks) {
    for (const Piece& piece : block.pieces) {
      if (piece.text_size == 0 || piece.raw_size == 0 ||
          is_break(document, block, piece)) {
        continue;
      }
      const Span span = {piece.raw_start, piece.raw_start + piece.raw_size};
      if (!visible_.empty() && visible_.back().end_byte == span.start_byte) {
        visible_.back().end_byte = span.end_byte;
      } else {
        visible_.push_back(span);
      }
    }
  }
  const auto by_start = [](Span a, Span b) { return a.start_byte < b.start_byte; };
  if (!std::is_sorted(visible_.begin(), visible_.end(), by_start)) {
    std::sort(visible_.begin(), visible_.end(), by_start);
  }
}

std::vector<Span> QuotePieces::of(Span span) const {
  auto at = std::partition_point(visible_.begin(), visible_.end(), [span](Span s) {
    return s.end_byte <= span.start_byte;
  });
  std::vector<Span> found;
  for (; at != visible_.end() && at->start_byte < span.end_byte; ++at) {
    found.push_back({std::max(at->start_byte, span.start_byte),
                     std::min(at->end_byte, span.end_byte)});
  }
  return found;
}

}  // namespace steppe
