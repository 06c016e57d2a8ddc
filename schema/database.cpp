// Opens, creates and checks database files; see steppe/database.hpp.
//
// SQLite makes a file as soon as it is asked to write there. A new path therefore exists,
// empty, from open_or_create() on, and the destructor removes it again where nothing was
// committed. A killed process leaves a file, which SQLite rolls back to an empty one the
// next time; an empty file counts as a new one. Tested by tests/database_test.cpp and,
// for killed loads, tests/load_test.cpp.
#include "steppe/database.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "schema/read_only.hpp"
#include "schema/sqlite.hpp"

namespace steppe {

struct Database::State {
  sqlite3* handle = nullptr;
  std::string path;
  bool is_ours_to_remove = false;  // the file was not there before

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State();
  void remove_if_empty() const;
};

namespace {

namespace fs = std::filesystem;

constexpr int kBusyMilliseconds = 5000;

Error cannot_open(const std::string& path, std::string cause) {
  return {ErrorCode::cannot_open, std::move(cause), path};
}

Error no_steppe_database(const std::string& path, const std::string& why = "") {
  return {ErrorCode::not_a_database,
          why.empty() ? "not a steppe database" : "not a steppe database (" + why + ")",
          path};
}

// SQLite gives ":memory:", "" and perhaps "file:..." a meaning of their own; to us they
// are paths.
std::string sqlite_name(const std::string& path) {
  return path.starts_with('/') ? path : "./" + path;
}

enum class FileState { missing, empty, filled };

Result<FileState> look_at(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return FileState::missing;
  if (error) return cannot_open(path, error.message());
  if (fs::is_directory(status)) return cannot_open(path, "is a folder");
  if (!fs::is_regular_file(status)) return cannot_open(path, "is not a regular file");
  const auto size = fs::file_size(path, error);
  if (error) return cannot_open(path, error.message());
  return size == 0 ? FileState::empty : FileState::filled;
}

Status open_handle(const std::string& path, int flags, sqlite3** handle) {
  const int code = sqlite3_open_v2(sqlite_name(path).c_str(), handle, flags, nullptr);
  if (*handle == nullptr) return cannot_open(path, "out of memory");
  if (code != SQLITE_OK) {
    const int number = sqlite3_system_errno(*handle);
    return cannot_open(
        path, number ? std::generic_category().message(number) : sqlite3_errmsg(*handle));
  }
  sqlite3_busy_timeout(*handle, kBusyMilliseconds);
  return Done{};
}

// A load that was killed left a journal. Only a writer may roll it back, so a reader asks
// one to: reading the schema is enough.
Status roll_back_killed_load(const std::string& path) {
  sqlite3* handle = nullptr;
  Status opened = open_handle(path, SQLITE_OPEN_READWRITE, &handle);
  if (opened) {
    const auto tables =
        read_integer({handle, path}, "SELECT count(*) FROM sqlite_schema");
    if (!tables) opened = tables.error();
  }
  sqlite3_close_v2(handle);
  if (!opened) {
    return cannot_open(path,
                       "a killed load must be rolled back first, and that failed: " +
                           opened.error().cause);
  }
  return Done{};
}

Result<std::int64_t> read_application_id(const Connection& connection) {
  auto id = read_integer(connection, "PRAGMA application_id");
  if (id || sqlite3_errcode(connection.handle) != SQLITE_READONLY) return id;
  if (Status s = roll_back_killed_load(connection.file); !s) return s.error();
  return read_integer(connection, "PRAGMA application_id");
}

Status check_schema(const Connection& connection) {
  const auto id = read_application_id(connection);
  if (!id && sqlite3_errcode(connection.handle) == SQLITE_NOTADB) {
    return no_steppe_database(connection.file, "not an SQLite file");
  }
  if (!id) return id.error();
  if (*id != kApplicationId) {
    const auto file = look_at(connection.file);
    const bool is_empty = file && *file == FileState::empty;  // after a roll-back
    return no_steppe_database(connection.file, is_empty ? "the file is empty" : "");
  }
  const auto version = read_integer(connection, "PRAGMA user_version");
  if (!version) return version.error();
  if (*version > kSchemaVersion) {
    return Error{ErrorCode::not_a_database,
                 fmt::format("made by a newer steppe (schema {}, this program knows {})",
                             *version, kSchemaVersion),
                 connection.file};
  }
  if (*version < 1) return no_steppe_database(connection.file, "no schema version");
  return Done{};
}

// What must be set before the first page is written, spelt out so that no build of SQLite
// with other defaults gives other bytes.
Status prepare_new_file(const Connection& connection) {
  return execute(
      connection,
      "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE;"
      "PRAGMA journal_mode = DELETE");
}

Status prepare_writer(const Connection& connection, FileState file) {
  if (sqlite3_db_readonly(connection.handle, "main") != 0) {
    return cannot_open(connection.file, "cannot be written");
  }
  sqlite3_db_config(connection.handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  const Status checked = file == FileState::filled ? check_schema(connection) : Done{};
  const auto file_now = look_at(connection.file);
  if (!file_now) return file_now.error();
  if (*file_now == FileState::filled && !checked) return checked.error();
  if (*file_now != FileState::filled) {
    if (Status s = prepare_new_file(connection); !s) return s;
  }
  return execute(connection, "PRAGMA foreign_keys = ON");
}

}  // namespace

// Under an exclusive lock, so that no other load that found the path is about to write
// there.
void Database::State::remove_if_empty() const {
  const Connection connection(handle, path);
  if (!execute(connection, "BEGIN EXCLUSIVE")) return;
  std::error_code ignored;
  if (fs::file_size(path, ignored) == 0) fs::remove(path, ignored);
  static_cast<void>(execute(connection, "ROLLBACK"));
}

Database::State::~State() {
  if (handle != nullptr && is_ours_to_remove) remove_if_empty();
  sqlite3_close_v2(handle);
}

Result<Database> Database::open_read_only(const std::string& path) {
  const auto file = look_at(path);
  if (!file) return file.error();
  if (*file == FileState::missing) return cannot_open(path, "no such file");
  if (*file == FileState::empty) return no_steppe_database(path, "the file is empty");
  auto state = std::make_unique<State>();
  state->path = path;
  if (Status s = open_handle(path, SQLITE_OPEN_READONLY, &state->handle); !s)
    return s.error();
  if (Status s = check_schema({state->handle, path}); !s) return s.error();
  keep_read_only(state->handle);
  return Database(std::move(state));
}

Result<Database> Database::open_or_create(const std::string& path) {
  const auto file = look_at(path);
  if (!file) return file.error();
  const fs::path parent = fs::path(path).parent_path();
  const fs::path folder = parent.empty() ? fs::path(".") : parent;
  std::error_code ignored;
  if (*file == FileState::missing && !fs::is_directory(folder, ignored)) {
    return cannot_open(path, "no such folder");
  }
  // SQLite would say "No such file or directory" of a folder that is not ours to write in.
  if (*file == FileState::missing && access(folder.c_str(), W_OK) != 0) {
    return cannot_open(path, std::strerror(errno));
  }
  auto state = std::make_unique<State>();
  state->path = path;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (Status s = open_handle(path, flags, &state->handle); !s) return s.error();
  state->is_ours_to_remove = *file == FileState::missing;
  if (Status s = prepare_writer({state->handle, path}, *file); !s) return s.error();
  return Database(std::move(state));
}

Error Database::error() const { return last_error(Connection(*this)); }
sqlite3* Database::handle() const { return state_->handle; }
const std::string& Database::path() const { return state_->path; }

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

}  // namespace steppe
