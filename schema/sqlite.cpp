// See schema/sqlite.hpp.
#include "schema/sqlite.hpp"

#include <algorithm>
#include <system_error>

namespace steppe {
namespace {

// SQLite's own words where they name the cause; ours where they do not ("database or disk
// is full", "unable to open database file").
std::string describe(sqlite3* db) {
  switch (sqlite3_errcode(db)) {
    case SQLITE_FULL:
      return "disk full";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "in use by another program";
    case SQLITE_READONLY:
      return "cannot be written";
    case SQLITE_AUTH:
      return "opened for reading only: this statement could change a file";
    case SQLITE_NOTADB:
      return "not an SQLite file";
    case SQLITE_CORRUPT:
      return "the file is damaged";
    case SQLITE_NOMEM:
      return "out of memory";
    default:
      break;
  }
  std::string cause = sqlite3_errmsg(db);
  std::replace(cause.begin(), cause.end(), '\n', ' ');
  const int number = sqlite3_errcode(db) == SQLITE_IOERR ? sqlite3_system_errno(db) : 0;
  if (number != 0) cause += ": " + std::generic_category().message(number);
  return cause;
}

ErrorCode code_of(sqlite3* db) {
  switch (sqlite3_errcode(db)) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return ErrorCode::not_a_database;
    case SQLITE_CANTOPEN:
      return ErrorCode::cannot_open;
    case SQLITE_INTERRUPT:
      return ErrorCode::interrupted;
    default:
      return ErrorCode::sql;
  }
}

}  // namespace

Error last_error(const Connection& connection) {
  return {code_of(connection.handle), describe(connection.handle), connection.file};
}

Status execute(const Connection& connection, const std::string& sql) {
  if (sqlite3_exec(connection.handle, sql.c_str(), nullptr, nullptr, nullptr) !=
      SQLITE_OK) {
    return last_error(connection);
  }
  return Done{};
}

Result<std::int64_t> read_integer(const Connection& connection, std::string_view sql) {
  auto query = Query::prepare(connection, sql);
  if (!query) return query.error();
  const auto row = query->next();
  if (!row) return row.error();
  return *row ? query->integer(0) : 0;
}

Result<Query> Query::prepare(const Connection& connection, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(connection.handle, sql.data(), static_cast<int>(sql.size()),
                         &statement, nullptr) != SQLITE_OK) {
    return last_error(connection);
  }
  return Query(statement, connection);
}

Result<bool> Query::next() {
  switch (sqlite3_step(statement_.get())) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      return last_error(*connection_);
  }
}

Status Query::finish() {
  auto row = next();
  while (row && *row) row = next();
  if (!row) {
    const Error error = row.error();
    sqlite3_reset(statement_.get());
    return error;
  }
  sqlite3_reset(statement_.get());
  return Done{};
}

std::int64_t Query::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string Query::text(int column) const {
  const auto* bytes = sqlite3_column_text(statement_.get(), column);
  const auto size =
      static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes ? std::string(reinterpret_cast<const char*>(bytes), size) : std::string();
}

// An empty view may have no address, which SQLite would take for NULL.
void Query::bind(int index, std::string_view value) {
  sqlite3_bind_text64(statement_.get(), index, value.data() ? value.data() : "",
                      value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Query::bind(int index, const Blob& value) {
  if (value.bytes.empty()) {
    sqlite3_bind_zeroblob(statement_.get(), index, 0);
  } else {
    sqlite3_bind_blob64(statement_.get(), index, value.bytes.data(), value.bytes.size(),
                        SQLITE_STATIC);
  }
}

}  // namespace steppe
