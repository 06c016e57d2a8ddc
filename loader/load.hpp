// Writes what was extracted into a database: the only code that fills a steppe file.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "loader/reader/document.hpp"
#include "steppe/database.hpp"
#include "steppe/extraction.hpp"
#include "steppe/result.hpp"

namespace steppe {

/// What a load needs to know of one essay beside its text.
struct LoadItem {
  std::string id;      // document id: file stem in lower case, or the user's --id
  std::string title;   // "" = the document's own
  std::string author;  // likewise
  std::string date;    // likewise
  std::string source;  // where it came from, as the user named it
};

enum class LoadOutcome { added, replaced, unchanged };

/// One transaction over any number of documents. Nothing is written before commit();
/// a Load that is destroyed without it leaves the file as it was.
class Load {
 public:
  /// Waits up to five seconds for another writer. The database must outlive the load.
  /// Errors: sql (in use by another program), cannot_open (the file is gone).
  [[nodiscard]] static Result<Load> begin(Database& database,
                                          const std::vector<RuleInfo>& rules);

  /// Same id, same bytes and same coding (also title, author, date): unchanged. Same id,
  /// other bytes or, after a change of rules, other coding: the document is replaced
  /// whole, and its reviews are kept. `source` does not count: a path may be spelt in
  /// many ways.
  /// Errors: usage, where an earlier essay of this load has the id and other content;
  /// sql. After an error nothing of this load can be committed.
  [[nodiscard]] Result<LoadOutcome> add(const LoadItem& item, const Document& document,
                                        const Extraction& extraction);

  /// Makes all of it visible at once. Where every document was unchanged, the file stays
  /// the same to the byte. Errors: sql ("disk full", "in use by another program");
  /// nothing was written.
  [[nodiscard]] Status commit();

  Load(Load&&) noexcept;
  Load& operator=(Load&&) noexcept;
  ~Load();

 private:
  struct State;
  explicit Load(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace steppe
