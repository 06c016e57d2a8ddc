// Keeps a connection to reading, whatever SQL it is given.
//
// A file opened with SQLITE_OPEN_READONLY is not enough: SQLite 3.40 still runs VACUUM
// INTO and ATTACH on it, which write other files, and load_extension() runs foreign code.
// So an authorizer lets through what is known to read, and nothing else. Tested by
// tests/read_only_test.cpp.
#pragma once

struct sqlite3;

namespace steppe {

/// Applies to every statement that is prepared afterwards, for the life of the
/// connection.
void keep_read_only(sqlite3* db);

}  // namespace steppe
