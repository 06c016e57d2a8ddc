// The data files that the library carries: SQL and codebook (schema), lexicons and rules
// (loader). The tables are generated at build time by schema/embed/embed.cpp.
#pragma once

#include <span>
#include <string_view>

namespace steppe {

struct EmbeddedFile {
  std::string_view path;  // relative to the repository, e.g. "schema/tables.sql"
  std::string_view text;
};

/// All files of a part, sorted by path. They live as long as the program.
[[nodiscard]] std::span<const EmbeddedFile> schema_files();
[[nodiscard]] std::span<const EmbeddedFile> loader_files();

}  // namespace steppe
