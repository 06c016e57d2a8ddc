#include <algorithm>
#include <chrono>
#include <deque>
#include <future>
#include <thread>

#include "fmt/format.h"
#include "loader/extract.hpp"
#include "shell/essays.hpp"
#include "shell/files.hpp"
#include "shell/interrupt.hpp"
#include "shell/messages.hpp"

namespace steppe::shell {
namespace {

Result<CodedEssay> code_essay(const Essay& essay, const Lexicon& lexicon) {
  Result<std::string> raw = read_file(essay.path, kMaxEssayBytes + 1);
  if (!raw) return raw.error();
  Result<Document> document = read_document(std::move(*raw), {.name = essay.path});
  if (!document) return document.error();
  CodedEssay coded{std::move(*document), {}};
  coded.extraction = extract(coded.document, lexicon);
  return coded;
}

std::size_t count_jobs(const Options& options) {
  const unsigned wanted = options.jobs > 0 ? static_cast<unsigned>(options.jobs)
                                           : std::thread::hardware_concurrency();
  return std::clamp(wanted, 1u, 64u);
}

using Future = std::future<Result<CodedEssay>>;

// In a thread that owns what it needs: Ctrl-C leaves it behind rather than wait for its
// end, which a future of std::async would.
Future start_coding(const Essay& essay, const std::shared_ptr<const Lexicon>& lexicon) {
  std::packaged_task<Result<CodedEssay>()> task(
      [essay, lexicon] { return code_essay(essay, *lexicon); });
  Future future = task.get_future();
  std::thread(std::move(task)).detach();
  return future;
}

Result<CodedEssay> wait_for(Future& future) {
  constexpr std::chrono::milliseconds kLook(50);  // how long Ctrl-C may go unseen
  while (!is_interrupted()) {
    if (future.wait_for(kLook) == std::future_status::ready) return future.get();
  }
  return Error{ErrorCode::interrupted, "interrupted"};
}

}  // namespace

Result<std::shared_ptr<const Lexicon>> build_lexicon(const Options& options) {
  Result<Lexicon> lexicon = Lexicon::build(options.lexicons);
  if (!lexicon) return lexicon.error();
  return std::shared_ptr<const Lexicon>(
      std::make_shared<const Lexicon>(std::move(*lexicon)));
}

Status code_essays(const std::vector<Essay>& essays,
                   const std::shared_ptr<const Lexicon>& lexicon, const Options& options,
                   const std::function<Status(const Essay&, CodedEssay&&)>& take) {
  std::deque<Future> running;  // in the order of the essays
  const std::size_t jobs = count_jobs(options);
  std::vector<Error> errors;
  std::size_t started = 0;
  for (const Essay& essay : essays) {
    for (; started < essays.size() && running.size() < jobs; ++started) {
      running.push_back(start_coding(essays[started], lexicon));
    }
    Result<CodedEssay> coded = wait_for(running.front());
    running.pop_front();
    if (!coded && coded.error().code == ErrorCode::interrupted) return coded.error();
    if (!coded) {
      errors.push_back(coded.error());
      if (essays.size() > 1) print_error(errors.back());
      continue;
    }
    Status status = take(essay, std::move(*coded));
    if (!status) return status;
  }
  if (errors.empty()) return Done{};
  if (essays.size() == 1) return errors.front();
  return Error{errors.front().code, fmt::format("{} of {} essays cannot be read",
                                                errors.size(), essays.size())};
}

}  // namespace steppe::shell
