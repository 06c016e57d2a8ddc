// A steppe database file: create, open, check. The file is plain SQLite; see
// schema/tables.sql.
#pragma once

#include <memory>
#include <string>

#include "steppe/result.hpp"

struct sqlite3;

namespace steppe {

/// PRAGMA application_id of every steppe database ("Stpe"), and PRAGMA user_version of
/// the schema that this library writes.
inline constexpr int kApplicationId = 0x53747065;
inline constexpr int kSchemaVersion = 1;

/// Owns one connection. Movable; one thread at a time.
class Database {
 public:
  /// Opens an existing steppe database for reading only. Nothing that a statement does
  /// can change this or another file: an authorizer denies ATTACH, VACUUM INTO, writable
  /// pragmas, load_extension and all writes. A journal that a killed load left is rolled
  /// back first. Errors: cannot_open, not_a_database (not SQLite; no steppe
  /// application_id; newer schema).
  [[nodiscard]] static Result<Database> open_read_only(const std::string& path);

  /// Opens an existing steppe database for writing, or prepares a new one where the path
  /// does not exist. A new file gets its schema inside the first transaction that is
  /// committed; if none is, the destructor leaves no file behind. Errors: as above;
  /// cannot_open also where the folder does not exist or is read-only.
  [[nodiscard]] static Result<Database> open_or_create(const std::string& path);

  [[nodiscard]] sqlite3* handle() const;
  [[nodiscard]] const std::string& path() const;

  /// The last error of the connection, as steppe words it ("disk full", not "database or
  /// disk is full"), with the path. For callers that step statements themselves, right
  /// after the failure.
  [[nodiscard]] Error error() const;

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

 private:
  struct State;
  explicit Database(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace steppe
