#include "shell/row_output.hpp"

#include <unistd.h>

#include <memory>

#include "fmt/format.h"
#include "shell/messages.hpp"

namespace steppe::shell {
namespace {

RowSource count_rows(RowSource rows, std::int64_t* count) {
  RowSource counted;
  counted.columns = rows.columns;
  counted.next = [next = std::move(rows.next), count](Row& row) -> Result<bool> {
    Result<bool> more = next(row);
    if (more && *more) ++*count;
    return more;
  };
  return counted;
}

}  // namespace

Result<RowOutput> RowOutput::open(const Options& options) {
  Result<Output> out = Output::open(options.output);
  if (!out) return out.error();
  const Result<const Format*> format = choose_format(options, *out);
  if (!format) return format.error();
  Result<Style> style = choose_style(options, **format, *out);
  if (!style) return style.error();
  return RowOutput(std::move(*out), *format, std::move(*style), options.max_rows);
}

Status RowOutput::write(RowSource rows) {
  if (tables_++ > 0) {
    if (format_->name == "json") {
      return Error{ErrorCode::usage,
                   "json holds the rows of one statement (use --format ndjson)"};
    }
    if (format_->name != "ndjson") out_.write("\n");
  }
  bool was_cut = false;
  std::int64_t count = 0;
  RowSource limited =
      count_rows(limit_rows(std::move(rows), max_rows_, &was_cut), &count);
  Status status = format_->write(limited, style_, out_);
  if (!status) return status;
  if (was_cut) {
    print_note(fmt::format("stopped after {} row{} (--max-rows); there are more", count,
                           count == 1 ? "" : "s"));
  } else if (out_.is_terminal() && format_->is_table && isatty(STDERR_FILENO) == 1) {
    out_.flush();  // the note comes after the rows
    print_note(fmt::format("{} row{}", count, count == 1 ? "" : "s"));
  }
  return Done{};
}

Status write_rows(RowSource rows, const Options& options) {
  Result<RowOutput> out = RowOutput::open(options);
  if (!out) return out.error();
  Status status = out->write(std::move(rows));
  // What was written before an error goes to stdout all the same; a file is not put in
  // place.
  if (!status && !options.output.empty()) return status;
  Status written = out->finish();
  return written ? status : written;
}

}  // namespace steppe::shell
