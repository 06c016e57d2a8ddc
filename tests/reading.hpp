// What the tests of the readers share: an essay in, its blocks as lines of text out.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "loader/reader/document.hpp"

namespace steppe {

/// Reads an essay that must be readable.
inline Document read(std::string raw, std::string name) {
  ReadOptions options;
  options.name = std::move(name);
  Result<Document> document = read_document(std::move(raw), options);
  EXPECT_TRUE(document) << (document ? "" : document.error().cause);
  return document ? std::move(*document) : Document{};
}

/// One line a block: "heading 2: Aims", "item 1 (a): text", "paragraph: text".
inline std::string outline_of(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    out += block_type_name(block.type);
    if (block.level > 0) out.append(" ").append(std::to_string(block.level));
    if (!block.marker.empty()) out.append(" ").append(block.marker);
    out.append(": ").append(block.text).append("\n");
  }
  return out;
}

inline std::string outline_of_text(std::string raw) {
  return outline_of(read(std::move(raw), "essay.txt"));
}
inline std::string outline_of_markdown(std::string raw) {
  return outline_of(read(std::move(raw), "essay.md"));
}
inline std::string outline_of_html(std::string raw) {
  return outline_of(read(std::move(raw), "essay.html"));
}

/// The bytes of the file behind a part of a block's text.
inline std::string source_of(const Document& document, const Block& block,
                             std::string_view part) {
  const std::size_t at = block.text.find(part);
  EXPECT_NE(at, std::string::npos) << part << " in " << block.text;
  if (at == std::string::npos) return {};
  const auto start = static_cast<std::uint32_t>(at);
  const Span span =
      block.raw_span({start, start + static_cast<std::uint32_t>(part.size())});
  return document.raw.substr(span.start_byte, span.size());
}

/// What every block must keep, whatever the file held.
void expect_invariants(const Document& document);

}  // namespace steppe
