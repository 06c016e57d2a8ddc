// The options of the program: name, letter, value, verbs, place and help, one row each.
//
// `help VERB`, `VERB --help`, the parser and its suggestions all read this table.
// Tested by tests/program_test.cpp, which finds every option in the help of its verbs.
#include <algorithm>

#include "shell/options.hpp"

namespace steppe::shell {
namespace {

constexpr std::string_view kEssayVerbs = "load extract";
constexpr std::string_view kRowVerbs = "query report schema";
constexpr std::string_view kReadVerbs = "query report schema show";

const Flag kFlags[] = {
    {"output", 'o', "DB", "load", &Options::output,
     "the database to fill; made if it is not there"},
    {"id", 0, "ID", kEssayVerbs, &Options::id, "the document's id (one essay only)"},
    {"title", 0, "TEXT", "load", &Options::title,
     "its title, instead of the one in the text"},
    {"author", 0, "TEXT", "load", &Options::author, "its author"},
    {"date", 0, "TEXT", "load", &Options::date, "its date, best as YYYY-MM-DD"},
    {"lexicon", 0, "DIR", kEssayVerbs, &Options::lexicons,
     "a folder of .tsv files over the built-in lexicon; may be repeated"},
    {"jobs", 'j', "N", kEssayVerbs, &Options::jobs,
     "essays read at the same time (default: one a processor); changes no byte"},
    {"check", 0, "", "load", &Options::check, "read and extract, but write nothing"},
    {"param", 'p', "NAME=TEXT", "query", &Options::sql_parameters,
     "value of :NAME in the SQL; NAME:=JSON for a number, null or list"},
    {"file", 0, "FILE", "query", &Options::sql_file, "read the SQL from FILE"},
    {"sql", 0, "", "report schema", &Options::sql, "print the SQL instead of rows"},
    {"format", 'f', "FORMAT", kRowVerbs, &Options::format,
     "box, markdown, csv, json, ndjson or line (default: box; in a pipe csv)"},
    {"output", 'o', "FILE", "query report schema show extract", &Options::output,
     "write there instead of stdout, whole or not at all"},
    {"no-header", 0, "", kRowVerbs, &Options::no_header,
     "no column names (csv, box, markdown)"},
    {"null", 0, "TEXT", kRowVerbs, &Options::null_text,
     "how NULL is written (default: \xe2\x80\x93; in csv nothing)"},
    {"width", 'w', "N", kReadVerbs, &Options::width,
     "columns to fit a box into, or \"full\" (default: the terminal's)"},
    {"color", 0, "WHEN", kReadVerbs, &Options::color, "auto, always or never"},
    {"timeout", 0, "TIME", "query report", &Options::timeout,
     "give up after e.g. 500ms, 5s or 2m (exit 124)"},
    {"max-rows", 0, "N", kRowVerbs, &Options::max_rows, "stop after N rows, and say so"},
    {"help", 'h', "", "load extract query report show schema help", &Options::help,
     "print this help"},
};

bool has_word(std::string_view list, std::string_view word) {
  for (std::size_t start = 0; start < list.size();) {
    const std::size_t end = std::min(list.find(' ', start), list.size());
    if (list.substr(start, end - start) == word) return true;
    start = end + 1;
  }
  return false;
}

}  // namespace

std::span<const Flag> all_flags() { return kFlags; }

std::vector<const Flag*> flags_of(std::string_view verb) {
  std::vector<const Flag*> flags;
  for (const Flag& flag : kFlags) {
    if (has_word(flag.verbs, verb)) flags.push_back(&flag);
  }
  return flags;
}

}  // namespace steppe::shell
