// The command line as values: words, options, and the parameters of a report.
//
// arguments.cpp sorts the raw arguments, flags.cpp lists the options with their help, and
// options.cpp (the only file that includes CLI11, which takes seconds to compile) fills
// Options.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "steppe/result.hpp"

namespace steppe::shell {

struct Options {
  std::vector<std::string> words;  // what is no option: files, DB, SQL, REF, …
  /// `--name value` of a report; no value: none was given.
  std::vector<std::pair<std::string, std::optional<std::string>>> parameters;

  bool help = false;
  std::string output;  // load: the database; else the file to write rows to
  std::string format;
  std::string null_text;
  bool null_given = false;
  bool no_header = false;
  std::string width;
  std::string color = "auto";
  std::string timeout;
  std::int64_t max_rows = 0;

  std::vector<std::string> sql_parameters;
  std::string sql_file;
  bool sql = false;

  std::string id, title, author, date;
  std::vector<std::string> lexicons;
  int jobs = 0;
  bool check = false;
};

/// Where the value of a flag goes: the type says what CLI11 accepts.
using FlagTarget =
    std::variant<bool Options::*, int Options::*, std::int64_t Options::*,
                 std::string Options::*, std::vector<std::string> Options::*>;

/// An option, its help and its place stand together. A name may stand twice for different
/// verbs.
struct Flag {
  std::string_view name;   // long name, without dashes
  char letter;             // 0: none
  std::string_view value;  // how help names the value; "": takes none
  std::string_view verbs;  // the verbs that know it, separated by blanks
  FlagTarget target;
  std::string_view help;
};

[[nodiscard]] std::span<const Flag> all_flags();
[[nodiscard]] std::vector<const Flag*> flags_of(std::string_view verb);

/// Arguments, sorted: words, flags in CLI11's `--name=value` form, and a report's
/// parameters.
struct Arguments {
  std::vector<std::string> words;
  std::vector<std::string> flags;
  std::vector<std::pair<std::string, std::optional<std::string>>> parameters;
};

/// Sorts the arguments that follow a verb. `--` ends the options; an argument that starts
/// with
/// `--` and a blank is SQL with a comment, not an option.
/// Errors: usage (unknown option, with a suggestion; value missing or not expected).
[[nodiscard]] Result<Arguments> sort_arguments(std::string_view verb,
                                               const std::vector<std::string>& raw);

/// Sorts and reads them. Errors: usage.
[[nodiscard]] Result<Options> parse_options(std::string_view verb,
                                            const std::vector<std::string>& raw);

}  // namespace steppe::shell
