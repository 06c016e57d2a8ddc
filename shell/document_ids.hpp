// Names documents after their files.
//
// In: paths. Out: ids for people to type: the file's stem in lower case, what is no
// letter or digit as one hyphen ("Nile Basin (2).md" -> "nile-basin-2"). Two files of one
// stem get the name of their folder before it, then of its parent, and last their
// extension or a number: an id never stands for two files, whatever the order in which
// they come. Tested by tests/document_ids_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace steppe::shell {

/// The id that a name makes; "essay" where nothing of it is left.
[[nodiscard]] std::string make_id(std::string_view name);

/// One id for each path, all different. "-" is "stdin".
[[nodiscard]] std::vector<std::string> make_ids(const std::vector<std::string>& paths);

/// True for letters, digits, ".", "_" and "-": an id that can be typed and cited.
[[nodiscard]] bool is_id(std::string_view text);

}  // namespace steppe::shell
