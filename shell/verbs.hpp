// The verbs of the program: one table with what each does, its words, an example and its
// function. Help, dispatch and suggestions read it; the options of a verb stand in
// flags.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shell/options.hpp"
#include "steppe/result.hpp"

namespace steppe::shell {

struct Verb {
  std::string_view name;
  std::string_view words;    // how help names what follows
  std::string_view summary;  // one line
  std::string_view about;    // what one needs to know to use it
  std::string_view example;  // one command a line
  Status (*run)(const Options& options);
};

[[nodiscard]] std::span<const Verb> all_verbs();
[[nodiscard]] const Verb* find_verb(std::string_view name);  // nullptr: none

/// The page that `steppe help` prints, and that of one verb.
[[nodiscard]] std::string help_page();
[[nodiscard]] std::string help_page(const Verb& verb);

// Each in its NAME_command.cpp.
Status run_load(const Options& options);
Status run_extract(const Options& options);
Status run_query(const Options& options);
Status run_report(const Options& options);
Status run_show(const Options& options);
Status run_schema(const Options& options);
Status run_help(const Options& options);

}  // namespace steppe::shell
