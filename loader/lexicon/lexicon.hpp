// Everything the extraction knows about words: actors, word classes, cues, rules, themes.
// Built once from the embedded tables and a user's layers, then only read.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "steppe/extraction.hpp"
#include "steppe/result.hpp"

namespace steppe {

class Lexicon {
 public:
  /// The built-in tables, with the .tsv files of `folders` layered over them in order (a
  /// file of the same name adds rows; a row of the same key replaces the built-in one).
  /// Errors: cannot_open (a folder that is none), bad_data (file,
  /// line, cause; the first of them).
  [[nodiscard]] static Result<Lexicon> build(
      const std::vector<std::string>& folders = {});

  /// The rules, by id, as the database lists them.
  [[nodiscard]] std::vector<RuleInfo> rules() const;

  struct Tables;
  [[nodiscard]] const Tables& tables() const { return *tables_; }

  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

 private:
  explicit Lexicon(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

}  // namespace steppe
