// Where the visible text of a block lies in the raw file.
#include "loader/reader/document.hpp"

#include <algorithm>
#include <array>

namespace steppe {
namespace {

const Piece& piece_at(const std::vector<Piece>& pieces, std::uint32_t text_offset) {
  const auto after = std::upper_bound(
      pieces.begin(), pieces.end(), text_offset,
      [](std::uint32_t at, const Piece& piece) { return at < piece.text_start; });
  return *(after - 1);
}

bool is_verbatim(const Piece& piece) { return piece.text_size == piece.raw_size; }

}  // namespace

std::string_view block_type_name(BlockType type) {
  constexpr std::array<std::string_view, 6> kNames = {
      "heading", "paragraph", "item", "quotation", "table", "skipped"};
  return kNames[static_cast<std::size_t>(type)];
}

Span Block::raw_span(Span text_range) const {
  if (pieces.empty()) return {};
  const Piece& first = piece_at(pieces, text_range.start_byte);
  const Piece& last =
      piece_at(pieces, std::max(text_range.end_byte, text_range.start_byte + 1) - 1);
  Span raw{first.raw_start, last.raw_start + last.raw_size};
  if (is_verbatim(first)) raw.start_byte += text_range.start_byte - first.text_start;
  if (is_verbatim(last))
    raw.end_byte = last.raw_start + (text_range.end_byte - last.text_start);
  return raw;
}

std::uint32_t Document::line_of(std::uint32_t raw_offset) const {
  const auto after = std::upper_bound(line_starts.begin(), line_starts.end(), raw_offset);
  return static_cast<std::uint32_t>(after - line_starts.begin());
}

}  // namespace steppe
