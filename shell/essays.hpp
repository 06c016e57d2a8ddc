// Finds the essays that the user means, and codes them.
//
// In: files, folders and "-". A folder is walked in sorted order for .txt, .md,
// .markdown, .html and .htm; other and hidden files are counted, devices and pipes in it
// named, and no folder is entered twice, whatever symbolic links say. A file that is
// named itself is read whatever it is. Tested by tests/program_test.cpp and
// tests/bad_input_test.cpp.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "loader/lexicon/lexicon.hpp"
#include "loader/reader/document.hpp"
#include "shell/options.hpp"
#include "steppe/extraction.hpp"
#include "steppe/result.hpp"

namespace steppe::shell {

struct Essay {
  std::string path;  // as the user named it; "-": stdin
  std::string id;
};

/// The essays of a command line, in its order, each with its id. Says on stderr what was
/// passed over. Errors: usage (none named; --id for several), cannot_open, bad_input (a
/// folder without essays).
[[nodiscard]] Result<std::vector<Essay>> find_essays(const Options& options);

/// The built-in lexicon with the user's layers; shared, since coding goes on in threads.
/// Errors: as Lexicon::build.
[[nodiscard]] Result<std::shared_ptr<const Lexicon>> build_lexicon(
    const Options& options);

struct CodedEssay {
  Document document;
  Extraction extraction;
};

/// Reads and codes essays, up to options.jobs at a time, and hands each to `take` in
/// their order, whatever finishes first. An essay that cannot be read is printed as an
/// error and not handed on. On Ctrl-C threads may still be at work when it returns: the
/// program then ends without waiting. Errors: where essays failed, the first one's code;
/// what `take` returns, at once; interrupted.
[[nodiscard]] Status code_essays(
    const std::vector<Essay>& essays, const std::shared_ptr<const Lexicon>& lexicon,
    const Options& options,
    const std::function<Status(const Essay&, CodedEssay&&)>& take);

}  // namespace steppe::shell
