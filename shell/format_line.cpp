// One column a line, `name = value`, a blank line between rows: for wide rows and long
// text.
//
// Tested by tests/formats_test.cpp.
#include <algorithm>

#include "shell/formats.hpp"
#include "shell/text_width.hpp"

namespace steppe::shell {
namespace {

constexpr int kMinValueWidth = 20;

void write_value(const std::string& name, int name_width, const std::string& value,
                 const Style& style, Output& out) {
  const int width =
      style.width > 0 ? std::max(kMinValueWidth, style.width - name_width - 3) : 0;
  const std::string margin(static_cast<std::size_t>(name_width + 3), ' ');
  out.write(margin.substr(0, static_cast<std::size_t>(name_width - display_width(name))));
  out.write(style.paint.bold());
  out.write(name);
  out.write(style.paint.off());
  out.write(" = ");
  bool first = true;
  for (const WrappedLine& line : wrap_words(value, width)) {
    if (!first) out.write(margin);
    first = false;
    out.write(line.text);
    out.write("\n");
  }
}

}  // namespace

Status write_line(RowSource& rows, const Style& style, Output& out) {
  std::vector<std::string> names;
  int name_width = 0;
  for (const std::string& column : rows.columns) {
    names.push_back(visible_line(column));
    name_width = std::max(name_width, display_width(names.back()));
  }
  Row row;
  for (bool first = true; out.is_open(); first = false) {
    const Result<bool> more = rows.next(row);
    if (!more) return more.error();
    if (!*more) break;
    if (!first) out.write("\n");
    for (std::size_t i = 0; i < row.size(); ++i) {
      write_value(names[i], name_width, shown_cell(row[i], style), style, out);
    }
  }
  return Done{};
}

}  // namespace steppe::shell
