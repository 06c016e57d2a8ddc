// read_document(): bytes to blocks, step by step.
//
// The order matters: only decoded text tells the format, only a format's reader knows
// what is markup, and only when the furniture is out of the way do headings stand next to
// their text. Tested by tests/reader_test.cpp.
#include <algorithm>
#include <array>

#include "loader/reader/document.hpp"
#include "loader/reader/draft.hpp"
#include "loader/reader/encoding.hpp"
#include "loader/reader/furniture.hpp"
#include "loader/reader/html.hpp"
#include "loader/reader/markdown.hpp"
#include "loader/reader/outline.hpp"
#include "loader/reader/text.hpp"
#include "loader/reader/text_shape.hpp"

namespace steppe {
namespace {

using reader::Draft;
using reader::Transcript;
using std::string_view;

constexpr std::size_t kSniffBytes = 64u << 10;
constexpr int kSureSigns =
    3;  // lines of Markdown that outweigh an extension of plain text
constexpr int kLikelySigns = 2;  // lines that make Markdown of a text without extension

struct Extension {
  string_view suffix;
  Format format;
};
constexpr std::array<Extension, 7> kExtensions = {{{".md", Format::markdown},
                                                   {".markdown", Format::markdown},
                                                   {".mkd", Format::markdown},
                                                   {".html", Format::html},
                                                   {".htm", Format::html},
                                                   {".xhtml", Format::html},
                                                   {".txt", Format::text}}};

std::optional<Format> format_of_name(string_view name) {
  for (const Extension& extension : kExtensions) {
    if (name.size() < extension.suffix.size()) continue;
    const string_view end = name.substr(name.size() - extension.suffix.size());
    if (reader::equals_ignoring_case(end, extension.suffix)) return extension.format;
  }
  return std::nullopt;
}

// A page begins with its doctype or one of its outer elements, after comments and
// declarations.
bool looks_like_html(string_view text) {
  text = reader::trim(text);
  while (text.starts_with("<?") || text.starts_with("<!--")) {
    const string_view close = text.starts_with("<?") ? "?>" : "-->";
    const std::size_t end = text.find(close);
    if (end == string_view::npos) return false;
    text = reader::trim(text.substr(end + close.size()));
  }
  constexpr std::array<string_view, 6> kStarts = {"<!doctype html", "<html",  "<head",
                                                  "<body",          "<title", "<article"};
  return std::any_of(kStarts.begin(), kStarts.end(), [&](string_view start) {
    return reader::starts_with_word(text, start);
  });
}

bool is_markdown_line(string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes >= 1 && hashes <= 6 && line.substr(hashes, 1) == " ") return true;
  if (line.starts_with("```") || line.find("](http") != string_view::npos) return true;
  const std::size_t bold = line.find("**");
  return bold != string_view::npos && line.find("**", bold + 3) != string_view::npos;
}

int count_markdown_signs(string_view text) {
  int signs = text.starts_with("---\n") || text.starts_with("---\r\n") ? kLikelySigns : 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    signs += is_markdown_line(text.substr(0, end)) ? 1 : 0;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return signs;
}

Format guess_format(string_view text, string_view name) {
  const string_view start = text.substr(0, kSniffBytes);
  if (looks_like_html(start)) return Format::html;
  const std::optional<Format> named = format_of_name(name);
  if (named && *named != Format::text) return *named;
  const int needed = named ? kSureSigns : kLikelySigns;
  return count_markdown_signs(start) >= needed ? Format::markdown : Format::text;
}

// Lines end at LF. A file without any ends them at CR, as the Macintosh once did.
std::vector<std::uint32_t> find_lines(string_view text, const Transcript& transcript) {
  const char end = text.find('\n') == string_view::npos ? '\r' : '\n';
  std::vector<std::uint32_t> starts = {0};
  for (std::size_t at = text.find(end); at != string_view::npos;
       at = text.find(end, at + 1)) {
    starts.push_back(transcript.raw_offset(static_cast<std::uint32_t>(at + 1)));
  }
  return starts;
}

Result<std::vector<Draft>> read_drafts(string_view text, Document& document) {
  switch (document.format) {
    case Format::markdown:
      return reader::read_markdown(text, document);
    case Format::html:
      return reader::read_html(text, document);
    case Format::text:
      break;
  }
  return reader::read_text(text);
}

// The heading that heads the whole: one of level 1, or the one that the text opens with
// if no other is of its rank.
string_view main_heading(const std::vector<Block>& blocks) {
  const Block* opening = nullptr;
  bool opened = false;
  for (const Block& block : blocks) {
    if (block.type == BlockType::skipped) continue;
    if (block.type == BlockType::heading) {
      if (block.level == 1) return block.text;
      if (opening && block.level <= opening->level) opening = nullptr;
      if (!opened) opening = &block;
    }
    opened = true;
  }
  return opening ? string_view(opening->text) : string_view{};
}

// A page's <title> is its heading and the name of the site: the heading alone is the
// title.
void settle_title(Document& document) {
  const string_view heading = main_heading(document.blocks);
  const bool heads_title =
      document.format == Format::html && document.title.starts_with(heading);
  if (document.title.empty() || (heads_title && !heading.empty()))
    document.title = heading;
}

Error with_file(Error error, const ReadOptions& options) {
  error.file = options.name;
  return error;
}

}  // namespace

Result<Document> read_document(std::string raw, const ReadOptions& options) {
  if (raw.size() > kMaxEssayBytes) {
    return with_file({ErrorCode::bad_input, "larger than 64 MiB, the limit of one essay"},
                     options);
  }
  Document document;
  document.raw = std::move(raw);
  Result<Transcript> transcript = reader::transcribe(document.raw);
  if (!transcript) return with_file(transcript.error(), options);
  const string_view text = transcript->text(document.raw);
  document.format = options.format ? *options.format : guess_format(text, options.name);
  document.line_starts = find_lines(text, *transcript);

  Result<std::vector<Draft>> drafts = read_drafts(text, document);
  if (!drafts) return with_file(drafts.error(), options);
  reader::set_furniture_aside(*drafts, document);
  reader::outline(*drafts, document.format);
  for (Draft& draft : *drafts) {
    Block& block = draft.block;
    block.pieces = reader::rebase(block.pieces, block.text, document.raw, *transcript);
    document.blocks.push_back(std::move(block));
  }
  if (document.blocks.empty()) {
    return with_file({ErrorCode::bad_input, "empty file: no text to read"}, options);
  }
  settle_title(document);
  return document;
}

}  // namespace steppe
