// The program `steppe`: finds the verb, reads its options, runs it, prints what went
// wrong.
//
//   steppe VERB …        a verb of verbs.cpp
//   steppe DB [SQL]      query, where DB is a file; without SQL it is read from a pipe
//
// A first word that is neither is an unknown verb, never a new file.
// Tested by tests/program_test.cpp.
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <new>

#include "fmt/format.h"
#include "shell/interrupt.hpp"
#include "shell/messages.hpp"
#include "shell/output.hpp"
#include "shell/verbs.hpp"
#include "steppe/report.hpp"

namespace steppe::shell {

namespace {

Status print_text(const std::string& text) {
  Result<Output> out = Output::open("");
  if (!out) return out.error();
  out->write(text);
  return out->finish();
}

Error unknown_verb(const std::string& word) {
  std::vector<std::string> names;
  for (const Verb& verb : all_verbs()) names.emplace_back(verb.name);
  const std::string near = nearest_name(word, names);
  if (!near.empty()) {
    return {ErrorCode::usage,
            fmt::format("unknown verb \"{}\" (did you mean \"{}\"?)", word, near)};
  }
  return {ErrorCode::usage,
          fmt::format("unknown verb \"{}\", and no file of that name (see steppe help)",
                      word)};
}

Status run_verb(const Verb& verb, const std::vector<std::string>& arguments) {
  Result<Options> options = parse_options(verb.name, arguments);
  if (!options) return options.error();
  // `report DB NAME --help` is about the report, and needs the database.
  const bool about_report = verb.name == "report" && options->words.size() > 1;
  if (options->help && !about_report) return print_text(help_page(verb));
  return verb.run(*options);
}

Status run_program(std::vector<std::string> arguments) {
  if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h") {
    return print_text(help_page());
  }
  const std::string first = arguments[0];
  if (first == "--version" || first == "-V")
    return print_text("steppe " STEPPE_VERSION "\n");
  if (const Verb* verb = find_verb(first)) {
    arguments.erase(arguments.begin());
    return run_verb(*verb, arguments);
  }
  if (first.starts_with('-') && first.size() > 1) {
    return Error{ErrorCode::usage,
                 fmt::format("\"{}\" comes before a verb (write: steppe VERB … {})",
                             first, first)};
  }
  std::error_code ignored;
  if (!std::filesystem::exists(first, ignored)) return unknown_verb(first);
  return run_verb(*find_verb("query"), arguments);
}

// Descriptors 0 to 2 that the caller closed would be taken by the first files we open.
void keep_standard_descriptors() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor) {
    if (fcntl(descriptor, F_GETFD) < 0) {
      static_cast<void>(open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY));
    }
  }
}

int guarded_main(int argc, char** argv) {
  keep_standard_descriptors();
  catch_signals();
  const Status status = run_program({argv + 1, argv + argc});
  if (status) return 0;
  print_error(status.error());
  const int code = exit_code(status.error().code);
  // Threads may still be at work on essays; all that was half-written is gone by now.
  if (status.error().code == ErrorCode::interrupted) std::_Exit(code);
  return code;
}

}  // namespace
}  // namespace steppe::shell

int main(int argc, char** argv) {
  try {
    return steppe::shell::guarded_main(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("steppe: out of memory\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "steppe: %s\n", error.what());
  }
  return 1;
}
