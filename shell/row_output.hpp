// Writes rows where and how the options say: what query, report and schema share.
#pragma once

#include "shell/formats.hpp"
#include "shell/options.hpp"
#include "shell/output.hpp"
#include "shell/rows.hpp"
#include "steppe/result.hpp"

namespace steppe::shell {

/// An output with its format and style, for one or several tables.
class RowOutput {
 public:
  /// Errors: usage (format, width, colour), cannot_open.
  [[nodiscard]] static Result<RowOutput> open(const Options& options);

  /// Writes one table, a blank line before the second. Says on stderr what --max-rows cut
  /// off and, to a terminal, how many rows there are. Errors: those of the rows; usage
  /// (json holds one table).
  [[nodiscard]] Status write(RowSource rows);
  /// Errors: cannot_write.
  [[nodiscard]] Status finish() { return out_.finish(); }

  [[nodiscard]] const Format& format() const { return *format_; }
  [[nodiscard]] Style& style() { return style_; }
  [[nodiscard]] Output& output() { return out_; }

 private:
  RowOutput(Output out, const Format* format, Style style, std::int64_t max_rows)
      : out_(std::move(out)),
        format_(format),
        style_(std::move(style)),
        max_rows_(max_rows) {}

  Output out_;
  const Format* format_;
  Style style_;
  std::int64_t max_rows_;
  int tables_ = 0;
};

/// Opens, writes one table, finishes.
[[nodiscard]] Status write_rows(RowSource rows, const Options& options);

}  // namespace steppe::shell
