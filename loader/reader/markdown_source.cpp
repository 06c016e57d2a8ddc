#include "loader/reader/markdown_source.hpp"

#include <algorithm>

#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;

struct Line {
  std::size_t start = 0;
  std::size_t end = 0;   // without the line break
  std::size_t next = 0;  // start of the next line
};

Line line_at(string_view text, std::size_t start) {
  const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
  const bool pair = text.substr(end, 2) == "\r\n";
  return {start, end, std::min(end + (pair ? 2 : 1), text.size())};
}

// Depth of the list marks at the start of a line: "- - 1. text" has three.
int list_depth(string_view line) {
  int depth = 0;
  std::size_t at = 0;
  while (at < line.size()) {
    const char c = line[at];
    if (c == ' ' || c == '\t' || c == '>') {
      ++at;
      continue;
    }
    const std::size_t digits = at;
    while (at < line.size() && is_digit(static_cast<unsigned char>(line[at]))) ++at;
    const bool number =
        at > digits && at < line.size() && (line[at] == '.' || line[at] == ')');
    const bool bullet = at == digits && (c == '-' || c == '*' || c == '+');
    const bool followed =
        at + 1 >= line.size() || line[at + 1] == ' ' || line[at + 1] == '\t';
    if ((!number && !bullet) || !followed) break;
    // Indentation opens a level each two columns.
    depth = std::max(depth + 1, static_cast<int>(at / 2) + 1);
    ++at;
  }
  return depth;
}

bool is_rule(string_view line) {
  return line.find_first_not_of("-*_ \t") == string_view::npos;
}

// ":::details **Title**" becomes a heading of the same length, ":::" alone a blank line.
void blot_container(std::string& parsed, const Line& line) {
  std::size_t at = line.start;
  while (at < line.end && parsed[at] == ':') ++at;
  while (at < line.end && (parsed[at] == ' ' || parsed[at] == '\t')) ++at;
  while (at < line.end && parsed[at] != ' ' && parsed[at] != '\t') ++at;
  const bool titled = !trim(string_view(parsed).substr(at, line.end - at)).empty();
  const std::size_t until = titled ? at : line.end;
  std::fill(parsed.begin() + static_cast<std::ptrdiff_t>(line.start),
            parsed.begin() + static_cast<std::ptrdiff_t>(until), ' ');
  const std::size_t hashes = std::min<std::size_t>(6, until - line.start);
  if (titled) parsed.replace(line.start, hashes, hashes, '#');
}

}  // namespace

std::vector<Draft> front_matter_drafts(string_view source, std::size_t size) {
  std::vector<Draft> drafts;
  Composer composer(source);
  for (Line line{0, 0, 0}; line.next < size;) {
    line = line_at(source, line.next);
    const string_view text = trim(source.substr(line.start, line.end - line.start));
    if (text.empty() || text == "---" || text == "+++" || text == "...") continue;
    composer.verbatim(line.start, line.end);
    Draft draft = composer.take();
    draft.block.type = BlockType::skipped;
    draft.settled = true;
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

MarkdownSource prepare_markdown(string_view source) {
  MarkdownSource out;
  out.text = source;
  int number = 0;
  for (Line line{0, 0, 0}; line.next < source.size();) {
    line = line_at(source, line.next);
    ++number;
    const string_view text = source.substr(line.start, line.end - line.start);
    if (text.starts_with(kContainerMark)) {
      blot_container(out.text, line);
    } else if (trim(text).empty()) {
      std::fill_n(out.text.begin() + static_cast<std::ptrdiff_t>(line.start), text.size(),
                  ' ');
    } else if (out.deep_line == 0 && list_depth(text) > kDeepestList && !is_rule(text)) {
      out.deep_line = number;
    }
  }
  return out;
}

}  // namespace steppe::reader
