// The formats that rows are written in, one function each; formats.cpp lists them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shell/options.hpp"
#include "shell/output.hpp"
#include "shell/rows.hpp"
#include "shell/terminal.hpp"
#include "steppe/result.hpp"

namespace steppe::shell {

/// How rows are to look, beside the format.
struct Style {
  bool header = true;
  std::string null_text;
  bool null_given = false;  // else each format has its own
  int width = 0;            // columns to fit into; 0: as wide as it gets
  int hanging = 0;          // in a box, the indent of a line that goes on
  Paint paint;
};

struct Format {
  std::string_view name;
  bool is_table;  // for people: fitted, with a row count on the terminal
  /// Writes all rows. Errors: those of the rows; what was written stays written.
  Status (*write)(RowSource& rows, const Style& style, Output& out);
};

[[nodiscard]] std::span<const Format> all_formats();

/// The format of --format, or box on a terminal and csv elsewhere. Errors: usage, with a
/// suggestion.
[[nodiscard]] Result<const Format*> choose_format(const Options& options,
                                                  const Output& out);
/// Errors: usage (--width, --color).
[[nodiscard]] Result<Style> choose_style(const Options& options, const Format& format,
                                         const Output& out);

/// How NULL looks for people: an en dash, where the user gave nothing else.
[[nodiscard]] std::string shown_null(const Style& style);
/// A blob for people: x'…', its length where it is long.
[[nodiscard]] std::string shown_blob(const std::string& bytes);
/// A cell as text for people: NULL, blob and control characters shown, lines kept.
[[nodiscard]] std::string shown_cell(const Cell& cell, const Style& style);

Status write_box(RowSource& rows, const Style& style, Output& out);
Status write_markdown(RowSource& rows, const Style& style, Output& out);
Status write_csv(RowSource& rows, const Style& style, Output& out);
Status write_json(RowSource& rows, const Style& style, Output& out);
Status write_ndjson(RowSource& rows, const Style& style, Output& out);
Status write_line(RowSource& rows, const Style& style, Output& out);

/// Draws a collected table as a box.
void draw_box(const Table& table, const Style& style, Output& out);

}  // namespace steppe::shell
