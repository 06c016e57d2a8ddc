// `steppe load`: essays into a database, all or nothing, with a line for each.
//
//   russia-central-asia   32 statements · 11 goals 9 interests …  of 31 sentences, 5
//   uncoded
//
// Essays are read and coded in parallel and written in order, so that the number of jobs
// changes no byte of the database. Tested by tests/program_test.cpp and
// tests/bad_input_test.cpp.
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <optional>

#include "fmt/format.h"
#include "loader/load.hpp"
#include "shell/essays.hpp"
#include "shell/interrupt.hpp"
#include "shell/messages.hpp"
#include "shell/output.hpp"
#include "shell/text_width.hpp"
#include "shell/verbs.hpp"
#include "steppe/database.hpp"

namespace steppe::shell {
namespace {

struct Counts {
  std::size_t statements = 0;
  std::array<std::size_t, kKindCount> of_kind{};
  std::size_t sentences = 0;  // as the view `uncoded` counts: no headings, lead-ins
  std::size_t uncoded = 0;

  void add(const Extraction& extraction) {
    for (const Statement& statement : extraction.statements) {
      ++statements;
      ++of_kind[static_cast<std::size_t>(statement.kind)];
    }
    for (const Sentence& sentence : extraction.sentences) {
      const bool guide = sentence.outcome == "heading" || sentence.outcome == "lead-in";
      if (sentence.block == "skipped" || guide) continue;
      ++sentences;
      if (sentence.outcome != "coded") ++uncoded;
    }
  }
};

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string summary(const Counts& counts) {
  std::string kinds;
  for (int i = 0; i < kKindCount; ++i) {
    const std::size_t count = counts.of_kind[static_cast<std::size_t>(i)];
    if (count > 0)
      kinds += fmt::format(" {}", counted(count, kind_name(static_cast<Kind>(i))));
  }
  return fmt::format("{:>4} statement{}{}{}  of {}, {} uncoded", counts.statements,
                     counts.statements == 1 ? " " : "s", kinds.empty() ? "" : " ·", kinds,
                     counted(counts.sentences, "sentence"), counts.uncoded);
}

// A bar on stderr where that is a terminal and there is something to wait for.
class Progress {
 public:
  explicit Progress(std::size_t total)
      : total_(isatty(STDERR_FILENO) == 1 && total > 1 ? total : 0) {}
  ~Progress() { clear(); }

  void step() {
    ++done_;
    if (total_ == 0) return;
    constexpr std::size_t kWidth = 30;
    const std::size_t filled = kWidth * done_ / total_;
    fmt::print(stderr, "\r{:━<{}}{:┄<{}} {}/{}", "", filled, "", kWidth - filled, done_,
               total_);
    std::fflush(stderr);
  }
  void clear() const {
    if (total_ > 0 && done_ > 0) fmt::print(stderr, "\r\x1b[K");
  }

 private:
  std::size_t total_;
  std::size_t done_ = 0;
};

std::string_view outcome_note(LoadOutcome outcome) {
  switch (outcome) {
    case LoadOutcome::replaced:
      return "  (replaced)";
    case LoadOutcome::unchanged:
      return "  (unchanged)";
    default:
      return "";
  }
}

// One run of the verb; without a Load it only checks.
struct Run {
  const Options& options;
  std::optional<Load> load;
  Progress progress;
  int id_width = 0;
  std::string lines;
  Counts total;

  Status take(const Essay& essay, CodedEssay&& coded) {
    LoadOutcome outcome = LoadOutcome::added;
    if (load) {
      const LoadItem item{essay.id, options.title, options.author, options.date,
                          essay.path == "-" ? "stdin" : essay.path};
      const Result<LoadOutcome> added = load->add(item, coded.document, coded.extraction);
      if (!added) return added.error();
      outcome = *added;
    }
    Counts counts;
    counts.add(coded.extraction);
    total.add(coded.extraction);
    add_line(essay.id, counts, outcome_note(outcome));
    progress.step();
    return Done{};
  }

  void add_line(const std::string& name, const Counts& counts, std::string_view note) {
    const int blanks = id_width - display_width(name);
    lines += fmt::format("{}{:{}}   {}{}\n", name, "", blanks > 0 ? blanks : 0,
                         summary(counts), note);
  }
};

Status check_options(const Options& options, std::size_t essays) {
  if (options.output.empty() && !options.check) {
    return Error{ErrorCode::usage,
                 "no database (add -o DB, or --check to write nothing)"};
  }
  if (!options.output.empty() && options.check) {
    return Error{ErrorCode::usage, "--check writes nothing: leave out -o"};
  }
  if (essays > 1 && !options.title.empty()) {
    return Error{ErrorCode::usage, "--title names one essay, and there are several"};
  }
  return Done{};
}

Status run_all(Run& run, const std::vector<Essay>& essays,
               const std::shared_ptr<const Lexicon>& lexicon) {
  for (const Essay& essay : essays)
    run.id_width = std::max(run.id_width, display_width(essay.id));
  Status status = code_essays(essays, lexicon, run.options,
                              [&](const Essay& essay, CodedEssay&& coded) {
                                return run.take(essay, std::move(coded));
                              });
  run.progress.clear();
  if (!status) {
    if (essays.size() == 1 || run.options.check ||
        status.error().code == ErrorCode::interrupted)
      return status;
    Error error = status.error();
    error.cause = fmt::format("nothing loaded: {}", error.cause);
    return error;
  }
  if (run.load) status = run.load->commit();
  return status;
}

Status print_summary(Run& run, std::size_t essays) {
  if (essays > 1) run.add_line(counted(essays, "document"), run.total, "");
  Result<Output> out = Output::open("");
  if (!out) return out.error();
  out->write(run.lines);
  return out->finish();
}

}  // namespace

Status run_load(const Options& options) {
  const Result<std::vector<Essay>> essays = find_essays(options);
  if (!essays) return essays.error();
  Status status = check_options(options, essays->size());
  if (!status) return status;
  const Result<std::shared_ptr<const Lexicon>> lexicon = build_lexicon(options);
  if (!lexicon) return lexicon.error();
  Run run{options, {}, Progress(essays->size()), 0, {}, {}};
  if (options.check) {
    status = run_all(run, *essays, *lexicon);
    return status ? print_summary(run, essays->size()) : status;
  }
  Result<Database> database = Database::open_or_create(options.output);
  if (!database) return database.error();
  Result<Load> load = Load::begin(*database, (*lexicon)->rules());
  if (!load) return load.error();
  run.load = std::move(*load);
  status = run_all(run, *essays, *lexicon);
  run.load.reset();  // before the database that it writes to
  return status ? print_summary(run, essays->size()) : status;
}

}  // namespace steppe::shell
