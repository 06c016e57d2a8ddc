#include "loader/reader/encoding.hpp"

#include <algorithm>
#include <array>

#include "loader/reader/entities.hpp"

namespace steppe::reader {
namespace {

using std::string_view;
using CharacterRuns = std::vector<CharacterRun>;

constexpr string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr string_view kUtf16LeMark = "\xFF\xFE";
constexpr string_view kUtf16BeMark = "\xFE\xFF";

struct Magic {
  string_view bytes;
  string_view cause;
};

constexpr std::array<Magic, 12> kMagic = {{
    {"%PDF-", "a PDF, not an essay: save it as text first"},
    {"PK\x03\x04",
     "a zip archive or office document, not an essay: save it as text first"},
    {"\xD0\xCF\x11\xE0", "an old office document, not an essay: save it as text first"},
    {"{\\rtf", "rich text (RTF), not plain text: save it as text first"},
    {"SQLite format 3", "a SQLite database, not an essay"},
    {"\x89PNG", "a picture (PNG), not an essay"},
    {"\xFF\xD8\xFF", "a picture (JPEG), not an essay"},
    {"GIF8", "a picture (GIF), not an essay"},
    {"\x7F"
     "ELF",
     "a program (ELF), not an essay"},
    {"\x1F\x8B", "a gzip archive, not an essay: unpack it first"},
    {string_view("\xFF\xFE\0\0", 4), "UTF-32 is not read: save it as UTF-8"},
    {string_view("\0\0\xFE\xFF", 4), "UTF-32 is not read: save it as UTF-8"},
}};

Error bad_input(std::string cause, std::size_t line = 0) {
  Error error{ErrorCode::bad_input, std::move(cause)};
  error.line = static_cast<int>(line);
  return error;
}

std::size_t line_at(string_view text, std::size_t offset) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(offset);
  return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

// Size of the well-formed character at `at`; 0: there is none (Unicode 15, table 3-7).
std::size_t utf8_size(string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return tail(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F)) return 0;
    return tail(1) && tail(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if ((lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F)) return 0;
    return tail(1) && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

struct Utf8Check {
  std::size_t good = 0;  // well-formed characters of more than one byte
  std::size_t bad = 0;   // bytes that belong to no character
  std::size_t first_bad = 0;
};

Utf8Check check_utf8(string_view text) {
  Utf8Check out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = utf8_size(text, at);
    if (size > 1) ++out.good;
    if (size == 0 && out.bad++ == 0) out.first_bad = at;
    at += size == 0 ? 1 : size;
  }
  return out;
}

// Converts character by character; a run goes on as long as the sizes stay the same.
class Converter {
 public:
  explicit Converter(std::size_t raw_start)
      : raw_(static_cast<std::uint32_t>(raw_start)) {}

  void put(char32_t c, std::uint32_t raw_unit) {
    const auto start = static_cast<std::uint32_t>(out_.converted.size());
    append_utf8(out_.converted, c);
    const auto unit = static_cast<std::uint32_t>(out_.converted.size()) - start;
    const bool same = !out_.runs.empty() && out_.runs.back().text_unit == unit &&
                      out_.runs.back().raw_unit == raw_unit;
    if (!same) out_.runs.push_back({start, raw_, unit, raw_unit});
    raw_ += raw_unit;
  }
  [[nodiscard]] std::size_t line() const {
    return line_at(out_.converted, out_.converted.size());
  }
  Transcript take() {
    out_.is_converted = true;
    return std::move(out_);
  }

 private:
  Transcript out_;
  std::uint32_t raw_;
};

Result<Transcript> from_windows_1252(string_view raw, const Utf8Check& check) {
  Converter converter(0);
  for (const char c : raw) {
    const auto byte = static_cast<unsigned char>(c);
    const bool control =
        byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
    const char32_t character = windows_1252(byte);
    if (control || character == 0) {
      return bad_input("in no known encoding: neither UTF-8 nor Windows-1252",
                       line_at(raw, check.first_bad));
    }
    converter.put(character, 1);
  }
  return converter.take();
}

Result<Transcript> from_utf16(string_view raw, bool big_endian) {
  Converter converter(2);
  const auto unit_at = [&](std::size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(raw[at]);
    const auto second = static_cast<unsigned char>(raw[at + 1]);
    return big_endian ? first * 256u + second : second * 256u + first;
  };
  for (std::size_t at = 2; at < raw.size();) {
    if (at + 1 >= raw.size())
      return bad_input("UTF-16 with an odd byte at its end", converter.line());
    const char32_t unit = unit_at(at);
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    const char32_t low = high && at + 3 < raw.size() ? unit_at(at + 2) : 0;
    const bool pair = low >= 0xDC00 && low < 0xE000;
    if (unit == 0) return bad_input("a NUL character", converter.line());
    if ((high && !pair) || (unit >= 0xDC00 && unit < 0xE000)) {
      return bad_input("broken UTF-16: half a surrogate pair", converter.line());
    }
    converter.put(pair ? 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00) : unit,
                  pair ? 4 : 2);
    at += pair ? 4 : 2;
  }
  return converter.take();
}

std::string hex_byte(char c) {
  constexpr string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'0', 'x', kDigits[byte / 16u], kDigits[byte % 16u]};
}

Result<Transcript> from_eight_bits(string_view raw) {
  const std::size_t nul = raw.find('\0');
  if (nul != string_view::npos) {
    return bad_input("a NUL byte: a binary file, or UTF-16 without a byte order mark",
                     line_at(raw, nul));
  }
  Transcript out;
  out.offset =
      raw.starts_with(kUtf8Mark) ? static_cast<std::uint32_t>(kUtf8Mark.size()) : 0;
  const string_view text = out.text(raw);
  const Utf8Check check = check_utf8(text);
  if (check.bad == 0) return out;
  if (out.offset == 0 && check.bad > check.good) return from_windows_1252(raw, check);
  return bad_input("broken UTF-8: byte " + hex_byte(text[check.first_bad]),
                   line_at(text, check.first_bad));
}

CharacterRuns::const_iterator run_at(const CharacterRuns& runs,
                                     std::uint32_t text_offset) {
  const auto after = std::upper_bound(
      runs.begin(), runs.end(), text_offset,
      [](std::uint32_t at, const CharacterRun& run) { return at < run.text_start; });
  return after - 1;
}

void rebase_verbatim(std::vector<Piece>& out, const Piece& piece, string_view visible,
                     string_view raw, const Transcript& transcript) {
  const auto& runs = transcript.runs;
  auto run = run_at(runs, piece.raw_start);
  std::uint32_t at = piece.raw_start;
  const std::uint32_t end = piece.raw_start + piece.raw_size;
  for (; at < end; ++run) {
    const auto next = run + 1;
    const std::uint32_t stop = next == runs.end() ? end : std::min(end, next->text_start);
    const bool same = run->text_unit == 1 && run->raw_unit == 1;
    while (at < stop) {
      const std::uint32_t size = same ? stop - at : run->text_unit;
      const std::uint32_t raw_start =
          run->raw_start + (at - run->text_start) / run->text_unit * run->raw_unit;
      const Piece part{piece.text_start + (at - piece.raw_start), size, raw_start,
                       same ? size : run->raw_unit};
      add_piece(out, part, visible, raw);
      at += size;
    }
  }
}

}  // namespace

std::uint32_t Transcript::raw_offset(std::uint32_t text_offset) const {
  if (!is_converted) return text_offset + offset;
  const auto run = run_at(runs, text_offset);
  return run->raw_start +
         (text_offset - run->text_start) / run->text_unit * run->raw_unit;
}

void add_piece(std::vector<Piece>& pieces, const Piece& piece, string_view text,
               string_view raw) {
  const bool equal = piece.text_size == piece.raw_size;
  const bool verbatim = equal && text.substr(piece.text_start, piece.text_size) ==
                                     raw.substr(piece.raw_start, piece.raw_size);
  if (!equal) {
    pieces.push_back(piece);
    return;
  }
  if (!verbatim && piece.text_size == 1) {
    pieces.push_back({piece.text_start, 1, piece.raw_start, 0});
    return;
  }
  if (!verbatim) {
    pieces.push_back({piece.text_start, 1, piece.raw_start, piece.raw_size});
    pieces.push_back(
        {piece.text_start + 1, piece.text_size - 1, piece.raw_start + piece.raw_size, 0});
    return;
  }
  if (!pieces.empty() && pieces.back().text_size == pieces.back().raw_size &&
      pieces.back().raw_start + pieces.back().raw_size == piece.raw_start) {
    pieces.back().text_size += piece.text_size;
    pieces.back().raw_size += piece.raw_size;
    return;
  }
  pieces.push_back(piece);
}

std::vector<Piece> rebase(const std::vector<Piece>& pieces, string_view visible,
                          string_view raw, const Transcript& transcript) {
  std::vector<Piece> out;
  out.reserve(pieces.size());
  for (const Piece& piece : pieces) {
    if (!transcript.is_converted) {
      out.push_back({piece.text_start, piece.text_size,
                     piece.raw_start + transcript.offset, piece.raw_size});
    } else if (piece.text_size == piece.raw_size) {
      rebase_verbatim(out, piece, visible, raw, transcript);
    } else {
      const std::uint32_t start = transcript.raw_offset(piece.raw_start);
      const std::uint32_t end = transcript.raw_offset(piece.raw_start + piece.raw_size);
      add_piece(out, {piece.text_start, piece.text_size, start, end - start}, visible,
                raw);
    }
  }
  return out;
}

Result<Transcript> transcribe(string_view raw) {
  for (const Magic& magic : kMagic) {
    if (raw.starts_with(magic.bytes)) return bad_input(std::string(magic.cause));
  }
  if (raw.starts_with(kUtf16LeMark)) return from_utf16(raw, false);
  if (raw.starts_with(kUtf16BeMark)) return from_utf16(raw, true);
  return from_eight_bits(raw);
}

}  // namespace steppe::reader
