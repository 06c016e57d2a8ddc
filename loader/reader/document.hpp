// An essay as its reader sees it: blocks of visible text, each with an exact map into the
// raw file. Produced by the readers (text, markdown, html), consumed by extract().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "steppe/extraction.hpp"
#include "steppe/result.hpp"

namespace steppe {

enum class BlockType {
  heading,
  paragraph,
  item,       // of a list; `level` is its depth, `parent` the item that it is nested in
  quotation,  // a block set off as somebody else's words
  table,      // a cell or row of a table: read, never coded
  skipped,    // navigation, footer, front matter, caption, code: read, never coded
};
[[nodiscard]] std::string_view block_type_name(BlockType type);

/// A stretch of visible text and where it comes from. Where both lengths are equal the
/// bytes are the same; an entity, a converted character or a line break has its own
/// piece.
struct Piece {
  std::uint32_t text_start = 0;  // in Block::text
  std::uint32_t text_size = 0;
  std::uint32_t raw_start = 0;  // in Document::raw
  std::uint32_t raw_size = 0;
};

struct Block {
  BlockType type = BlockType::paragraph;
  /// Visible text, UTF-8, trimmed: markup dropped, entities decoded, each inner line
  /// break and its surrounding blanks one U+0020; a list marker or heading mark is not in
  /// it.
  std::string text;
  /// Pieces in order, text contiguous from 0 to text.size(), raw ranges ascending.
  std::vector<Piece> pieces;
  int level = 0;       // heading: 1..6; item: depth from 1; else 0
  int parent = -1;     // item: index of the enclosing item's block; else -1
  int list = -1;       // item: number of its list (nested lists have their own); else -1
  std::string marker;  // item: "-", "•", "3.", "(a)"; a numbered heading: its number
  /// Parts of `text` that stand in bold or strong type, as offsets into `text`.
  std::vector<Span> strong;
  /// Parts of `text` that are the anchor text of a link, as offsets into `text`.
  std::vector<Span> links;

  /// The raw range of a range of `text` (not empty). Both ends lie on character borders
  /// of the raw file; a range that cuts an entity covers the whole entity.
  [[nodiscard]] Span raw_span(Span text_range) const;
};

struct Document {
  std::string raw;  // the file, byte by byte
  Format format = Format::text;
  std::string
      title;  // from front matter, <title>, the first heading or title line; may be ""
  std::string author;  // from front matter or <meta>; else ""
  std::string date;    // from front matter or <meta>, as written; else ""
  std::vector<Block> blocks;
  std::vector<std::uint32_t> line_starts;  // raw offset of each line; the first is 0

  /// 1-based line of a raw offset. Lines end at LF; in a file without any, at CR.
  [[nodiscard]] std::uint32_t line_of(std::uint32_t raw_offset) const;
};

struct ReadOptions {
  std::string name = {};  // for error messages and to guess the format: file name or "-"
  std::optional<Format> format =
      {};  // none: by content first, then by the name's extension
};

/// The documented limit of one essay.
inline constexpr std::size_t kMaxEssayBytes = 64u << 20;

/// Reads an essay.
///
/// raw      The file's bytes; moved into the Document. UTF-8 with or without byte order
/// mark,
///          UTF-16 with one, or Windows-1252; any line ends.
/// options  See ReadOptions.
/// Returns  Blocks in document order. An essay without visible text is an error.
/// Errors   bad_input: empty, binary, a NUL byte, bytes in no known encoding, more than
///          kMaxEssayBytes; Markdown lists nested more than 100 deep. `file` is
///          options.name, `line` the first bad line.
/// Cost     Linear in the size of the file, whatever it holds.
/// Threads  Pure.
[[nodiscard]] Result<Document> read_document(std::string raw, const ReadOptions& options);

}  // namespace steppe
