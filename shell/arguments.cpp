// Sorts the arguments of a verb into words, flags and the parameters of a report.
//
// In: what the user typed after the verb. Out: see Arguments. CLI11 2.1.2 suggests
// nothing for an unknown option, takes `-- comment` for one, and cannot tell a report's
// `--actor Russia` from a word; so it gets only flags that exist, each with its value.
// Tested by tests/program_test.cpp.
#include <algorithm>
#include <cctype>

#include "fmt/format.h"
#include "shell/options.hpp"
#include "steppe/report.hpp"

namespace steppe::shell {
namespace {

bool is_option(std::string_view argument) {
  if (argument.size() < 2 || argument[0] != '-') return false;
  const auto first = static_cast<unsigned char>(argument[argument[1] == '-' ? 2 : 1]);
  return argument == "--" || std::isalpha(first);
}

// One walk over the arguments; `at_` is the next one.
class Sorter {
 public:
  Sorter(std::string_view verb, const std::vector<std::string>& raw)
      : verb_(verb), flags_(flags_of(verb)), raw_(raw) {}

  Result<Arguments> run() {
    bool options_ended = false;
    while (at_ < raw_.size()) {
      const std::string& argument = raw_[at_++];
      if (options_ended || !is_option(argument)) {
        out_.words.push_back(argument);
      } else if (argument == "--") {
        options_ended = true;
      } else {
        Status status =
            argument[1] == '-' ? take_long(argument.substr(2)) : take_short(argument);
        if (!status) return status.error();
      }
    }
    return std::move(out_);
  }

 private:
  Status take_long(const std::string& text) {
    const std::size_t equals = text.find('=');
    const std::string name = text.substr(0, equals);
    std::optional<std::string> value;
    if (equals != std::string::npos) value = text.substr(equals + 1);
    for (const Flag* flag : flags_) {
      if (flag->name == name) return take(*flag, value);
    }
    if (verb_ == "report") return take_parameter(name, value);
    return unknown(name);
  }

  // `-f csv`, `-fcsv`, `-f=csv`; letters are not joined.
  Status take_short(const std::string& text) {
    for (const Flag* flag : flags_) {
      if (flag->letter != text[1]) continue;
      std::optional<std::string> value;
      if (text.size() > 2) value = text.substr(text[2] == '=' ? 3 : 2);
      return take(*flag, value);
    }
    return Error{ErrorCode::usage,
                 fmt::format("unknown option \"{}\" (see steppe help {})", text, verb_)};
  }

  Status take(const Flag& flag, std::optional<std::string> value) {
    if (flag.value.empty()) {
      if (value)
        return Error{ErrorCode::usage, fmt::format("--{} takes no value", flag.name)};
      out_.flags.push_back(fmt::format("--{}", flag.name));
      return Done{};
    }
    if (!value && at_ < raw_.size()) value = raw_[at_++];
    if (!value) {
      return Error{ErrorCode::usage,
                   fmt::format("--{} needs a value: {}", flag.name, flag.value)};
    }
    // CLI11 takes `--null=` for an option whose value follows; as two arguments it is "".
    if (value->empty()) {
      out_.flags.insert(out_.flags.end(), {fmt::format("--{}", flag.name), ""});
    } else {
      out_.flags.push_back(fmt::format("--{}={}", flag.name, *value));
    }
    return Done{};
  }

  Status take_parameter(const std::string& name, std::optional<std::string> value) {
    if (!value && at_ < raw_.size() && !is_option(raw_[at_])) value = raw_[at_++];
    out_.parameters.emplace_back(name, std::move(value));
    return Done{};
  }

  Status unknown(const std::string& name) const {
    std::vector<std::string> known;
    for (const Flag* flag : flags_) known.emplace_back(flag->name);
    const std::string near = nearest_name(name, known);
    return Error{
        ErrorCode::usage,
        near.empty()
            ? fmt::format("unknown option \"--{}\" (see steppe help {})", name, verb_)
            : fmt::format("unknown option \"--{}\" (did you mean \"--{}\"?)", name,
                          near)};
  }

  std::string_view verb_;
  std::vector<const Flag*> flags_;
  const std::vector<std::string>& raw_;
  std::size_t at_ = 0;
  Arguments out_;
};

}  // namespace

Result<Arguments> sort_arguments(std::string_view verb,
                                 const std::vector<std::string>& raw) {
  return Sorter(verb, raw).run();
}

}  // namespace steppe::shell
