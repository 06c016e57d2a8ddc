#include "shell/verbs.hpp"

#include <algorithm>

#include "fmt/format.h"
#include "shell/output.hpp"
#include "steppe/report.hpp"

namespace steppe::shell {
namespace {

constexpr Verb kVerbs[] = {
    {"load", "ESSAY|DIR|-... -o DB", "read essays into a database",
     "Reads plain text, Markdown and HTML, finds the statements, and writes all or "
     "nothing. A folder is\n"
     "read with all folders in it (.txt, .md, .markdown, .html, .htm). A document is "
     "named after its\n"
     "file; loaded again with other bytes it is replaced, with the same bytes nothing "
     "changes.",
     "steppe load examples/essays -o essays.db\n"
     "steppe load draft.md --check",
     run_load},
    {"extract", "ESSAY|DIR|-...", "print the statements of essays as JSON, one a line",
     "No database. Keys: document, kind, holders, targets, theme, text, line, start, end "
     "(bytes of the\n"
     "file, end not included), rule, modality; in the order of the text.",
     "steppe extract examples/essays/russia-central-asia.txt", run_extract},
    {"query", "DB SQL|-|--file FILE", "run SQL, read-only",
     "The SQL is an argument, a file, or stdin (\"-\"). Nothing that it says can change "
     "a file. Values go\n"
     "in by name: :NAME in the SQL and -p NAME=TEXT. `steppe DB SQL` is the same.",
     "steppe query essays.db \"SELECT holders, quote FROM goals WHERE theme = :t\" -p "
     "t=security\n"
     "steppe essays.db \"SELECT kind, count(*) FROM statements GROUP BY kind\" -f "
     "markdown",
     run_query},
    {"report", "DB [NAME [--PARAM VALUE]...]",
     "run a canned report; without a name, list them",
     "`report DB NAME --help` shows the parameters of a report. Actors are known by id, "
     "name, alias\n"
     "or adjective; a parameter that is a list may be repeated.",
     "steppe report essays.db\n"
     "steppe report essays.db compare --actor Russia --actor \"Central Asia\"",
     run_report},
    {"show", "DB REF", "show why a row is there: words, line, rule",
     "REF is a statement's id, DOCUMENT:LINE or DOCUMENT:LINE-LINE. Shows each sentence "
     "with the quote\n"
     "marked, its coding, the words that led to it and the rule; or why a sentence gave "
     "nothing.",
     "steppe show essays.db russia-central-asia:9", run_show},
    {"schema", "DB [TABLE]", "list the tables and views, or the columns of one",
     "With --sql the SQL that made them.", "steppe schema essays.db goals", run_schema},
    {"help", "[VERB]", "print this, or the page of a verb", "", "steppe help report",
     run_help},
};

std::string indent(std::string_view text) {
  std::string out;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    out += fmt::format("  {}\n", text.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

std::string flag_line(const Flag& flag) {
  std::string name = flag.letter ? fmt::format("-{}, --{}", flag.letter, flag.name)
                                 : fmt::format("    --{}", flag.name);
  if (!flag.value.empty()) name += fmt::format(" {}", flag.value);
  return fmt::format("  {:<24}{}\n", name, flag.help);
}

}  // namespace

std::span<const Verb> all_verbs() { return kVerbs; }

const Verb* find_verb(std::string_view name) {
  const auto* at = std::find_if(std::begin(kVerbs), std::end(kVerbs),
                                [&](const Verb& verb) { return verb.name == name; });
  return at == std::end(kVerbs) ? nullptr : at;
}

std::string help_page() {
  std::string page = "steppe: SQL over what policy essays say\n\n";
  for (const Verb& verb : kVerbs) {
    page += fmt::format("  steppe {:<8}{:<32}{}\n", verb.name, verb.words, verb.summary);
  }
  return page +
         "  steppe DB [SQL]                        query DB; without SQL, from a pipe\n"
         "  steppe --version\n\n"
         "Exit codes: 0 done, 1 SQL, report or load error, 2 usage or unknown name, 3 "
         "cannot open or\n"
         "no steppe database, 124 timeout, 130 interrupted. `steppe help VERB` has "
         "examples.\n";
}

std::string help_page(const Verb& verb) {
  std::string page =
      fmt::format("steppe {} {}\n\n  {}\n", verb.name, verb.words, verb.summary);
  if (!verb.about.empty()) page += fmt::format("\n{}", indent(verb.about));
  page += "\nOptions:\n";
  for (const Flag* flag : flags_of(verb.name)) page += flag_line(*flag);
  return page + fmt::format("\nExamples:\n{}", indent(verb.example));
}

Status run_help(const Options& options) {
  const Verb* verb = nullptr;
  if (!options.words.empty()) {
    verb = find_verb(options.words[0]);
    if (verb == nullptr) {
      std::vector<std::string> names;
      for (const Verb& known : kVerbs) names.emplace_back(known.name);
      const std::string near = nearest_name(options.words[0], names);
      return Error{
          ErrorCode::usage,
          fmt::format("unknown verb \"{}\"{}", options.words[0],
                      near.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", near))};
    }
  }
  Result<Output> out = Output::open(options.output);
  if (!out) return out.error();
  out->write(verb == nullptr ? help_page() : help_page(*verb));
  return out->finish();
}

}  // namespace steppe::shell
