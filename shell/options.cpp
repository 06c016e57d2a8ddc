// Reads the options of a verb into Options with CLI11: which types, how often.
//
// CLI11 is included here and nowhere else. Its exit codes (105, 106) and its messages of
// several lines stop here: every complaint becomes a usage error of one line. Tested by
// tests/program_test.cpp.
#include "shell/options.hpp"

#include <CLI/CLI.hpp>

#include "fmt/format.h"

namespace steppe::shell {
namespace {

struct Binder {
  CLI::App& app;
  Options& options;
  std::string name;

  void operator()(bool Options::*field) const { app.add_flag(name, options.*field); }
  void operator()(std::vector<std::string> Options::*field) const {
    app.add_option(name, options.*field)
        ->expected(1)
        ->allow_extra_args(false)
        ->take_all();
  }
  template <class T>
  void operator()(T Options::*field) const {
    app.add_option(name, options.*field)->take_last();
  }
};

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

// CLI11 says "Could not convert: --jobs = x"; the flag that it choked on is a number's.
std::string not_a_number(const std::vector<std::string>& flags, std::string_view verb) {
  for (const std::string& argument : flags) {
    const std::size_t equals = argument.find('=');
    for (const Flag* flag : flags_of(verb)) {
      const bool is_number =
          std::holds_alternative<int Options::*>(flag->target) ||
          std::holds_alternative<std::int64_t Options::*>(flag->target);
      if (!is_number || argument.substr(2, equals - 2) != flag->name) continue;
      std::string value = argument.substr(equals + 1);
      if (value.find_first_not_of("0123456789") == std::string::npos) continue;
      return fmt::format("--{} takes a number, not \"{}\"", flag->name, value);
    }
  }
  return "a number is too large";
}

Status bind_flags(const std::vector<std::string>& flags, std::string_view verb,
                  Options& options) {
  CLI::App app;
  app.set_help_flag();
  for (const Flag* flag : flags_of(verb)) {
    std::visit(Binder{app, options, "--" + std::string(flag->name)}, flag->target);
  }
  try {
    app.parse(std::vector<std::string>(flags.rbegin(),
                                       flags.rend()));  // it takes them reversed
  } catch (const CLI::ConversionError&) {
    return Error{ErrorCode::usage, not_a_number(flags, verb)};
  } catch (const CLI::Error& error) {
    return Error{ErrorCode::usage, first_line(error.what())};
  }
  options.null_given = verb != "help" && app.get_option_no_throw("--null") != nullptr &&
                       app.count("--null") > 0;
  return Done{};
}

}  // namespace

Result<Options> parse_options(std::string_view verb,
                              const std::vector<std::string>& raw) {
  Result<Arguments> arguments = sort_arguments(verb, raw);
  if (!arguments) return arguments.error();
  Options options;
  Status status = bind_flags(arguments->flags, verb, options);
  if (!status) return status.error();
  if (options.jobs < 0 || options.max_rows < 0) {
    return Error{ErrorCode::usage, "--jobs and --max-rows take no negative number"};
  }
  options.words = std::move(arguments->words);
  options.parameters = std::move(arguments->parameters);
  return options;
}

}  // namespace steppe::shell
