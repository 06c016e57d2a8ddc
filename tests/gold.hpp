// Reads gold files: one JSON object a line, of strings, integers and lists of strings, as
// tests/corpus/GUIDELINES.md describes them. No other JSON.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "steppe/extraction.hpp"

namespace steppe {

struct GoldRow {
  std::string kind, theme, text;
  std::vector<std::string> holders, targets;  // sorted
  int line = 0;

  /// For messages.
  [[nodiscard]] std::string key() const {
    return std::to_string(line) + " " + kind + " " + testing::PrintToString(holders) +
           " " + text;
  }
};

namespace gold_detail {

class Reader {
 public:
  explicit Reader(const std::string& line) : line_(line) {}

  GoldRow run() {
    GoldRow row;
    take('{');
    while (!peek('}')) {
      const std::string name = take_string();
      take(':');
      if (name == "line") {
        row.line = take_number();
      } else if (name == "holders" || name == "targets") {
        (name == "holders" ? row.holders : row.targets) = take_list();
      } else {
        (name == "kind"    ? row.kind
         : name == "theme" ? row.theme
                           : row.text) = take_string();
      }
      if (!peek('}')) take(',');
    }
    return row;
  }

 private:
  bool peek(char c) {
    while (at_ < line_.size() && line_[at_] == ' ') ++at_;
    return at_ >= line_.size() || line_[at_] == c;
  }
  void take(char c) {
    EXPECT_TRUE(peek(c) && at_ < line_.size())
        << "no '" << c << "' at " << at_ << ": " << line_;
    ++at_;
  }
  std::string take_string() {
    take('"');
    std::string out;
    for (; at_ < line_.size() && line_[at_] != '"'; ++at_) {
      if (line_[at_] == '\\') {
        ++at_;
        EXPECT_TRUE(line_[at_] == '"' || line_[at_] == '\\') << line_;
      }
      out += line_[at_];
    }
    take('"');
    return out;
  }
  int take_number() {
    int value = 0;
    peek('0');
    for (; at_ < line_.size() && line_[at_] >= '0' && line_[at_] <= '9'; ++at_) {
      value = value * 10 + (line_[at_] - '0');
    }
    return value;
  }
  std::vector<std::string> take_list() {
    std::vector<std::string> out;
    take('[');
    while (!peek(']')) {
      out.push_back(take_string());
      if (!peek(']')) take(',');
    }
    take(']');
    std::sort(out.begin(), out.end());
    return out;
  }

  const std::string& line_;
  std::size_t at_ = 0;
};

}  // namespace gold_detail

inline std::vector<GoldRow> read_gold(const std::string& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file) << path;
  std::vector<GoldRow> rows;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) rows.push_back(gold_detail::Reader(line).run());
  }
  return rows;
}

/// A statement as a gold file would list it.
inline GoldRow as_gold(const Statement& statement) {
  GoldRow row;
  row.kind = kind_name(statement.kind);
  row.theme = statement.theme;
  row.text = statement.quote;
  row.line = static_cast<int>(statement.line);
  for (const StatementActor& actor : statement.actors) {
    if (actor.role == Role::holder) row.holders.push_back(actor.actor);
    if (actor.role == Role::target) row.targets.push_back(actor.actor);
  }
  std::sort(row.holders.begin(), row.holders.end());
  std::sort(row.targets.begin(), row.targets.end());
  return row;
}

}  // namespace steppe
