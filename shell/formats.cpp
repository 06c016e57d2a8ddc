#include "shell/formats.hpp"

#include <algorithm>
#include <charconv>

#include "fmt/format.h"
#include "shell/text_width.hpp"
#include "steppe/report.hpp"

namespace steppe::shell {
namespace {

constexpr Format kFormats[] = {
    {"box", true, write_box},        {"markdown", true, write_markdown},
    {"csv", false, write_csv},       {"json", false, write_json},
    {"ndjson", false, write_ndjson}, {"line", true, write_line},
};

const Format* find_format(std::string_view name) {
  const auto* at =
      std::find_if(std::begin(kFormats), std::end(kFormats),
                   [&](const Format& format) { return format.name == name; });
  return at == std::end(kFormats) ? nullptr : at;
}

// A box in a pipe has no terminal to fit; 80 columns are what most pages have. Other
// formats are fitted only where they are read at once.
Result<int> choose_width(const Options& options, const Format& format,
                         const Output& out) {
  if (options.width == "full") return 0;
  if (options.width.empty()) {
    if (out.is_terminal()) return terminal_width(out.descriptor());
    return format.name == "box" ? terminal_width(-1) : 0;
  }
  int width = 0;
  const char* end = options.width.data() + options.width.size();
  const auto [rest, error] = std::from_chars(options.width.data(), end, width);
  if (error != std::errc() || rest != end || width < 1) {
    return Error{ErrorCode::usage,
                 fmt::format("unknown --width \"{}\" (a number of columns, or full)",
                             options.width)};
  }
  return width;
}

}  // namespace

std::span<const Format> all_formats() { return kFormats; }

Result<const Format*> choose_format(const Options& options, const Output& out) {
  if (options.format.empty()) return find_format(out.is_terminal() ? "box" : "csv");
  if (const Format* format = find_format(options.format)) return format;
  std::vector<std::string> names;
  for (const Format& format : kFormats) names.emplace_back(format.name);
  const std::string near = nearest_name(options.format, names);
  return Error{ErrorCode::usage,
               near.empty() ? fmt::format("unknown format \"{}\" ({})", options.format,
                                          fmt::join(names, ", "))
                            : fmt::format("unknown format \"{}\" (did you mean \"{}\"?)",
                                          options.format, near)};
}

Result<Style> choose_style(const Options& options, const Format& format,
                           const Output& out) {
  const Result<int> width = choose_width(options, format, out);
  if (!width) return width.error();
  const Result<bool> color = wants_color(options.color, out.is_terminal());
  if (!color) return color.error();
  Style style;
  style.header = !options.no_header;
  style.null_text = options.null_text;
  style.null_given = options.null_given;
  style.width = *width;
  style.paint.on = *color && format.is_table && format.name != "markdown";
  return style;
}

std::string shown_null(const Style& style) {
  return style.null_given ? visible_line(style.null_text) : "\xe2\x80\x93";
}

std::string shown_blob(const std::string& bytes) {
  constexpr std::size_t kShownBytes = 16;
  if (bytes.size() <= kShownBytes) return fmt::format("x'{}'", hex_digits(bytes));
  return fmt::format("x'{}\xe2\x80\xa6' ({} bytes)",
                     hex_digits(bytes.substr(0, kShownBytes)), bytes.size());
}

std::string shown_cell(const Cell& cell, const Style& style) {
  if (cell.type == CellType::null) return shown_null(style);
  if (cell.type == CellType::blob) return shown_blob(cell.text);
  return visible_text(cell.text);
}

}  // namespace steppe::shell
