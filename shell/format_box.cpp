// Boxes of Unicode lines, fitted to the terminal.
//
// Where the columns do not fit, the widest columns of text become narrower first and
// their cells are wrapped at words; numbers keep their width and stand to the right.
// Nothing is cut. A table whose columns would be narrower than kMinWidth is written one
// column a line instead, and a note says so. Rows get a line between them only where a
// cell takes several lines. Tested by tests/formats_test.cpp.
#include <algorithm>
#include <numeric>

#include "fmt/format.h"
#include "shell/formats.hpp"
#include "shell/messages.hpp"
#include "shell/text_width.hpp"

namespace steppe::shell {
namespace {

constexpr int kMinWidth = 6;

struct Column {
  int width = 0;
  bool right = false;
};

struct BoxLine {
  std::string_view left, cross, right;
};
constexpr BoxLine kTop = {"┌", "┬", "┐"};
constexpr BoxLine kMiddle = {"├", "┼", "┤"};
constexpr BoxLine kBottom = {"└", "┴", "┘"};

using TextRow = std::vector<std::string>;

int line_width(const std::string& text) {
  int width = 0;
  for (const WrappedLine& line : wrap_words(text, 0))
    width = std::max(width, display_width(line.text));
  return width;
}

std::vector<Column> measure(const Table& table, const TextRow& header,
                            const std::vector<TextRow>& rows) {
  std::vector<Column> columns(header.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].width = std::max(1, line_width(header[i]));
    for (const TextRow& row : rows)
      columns[i].width = std::max(columns[i].width, line_width(row[i]));
    const auto is = [&](auto test) {
      return [&, test](const Row& row) { return test(row[i]); };
    };
    columns[i].right =
        std::any_of(table.rows.begin(), table.rows.end(),
                    is([](const Cell& c) { return c.is_number(); })) &&
        std::none_of(table.rows.begin(), table.rows.end(), is([](const Cell& c) {
                       return !c.is_number() && c.type != CellType::null;
                     }));
  }
  return columns;
}

int total_width(const std::vector<Column>& columns) {
  return std::accumulate(
      columns.begin(), columns.end(), 1,
      [](int sum, const Column& column) { return sum + column.width + 3; });
}

// Makes the widest columns of text narrower, one step at a time, until the box fits.
bool fit(std::vector<Column>& columns, int width) {
  int excess = width > 0 ? total_width(columns) - width : 0;
  while (excess > 0) {
    Column* widest = nullptr;
    int second = kMinWidth;  // how far the widest may go before another one is wider
    for (Column& column : columns) {
      if (column.right || column.width <= kMinWidth) continue;
      if (widest == nullptr || column.width > widest->width) {
        if (widest != nullptr) second = std::max(second, widest->width);
        widest = &column;
      } else {
        second = std::max(second, column.width);
      }
    }
    if (widest == nullptr) return false;
    const int step = std::clamp(widest->width - second, 1, excess);
    widest->width -= step;
    excess -= step;
  }
  return true;
}

std::string repeat(std::string_view text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

void draw_rule(const std::vector<Column>& columns, const BoxLine& line,
               const Style& style, Output& out) {
  std::string text(line.left);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) text += line.cross;
    text += repeat("─", columns[i].width + 2);
  }
  out.write(
      fmt::format("{}{}{}{}\n", style.paint.dim(), text, line.right, style.paint.off()));
}

// One line of one cell, padded. `attribute` colours its text.
std::string draw_cell(const Column& column, const WrappedLine& line,
                      std::string_view attribute, const Style& style) {
  const std::string indent = repeat(" ", line.indent);
  const std::string blanks =
      repeat(" ", column.width - line.indent - display_width(line.text));
  const std::string_view off = attribute.empty() ? "" : style.paint.off();
  return column.right
             ? fmt::format(" {}{}{}{}{} ", indent, blanks, attribute, line.text, off)
             : fmt::format(" {}{}{}{}{} ", indent, attribute, line.text, off, blanks);
}

// Draws one row, which takes as many lines as its highest cell.
void draw_row(const std::vector<Column>& columns, const TextRow& row,
              std::string_view attribute, const Style& style, Output& out) {
  std::vector<std::vector<WrappedLine>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    cells.push_back(wrap_words(row[i], columns[i].width, style.hanging));
    height = std::max(height, cells.back().size());
  }
  const std::string bar = fmt::format("{}│{}", style.paint.dim(), style.paint.off());
  for (std::size_t line = 0; line < height; ++line) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      out.write(bar);
      out.write(draw_cell(columns[i],
                          line < cells[i].size() ? cells[i][line] : WrappedLine{},
                          attribute, style));
    }
    out.write(bar);
    out.write("\n");
  }
}

bool needs_rules(const std::vector<Column>& columns, const std::vector<TextRow>& rows) {
  for (const TextRow& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].find('\n') != std::string::npos ||
          display_width(row[i]) > columns[i].width)
        return true;
    }
  }
  return false;
}

}  // namespace

void draw_box(const Table& table, const Style& style, Output& out) {
  TextRow header;
  for (const std::string& name : table.columns) header.push_back(visible_text(name));
  std::vector<TextRow> rows;
  for (const Row& row : table.rows) {
    rows.emplace_back();
    for (const Cell& cell : row) rows.back().push_back(shown_cell(cell, style));
  }
  std::vector<Column> columns =
      measure(table, style.header ? header : TextRow(header.size()), rows);
  if (!fit(columns, style.width)) {
    print_note(fmt::format(
        "{} columns do not fit {}: one a line (--width full: a box all the same)",
        columns.size(), style.width));
    RowSource source = rows_of(table);
    static_cast<void>(write_line(source, style, out));  // a table in memory: no errors
    return;
  }
  draw_rule(columns, kTop, style, out);
  if (style.header) {
    draw_row(columns, header, style.paint.bold(), style, out);
    draw_rule(columns, kMiddle, style, out);
  }
  const bool rules = needs_rules(columns, rows);
  for (std::size_t i = 0; i < rows.size() && out.is_open(); ++i) {
    if (rules && i > 0) draw_rule(columns, kMiddle, style, out);
    draw_row(columns, rows[i], "", style, out);
  }
  draw_rule(columns, kBottom, style, out);
}

Status write_box(RowSource& rows, const Style& style, Output& out) {
  const Result<Table> table = collect_rows(rows);
  if (!table) return table.error();
  draw_box(*table, style, out);
  return Done{};
}

}  // namespace steppe::shell
