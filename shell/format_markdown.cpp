// Markdown tables as GitHub reads them: `|` escaped, line breaks as <br>, numbers to the
// right.
//
// Every other character that Markdown or HTML would read as markup is escaped too, so
// that a page shows the cell's text and nothing else. Columns are padded, since such
// tables are read as they are. Tested by tests/formats_test.cpp.
#include <algorithm>
#include <cctype>

#include "shell/formats.hpp"
#include "shell/text_width.hpp"

namespace steppe::shell {
namespace {

bool is_word(std::string_view text, std::size_t at) {
  return at < text.size() &&
         (std::isalnum(static_cast<unsigned char>(text[at])) || text[at] < 0);
}

// True where Markdown would read text[at] as markup: "_" inside a word and "<" before a
// blank are none.
bool is_markup(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '|':
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
      return true;
    case '_':
      return at == 0 || !is_word(text, at - 1) || !is_word(text, at + 1);
    case '<':
      return at + 1 < text.size() &&
             (is_word(text, at + 1) || text[at + 1] == '/' || text[at + 1] == '!');
    case '&':
      return is_word(text, at + 1) || (at + 1 < text.size() && text[at + 1] == '#');
    default:
      return false;
  }
}

std::string escape(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') {
      out += "<br>";
    } else if (is_markup(text, at)) {
      out += '\\';
      out += text[at];
    } else {
      out += text[at];
    }
  }
  return out;
}

std::string markdown_cell(const Cell& cell, const Style& style) {
  return cell.type == CellType::null ? shown_null(style)
                                     : escape(shown_cell(cell, style));
}

std::string pad(const std::string& text, int width, bool right) {
  const std::string blanks(
      static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
  return right ? blanks + text : text + blanks;
}

void write_cells(const std::vector<std::string>& cells, const std::vector<int>& widths,
                 const std::vector<bool>& right, Output& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out.write("| ");
    out.write(pad(cells[i], widths[i], right[i]));
    out.write(" ");
  }
  out.write("|\n");
}

}  // namespace

Status write_markdown(RowSource& rows, const Style& style, Output& out) {
  const Result<Table> table = collect_rows(rows);
  if (!table) return table.error();
  const std::size_t columns = table->columns.size();
  std::vector<std::vector<std::string>> lines(1);
  for (const std::string& name : table->columns)
    lines[0].push_back(style.header ? escape(visible_text(name)) : "");
  std::vector<bool> right(columns, !table->rows.empty());
  for (const Row& row : table->rows) {
    lines.emplace_back();
    for (std::size_t i = 0; i < columns; ++i) {
      lines.back().push_back(markdown_cell(row[i], style));
      if (!row[i].is_number()) right[i] = right[i] && row[i].type == CellType::null;
    }
  }
  std::vector<int> widths(columns, 3);
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < columns; ++i)
      widths[i] = std::max(widths[i], display_width(line[i]));
  }
  std::vector<std::string> rule;
  for (std::size_t i = 0; i < columns; ++i) {
    rule.push_back(std::string(static_cast<std::size_t>(widths[i]), '-'));
    if (right[i]) rule.back().back() = ':';
  }
  lines.insert(lines.begin() + 1, rule);
  for (const auto& line : lines) write_cells(line, widths, right, out);
  return Done{};
}

}  // namespace steppe::shell
