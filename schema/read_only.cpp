// See schema/read_only.hpp.
#include "schema/read_only.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace steppe {
namespace {

// Pragmas that only report; their argument names a table or a limit.
constexpr std::array<std::string_view, 16> kReadingPragmas = {
    "collation_list",   "compile_options", "database_list", "foreign_key_check",
    "foreign_key_list", "function_list",   "index_info",    "index_list",
    "index_xinfo",      "integrity_check", "module_list",   "pragma_list",
    "quick_check",      "table_info",      "table_list",    "table_xinfo"};

// Pragmas that report without an argument and change something with one.
constexpr std::array<std::string_view, 18> kReadingWithoutArgument = {
    "application_id", "auto_vacuum",  "busy_timeout",   "cache_size",   "data_version",
    "encoding",       "foreign_keys", "freelist_count", "journal_mode", "locking_mode",
    "max_page_count", "page_count",   "page_size",      "query_only",   "schema_version",
    "synchronous",    "temp_store",   "user_version"};

bool is_same(std::string_view a, const char* b) {
  return b && sqlite3_strnicmp(a.data(), b, static_cast<int>(a.size())) == 0 &&
         b[a.size()] == '\0';
}

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, const char* name) {
  return std::any_of(names.begin(), names.end(),
                     [name](std::string_view known) { return is_same(known, name); });
}

bool is_reading_pragma(const char* name, const char* argument) {
  return contains(kReadingPragmas, name) ||
         (argument == nullptr && contains(kReadingWithoutArgument, name));
}

bool is_reading(int action, const char* first, const char* second) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
      return true;
    case SQLITE_FUNCTION:
      return !is_same("load_extension", second) && !is_same("fts3_tokenizer", second);
    case SQLITE_PRAGMA:
      return is_reading_pragma(first, second);
    default:
      return false;
  }
}

// Declaring the columns of a virtual table (json_each, FTS5) prepares an update of the
// schema that is never run. SQLITE_IGNORE lets it pass and would leave the columns of a
// real one as they are.
int authorize(void*, int action, const char* first, const char* second, const char*,
              const char*) {
  if (action == SQLITE_UPDATE && is_same("sqlite_master", first)) return SQLITE_IGNORE;
  return is_reading(action, first, second) ? SQLITE_OK : SQLITE_DENY;
}

}  // namespace

void keep_read_only(sqlite3* db) {
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_set_authorizer(db, authorize, nullptr);
}

}  // namespace steppe
