#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include "fmt/format.h"
#include "shell/document_ids.hpp"
#include "shell/essays.hpp"
#include "shell/messages.hpp"

namespace steppe::shell {
namespace {

namespace fs = std::filesystem;

bool has_essay_extension(const fs::path& path) {
  constexpr std::array<std::string_view, 5> kExtensions = {".txt", ".md", ".markdown",
                                                           ".html", ".htm"};
  std::string extension = path.extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::find(kExtensions.begin(), kExtensions.end(), extension) !=
         kExtensions.end();
}

Error cannot_open(const fs::path& path, const std::error_code& why) {
  return {ErrorCode::cannot_open, std::strerror(why.value()), path.string()};
}

struct Walk {
  std::vector<std::string> paths;
  std::size_t skipped = 0;        // other and hidden files
  std::set<std::string> entered;  // folders, by canonical path
  std::set<std::string> seen;     // essays, likewise
};

void take_file(const fs::path& path, Walk& walk) {
  std::error_code error;
  const std::string canonical = fs::canonical(path, error).string();
  if (error || walk.seen.insert(canonical).second) walk.paths.push_back(path.string());
}

Status walk_folder(const fs::path& folder, Walk& walk);

Status take_entry(const fs::path& path, Walk& walk) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (path.filename().string().starts_with('.')) {
    ++walk.skipped;
    return Done{};
  }
  if (status.type() == fs::file_type::not_found) {
    print_note(fmt::format("{}: a link to nothing, skipped", path.string()));
  } else if (error) {
    return cannot_open(path, error);
  } else if (fs::is_directory(status)) {
    return walk_folder(path, walk);
  } else if (!fs::is_regular_file(status)) {
    print_note(fmt::format("{}: no regular file, skipped", path.string()));
  } else if (has_essay_extension(path)) {
    take_file(path, walk);
  } else {
    ++walk.skipped;
  }
  return Done{};
}

Status walk_folder(const fs::path& folder, Walk& walk) {
  std::error_code error;
  if (!walk.entered.insert(fs::canonical(folder, error).string()).second) return Done{};
  std::vector<fs::path> entries;
  fs::directory_iterator at(folder, error);
  if (error) return cannot_open(folder, error);
  for (; at != fs::directory_iterator(); at.increment(error)) {
    if (error) return cannot_open(folder, error);
    entries.push_back(at->path());
  }
  std::sort(entries.begin(), entries.end(),
            [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  for (const fs::path& entry : entries) {
    Status status = take_entry(entry, walk);
    if (!status) return status;
  }
  return Done{};
}

Status take_word(const std::string& word, Walk& walk) {
  std::error_code error;
  if (word != "-" && fs::is_directory(word, error)) {
    const std::size_t before = walk.paths.size();
    Status status = walk_folder(word, walk);
    if (!status) return status;
    if (walk.paths.size() == before) {
      return Error{ErrorCode::bad_input, "no essays (.txt, .md, .html) in it", word};
    }
    return Done{};
  }
  if (word != "-" && !fs::exists(word, error)) {
    return Error{ErrorCode::cannot_open, std::strerror(error ? error.value() : ENOENT),
                 word};
  }
  take_file(word, walk);
  return Done{};
}

}  // namespace

Result<std::vector<Essay>> find_essays(const Options& options) {
  if (options.words.empty()) {
    return Error{ErrorCode::usage, "name an essay, a folder or \"-\" for stdin"};
  }
  Walk walk;
  for (const std::string& word : options.words) {
    Status status = take_word(word, walk);
    if (!status) return status.error();
  }
  if (walk.skipped > 0) {
    print_note(fmt::format("{} other file{} skipped", walk.skipped,
                           walk.skipped == 1 ? "" : "s"));
  }
  if (!options.id.empty() && walk.paths.size() != 1) {
    return Error{ErrorCode::usage, "--id names one essay, and there are several"};
  }
  if (!options.id.empty() && !is_id(options.id)) {
    return Error{ErrorCode::usage,
                 fmt::format("bad --id \"{}\" (letters, digits, \".\", \"_\" and \"-\")",
                             options.id)};
  }
  const std::vector<std::string> ids =
      options.id.empty() ? make_ids(walk.paths) : std::vector{options.id};
  std::vector<Essay> essays;
  for (std::size_t i = 0; i < ids.size(); ++i) essays.push_back({walk.paths[i], ids[i]});
  return essays;
}

}  // namespace steppe::shell
