#include "loader/reader/draft.hpp"

#include <algorithm>
#include <utility>

#include "loader/reader/encoding.hpp"
#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;

Span within(Span span, std::uint32_t start, std::uint32_t end) {
  const std::uint32_t from = std::max(span.start_byte, start);
  const std::uint32_t to = std::min(span.end_byte, end);
  return {from - start, std::max(from, to) - start};
}

std::vector<Span> slice_spans(const std::vector<Span>& spans, std::uint32_t start,
                              std::uint32_t end) {
  std::vector<Span> out;
  auto at =
      std::lower_bound(spans.begin(), spans.end(), start,
                       [](const Span& s, std::uint32_t b) { return s.end_byte <= b; });
  for (; at != spans.end() && at->start_byte < end; ++at)
    out.push_back(within(*at, start, end));
  return out;
}

std::vector<Piece> slice_pieces(const std::vector<Piece>& pieces, std::uint32_t start,
                                std::uint32_t end) {
  std::vector<Piece> out;
  auto at = std::lower_bound(
      pieces.begin(), pieces.end(), start,
      [](const Piece& p, std::uint32_t b) { return p.text_start + p.text_size <= b; });
  for (; at != pieces.end() && at->text_start < end; ++at) {
    Piece piece = *at;
    const std::uint32_t from = std::max(piece.text_start, start);
    const std::uint32_t to = std::min(piece.text_start + piece.text_size, end);
    if (piece.text_size == piece.raw_size) {
      piece.raw_start += from - piece.text_start;
      piece.raw_size = to - from;
    }
    piece.text_start = from - start;
    piece.text_size = to - from;
    out.push_back(piece);
  }
  return out;
}

void trim_spans(std::vector<Span>& spans, string_view text) {
  for (Span& span : spans) {
    const string_view part = text.substr(span.start_byte, span.size());
    const string_view kept = trim(part);
    span.start_byte += static_cast<std::uint32_t>(kept.data() - part.data());
    span.end_byte = span.start_byte + static_cast<std::uint32_t>(kept.size());
  }
  std::erase_if(spans, [](const Span& span) { return span.size() == 0; });
}

}  // namespace

bool has_letter_or_digit(string_view text) {
  for (std::size_t at = 0, size = 1; at < text.size(); at += size) {
    const char32_t c = decode_utf8(text.substr(at), size);
    if (is_letter(c) || is_digit(c)) return true;
  }
  return false;
}

Draft slice(const Draft& draft, std::uint32_t start, std::uint32_t end) {
  const string_view whole = draft.block.text;
  const string_view kept = trim(whole.substr(start, end - start));
  start = static_cast<std::uint32_t>(kept.data() - whole.data());
  end = start + static_cast<std::uint32_t>(kept.size());
  Draft out;
  out.block.type = draft.block.type;
  out.block.level = draft.block.level;
  out.block.parent = draft.block.parent;
  out.block.list = draft.block.list;
  out.block.marker = draft.block.marker;
  out.block.text = kept;
  out.block.pieces = slice_pieces(draft.block.pieces, start, end);
  out.block.strong = slice_spans(draft.block.strong, start, end);
  out.block.links = slice_spans(draft.block.links, start, end);
  out.emphasis = slice_spans(draft.emphasis, start, end);
  for (auto* spans : {&out.block.strong, &out.block.links, &out.emphasis})
    trim_spans(*spans, kept);
  auto at = std::lower_bound(draft.breaks.begin(), draft.breaks.end(), start);
  for (; at != draft.breaks.end() && *at < end; ++at) out.breaks.push_back(*at - start);
  out.settled = draft.settled;
  out.blank_before = draft.blank_before;
  out.underlined = draft.underlined;
  out.after_rule = draft.after_rule;
  out.container = draft.container;
  out.escaped_number = draft.escaped_number;
  out.indent = draft.indent;
  out.table = draft.table;
  return out;
}

Draft without(const Draft& draft, const std::vector<Span>& parts) {
  Draft out = draft;
  out.block.text.clear();
  out.block.pieces.clear();
  const string_view text = draft.block.text;
  std::uint32_t start = 0;
  const auto keep = [&](std::uint32_t end) {
    const auto shift = static_cast<std::uint32_t>(out.block.text.size());
    out.block.text += text.substr(start, end - start);
    for (Piece piece : slice_pieces(draft.block.pieces, start, end)) {
      piece.text_start += shift;
      out.block.pieces.push_back(piece);
    }
  };
  for (const Span& part : parts) {
    keep(part.start_byte);
    start = part.end_byte;
  }
  keep(static_cast<std::uint32_t>(text.size()));
  // What lay behind a part moves up by the parts before it.
  const auto moved = [&](std::uint32_t at) {
    std::uint32_t removed = 0;
    for (const Span& part : parts) {
      if (part.start_byte < at) removed += std::min(at, part.end_byte) - part.start_byte;
    }
    return at - removed;
  };
  for (auto* spans : {&out.block.strong, &out.block.links, &out.emphasis}) {
    for (Span& span : *spans) span = {moved(span.start_byte), moved(span.end_byte)};
  }
  for (std::uint32_t& at : out.breaks) at = moved(at);
  return slice(out, 0, static_cast<std::uint32_t>(out.block.text.size()));
}

std::vector<Span> joined(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.start_byte < b.start_byte; });
  std::vector<Span> out;
  for (const Span& span : spans) {
    if (!out.empty() && span.start_byte <= out.back().end_byte) {
      out.back().end_byte = std::max(out.back().end_byte, span.end_byte);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

bool covers(const std::vector<Span>& spans, string_view text) {
  std::size_t at = 0;
  for (const Span& span : spans) {
    if (has_letter_or_digit(text.substr(at, span.start_byte - at))) return false;
    at = span.end_byte;
  }
  return !spans.empty() && !has_letter_or_digit(text.substr(at));
}

void Composer::append(string_view text, std::size_t start, std::size_t end) {
  const auto at = static_cast<std::uint32_t>(draft_.block.text.size());
  draft_.block.text += text;
  const Piece piece{at, static_cast<std::uint32_t>(text.size()),
                    static_cast<std::uint32_t>(start),
                    static_cast<std::uint32_t>(end - start)};
  add_piece(draft_.block.pieces, piece, draft_.block.text, source_);
}

void Composer::verbatim(std::size_t start, std::size_t end) {
  if (pending_.active || empty()) {
    std::size_t from = start;
    while (from < end && is_ascii_blank(static_cast<unsigned char>(source_[from])))
      ++from;
    if (from > start) wait(start, from, false);
    start = from;
  }
  if (start >= end) return;
  settle_pending();
  append(source_.substr(start, end - start), start, end);
}

void Composer::replacement(string_view text, std::size_t start, std::size_t end) {
  if (text.empty()) return;
  settle_pending();
  append(text, start, end);
}

void Composer::line_break(std::size_t start, std::size_t end) {
  auto from = static_cast<std::uint32_t>(start);
  if (!pending_.active) drop_trailing_blanks(from);
  wait(from, end, true);
}

void Composer::blank(std::size_t start, std::size_t end) { wait(start, end, false); }

void Composer::wait(std::size_t start, std::size_t end, bool is_break) {
  const auto from = static_cast<std::uint32_t>(start);
  if (!pending_.active) pending_ = {from, from, true, false};
  // Blanks of one stretch make one piece; what markup cuts off is left out.
  if (pending_.end == from) pending_.end = static_cast<std::uint32_t>(end);
  pending_.is_break = pending_.is_break || is_break;
}

void Composer::settle_pending() {
  if (pending_.active && !empty()) {
    if (pending_.is_break) {
      draft_.breaks.push_back(static_cast<std::uint32_t>(draft_.block.text.size()));
    }
    append(" ", pending_.start, pending_.end);
  }
  pending_ = {};
  open_spans();
}

// Blanks before a line break belong to it; they are the end of the last verbatim piece.
void Composer::drop_trailing_blanks(std::uint32_t& start) {
  std::string& text = draft_.block.text;
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
    Piece& last = draft_.block.pieces.back();
    if (last.text_size != last.raw_size) return;
    const std::uint32_t at = last.raw_start + last.raw_size - 1;
    if (at + 1 == start) start = at;
    text.pop_back();
    --last.text_size;
    --last.raw_size;
    if (last.text_size == 0) draft_.block.pieces.pop_back();
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  for (auto* spans : {&draft_.block.strong, &draft_.block.links, &draft_.emphasis}) {
    if (!spans->empty()) spans->back().end_byte = std::min(spans->back().end_byte, size);
  }
}

void Composer::mark(Mark mark, bool on) {
  const auto which = static_cast<int>(mark);
  if (on) {
    ++depth_[which];
  } else if (depth_[which] > 0 && --depth_[which] == 0) {
    close_span(which);
  }
}

void Composer::open_spans() {
  for (int which = 0; which < kMarkCount; ++which) {
    if (depth_[which] > 0 && open_at_[which] < 0) {
      open_at_[which] = static_cast<std::int64_t>(draft_.block.text.size());
    }
  }
}

void Composer::close_span(int which) {
  if (open_at_[which] < 0) return;
  const auto start = static_cast<std::uint32_t>(open_at_[which]);
  const auto end = static_cast<std::uint32_t>(draft_.block.text.size());
  open_at_[which] = -1;
  std::vector<Span>* const lists[kMarkCount] = {&draft_.block.strong, &draft_.emphasis,
                                                &draft_.block.links};
  if (end > start) lists[which]->push_back({start, end});
}

Draft Composer::take() {
  for (int which = 0; which < kMarkCount; ++which) {
    close_span(which);
    depth_[which] = 0;
  }
  pending_ = {};
  Draft whole = std::exchange(draft_, Draft{});
  return slice(whole, 0, static_cast<std::uint32_t>(whole.block.text.size()));
}

}  // namespace steppe::reader
