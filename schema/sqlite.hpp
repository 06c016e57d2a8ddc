// The little of SQLite's C interface that steppe needs, with errors as values.
//
// A Connection borrows an open handle and knows how the user named the file, so that
// every error reads "ca.db: disk full". Private to the library. Tested by
// tests/database_test.cpp and tests/load_test.cpp.
#pragma once

#include <sqlite3.h>

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "steppe/database.hpp"
#include "steppe/result.hpp"

namespace steppe {

struct Connection {
  sqlite3* handle = nullptr;  // borrowed
  std::string file;           // as the user named it

  explicit Connection(const Database& database)
      : handle(database.handle()), file(database.path()) {}
  Connection(sqlite3* db, std::string path) : handle(db), file(std::move(path)) {}
};

/// The last error of the connection, in words that name the cause rather than the call.
[[nodiscard]] Error last_error(const Connection& connection);

/// Runs statements that return no rows.
[[nodiscard]] Status execute(const Connection& connection, const std::string& sql);

/// The one integer that a statement returns; 0 where it returns no row.
[[nodiscard]] Result<std::int64_t> read_integer(const Connection& connection,
                                                std::string_view sql);

/// Bytes to bind as a BLOB. Borrowed until the statement has run.
struct Blob {
  std::string_view bytes;
};

/// One prepared statement, to be run many times.
class Query {
 public:
  /// The connection must outlive the query. Errors: sql.
  [[nodiscard]] static Result<Query> prepare(const Connection& connection,
                                             std::string_view sql);

  /// Binds all parameters in order and starts over. Texts are borrowed until the next
  /// start().
  template <class... Values>
  void start(const Values&... values) {
    sqlite3_reset(statement_.get());
    int index = 0;
    (bind(++index, values), ...);
  }

  /// Moves to the next row; false after the last.
  [[nodiscard]] Result<bool> next();

  /// Binds, runs to the end, and lets go of any lock.
  template <class... Values>
  [[nodiscard]] Status run(const Values&... values) {
    start(values...);
    return finish();
  }

  // Columns of the current row, from 0.
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;  // NULL: ""

 private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  Query(sqlite3_stmt* statement, const Connection& connection)
      : statement_(statement), connection_(&connection) {}

  void bind(int index, std::integral auto value) {
    sqlite3_bind_int64(statement_.get(), index, static_cast<sqlite3_int64>(value));
  }
  void bind(int index, std::string_view value);
  void bind(int index, const Blob& value);
  template <class T>
  void bind(int index, const std::optional<T>& value) {
    if (value) {
      bind(index, *value);
    } else {
      sqlite3_bind_null(statement_.get(), index);
    }
  }
  [[nodiscard]] Status finish();

  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  const Connection* connection_;
};

}  // namespace steppe
