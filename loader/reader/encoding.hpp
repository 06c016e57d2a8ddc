// From the bytes of a file to UTF-8, with the way back.
//
// In: any bytes. Out: UTF-8 without byte order mark, and for each character where it lies
// in the file. UTF-8 stays as it is; UTF-16 with a byte order mark and Windows-1252 are
// converted. Refused, with the reason: NUL bytes, well-known binary formats, UTF-32,
// broken UTF-8. A file that is not UTF-8 counts as Windows-1252 where that has a
// character for each of its bytes and where the broken places outnumber the well-formed
// ones: half a code point in an otherwise good file is an error, not a reason to read it
// all as gibberish. Linear. Tested by tests/reader_encoding_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "loader/reader/document.hpp"
#include "steppe/result.hpp"

namespace steppe::reader {

/// Characters in a row that are each `text_unit` bytes of UTF-8 and `raw_unit` bytes of
/// the file.
struct CharacterRun {
  std::uint32_t text_start = 0;
  std::uint32_t raw_start = 0;
  std::uint32_t text_unit = 1;
  std::uint32_t raw_unit = 1;
};

/// How a file's bytes become text.
struct Transcript {
  std::uint32_t offset = 0;   // size of a UTF-8 byte order mark
  bool is_converted = false;  // if not, the text is the file from `offset` on
  std::string converted;
  std::vector<CharacterRun> runs;  // of `converted`

  /// The text, which lies in `raw` or in this object.
  [[nodiscard]] std::string_view text(std::string_view raw) const {
    return is_converted ? std::string_view(converted) : raw.substr(offset);
  }
  /// The raw offset of a text offset on a character border.
  [[nodiscard]] std::uint32_t raw_offset(std::uint32_t text_offset) const;
};

/// Errors: bad_input with line and cause; `file` is left to the caller.
[[nodiscard]] Result<Transcript> transcribe(std::string_view raw);

/// Turns pieces that point into the text into pieces that point into the file.
/// `visible` is the block's text, which the pieces cover.
[[nodiscard]] std::vector<Piece> rebase(const std::vector<Piece>& pieces,
                                        std::string_view visible, std::string_view raw,
                                        const Transcript& transcript);

/// Adds a piece for `text[text_start, +text_size)`. Equal bytes join the piece before
/// them. A piece of equal sizes always has equal bytes: where they differ (a line feed
/// that became a blank, "é" in UTF-16), the first byte of text stands for all of the raw
/// bytes and the rest for none; a single byte stands for none, so that the raw byte lies
/// between two pieces.
void add_piece(std::vector<Piece>& pieces, const Piece& piece, std::string_view text,
               std::string_view raw);

}  // namespace steppe::reader
