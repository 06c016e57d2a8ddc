#include "shell/pivot.hpp"

#include <algorithm>
#include <cctype>

namespace steppe::shell {
namespace {

std::size_t find_column(const Table& table, const std::string& name) {
  return static_cast<std::size_t>(
      std::find(table.columns.begin(), table.columns.end(), name) -
      table.columns.begin());
}

bool is_same(const std::string& a, const std::string& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) {
                      return std::tolower(x) == std::tolower(y);
                    });
}

std::vector<std::string> distinct(const Table& table, std::size_t column) {
  std::vector<std::string> values;
  for (const Row& row : table.rows) {
    if (std::find(values.begin(), values.end(), row[column].text) == values.end()) {
      values.push_back(row[column].text);
    }
  }
  return values;
}

void move_forward(std::vector<std::string>& values,
                  const std::vector<std::string>& first) {
  auto to = values.begin();
  for (const std::string& wanted : first) {
    const auto at = std::find_if(
        to, values.end(), [&](const std::string& v) { return is_same(v, wanted); });
    if (at != values.end()) std::rotate(to++, at, at + 1);
  }
}

std::string document_of(const std::string& cite) {
  return cite.substr(0, cite.rfind(':'));
}

// The one document that all rows cite, or "".
std::string cited_document(const Table& table, std::size_t cite) {
  if (cite == table.columns.size() || table.rows.empty()) return "";
  const std::string document = document_of(table.rows[0][cite].text);
  const bool all = std::all_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
    return document_of(row[cite].text) == document;
  });
  return all ? document : "";
}

struct Shape {
  std::size_t row, column, cite;
  std::string document;
};

std::string cell_line(const Row& row, const Shape& shape) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i == shape.row || i == shape.column || row[i].type == CellType::null) continue;
    std::string text = row[i].text;
    if (i == shape.cite && !shape.document.empty()) text.erase(0, shape.document.size());
    if (!line.empty()) line += "  ";
    line += text;
  }
  return line;
}

}  // namespace

Table pivot_table(const Table& table, const std::string& row, const std::string& column,
                  const std::vector<std::string>& first) {
  Shape shape{find_column(table, row), find_column(table, column),
              find_column(table, "cite"), ""};
  if (std::max(shape.row, shape.column) == table.columns.size()) return table;
  shape.document = cited_document(table, shape.cite);
  std::vector<std::string> columns = distinct(table, shape.column);
  move_forward(columns, first);
  const std::vector<std::string> names = distinct(table, shape.row);
  Table out;
  out.columns = columns;
  out.columns.insert(out.columns.begin(), row);
  for (const std::string& name : names) {
    out.rows.emplace_back(columns.size() + 1, text_cell(""));
    out.rows.back()[0] = text_cell(name);
  }
  for (const Row& from : table.rows) {
    const auto place = [](const std::vector<std::string>& in, const std::string& value) {
      return static_cast<std::size_t>(std::find(in.begin(), in.end(), value) -
                                      in.begin());
    };
    std::string& cell = out.rows[place(names, from[shape.row].text)]
                                [1 + place(columns, from[shape.column].text)]
                                    .text;
    if (!cell.empty()) cell += '\n';
    cell += cell_line(from, shape);
  }
  return out;
}

}  // namespace steppe::shell
