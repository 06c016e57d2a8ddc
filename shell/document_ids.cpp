#include "shell/document_ids.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "fmt/format.h"

namespace steppe::shell {
namespace {

bool is_letter_or_digit(std::int32_t c) {
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
      return true;
    default:
      return false;
  }
}

// Calls `take` with each code point; a byte that is none is U+0000.
template <class Take>
void for_each_code_point(std::string_view text, Take take) {
  while (!text.empty()) {
    std::int32_t c = 0;
    auto size = utf8proc_iterate(reinterpret_cast<const std::uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &c);
    if (size <= 0) {
      size = 1;
      c = 0;
    }
    take(c);
    text.remove_prefix(static_cast<std::size_t>(size));
  }
}

// The names on the way from a file to the root, the stem first.
std::vector<std::string> name_parts(const std::string& path) {
  if (path == "-") return {"stdin"};
  std::error_code ignored;
  std::filesystem::path at = std::filesystem::absolute(path, ignored).lexically_normal();
  std::vector<std::string> parts = {at.stem().string()};
  for (at = at.parent_path(); at.has_filename(); at = at.parent_path()) {
    parts.push_back(at.filename().string());
  }
  return parts;
}

std::string join_parts(const std::vector<std::string>& parts, std::size_t folders) {
  std::string name;
  for (std::size_t i = std::min(folders, parts.size() - 1) + 1; i-- > 0;) {
    name += parts[i];
    if (i > 0) name += '-';
  }
  return make_id(name);
}

std::vector<std::size_t> repeated(const std::vector<std::string>& ids) {
  std::map<std::string, int> count;
  for (const std::string& id : ids) ++count[id];
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (count[ids[i]] > 1) out.push_back(i);
  }
  return out;
}

}  // namespace

std::string make_id(std::string_view name) {
  std::string id;
  for_each_code_point(name, [&](std::int32_t c) {
    if (is_letter_or_digit(c)) {
      std::uint8_t bytes[4];
      const auto size = utf8proc_encode_char(utf8proc_tolower(c), bytes);
      id.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  });
  if (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "essay" : id;
}

std::vector<std::string> make_ids(const std::vector<std::string>& paths) {
  std::vector<std::vector<std::string>> parts;
  std::vector<std::string> ids;
  for (const std::string& path : paths) {
    parts.push_back(name_parts(path));
    ids.push_back(join_parts(parts.back(), 0));
  }
  std::size_t deepest = 0;
  for (const auto& part : parts) deepest = std::max(deepest, part.size());
  std::vector<std::size_t> folders(paths.size());
  for (std::size_t round = 1; round < deepest; ++round) {
    for (const std::size_t i : repeated(ids)) ids[i] = join_parts(parts[i], ++folders[i]);
  }
  for (const std::size_t i : repeated(ids)) {
    ids[i] = make_id(join_parts(parts[i], 1) +
                     std::filesystem::path(paths[i]).extension().string());
  }
  for (int number = 2; !repeated(ids).empty(); ++number) {
    const std::size_t last = repeated(ids).back();
    ids[last] += fmt::format("-{}", number);
  }
  return ids;
}

bool is_id(std::string_view text) {
  bool good = !text.empty() && text.front() != '-';
  for_each_code_point(text, [&](std::int32_t c) {
    good = good && (is_letter_or_digit(c) || c == '.' || c == '_' || c == '-');
  });
  return good;
}

}  // namespace steppe::shell
