#include "loader/reader/document.hpp"

#include <algorithm>
#include <array>

namespace steppe {

std::string_view block_type_name(BlockType type) {
  constexpr std::array<std::string_view, 6> kNames = {"heading",   "paragraph", "item",
                                                      "quotation", "table",     "skipped"};
  return kNames[static_cast<std::size_t>(type)];
}

Span Block::raw_span(Span text_range) const {
  static_cast<void>(text_range);
  return {pieces.front().raw_start, pieces.back().raw_start + pieces.back().raw_size};
}

std::uint32_t Document::line_of(std::uint32_t raw_offset) const {
  const auto after = std::upper_bound(line_starts.begin(), line_starts.end(), raw_offset);
  return static_cast<std::uint32_t>(after - line_starts.begin());
}

Result<Document> read_document(std::string raw, const ReadOptions& options) {
  static_cast<void>(options);
  Document document;
  document.raw = std::move(raw);
  document.line_starts = {0};
  Block block;
  block.text = document.raw;
  const auto size = static_cast<std::uint32_t>(document.raw.size());
  block.pieces = {{0, size, 0, size}};
  document.blocks.push_back(block);
  return document;
}

}  // namespace steppe
