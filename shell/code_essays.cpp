#include <algorithm>
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

}  // namespace

Status code_essays(const std::vector<Essay>& essays, const Lexicon& lexicon,
                   const Options& options,
                   const std::function<Status(const Essay&, CodedEssay&&)>& take) {
  std::deque<std::future<Result<CodedEssay>>> running;  // in the order of the essays
  const std::size_t jobs = count_jobs(options);
  const auto policy = jobs == 1 ? std::launch::deferred : std::launch::async;
  std::vector<Error> errors;
  std::size_t started = 0;
  for (const Essay& essay : essays) {
    for (; started < essays.size() && running.size() < jobs; ++started) {
      running.push_back(std::async(policy, code_essay, std::cref(essays[started]), std::cref(lexicon)));
    }
    Result<CodedEssay> coded = running.front().get();
    running.pop_front();
    if (is_interrupted()) return Error{ErrorCode::interrupted, "interrupted"};
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
  return Error{errors.front().code,
               fmt::format("{} of {} essays cannot be read", errors.size(), essays.size())};
}

}  // namespace steppe::shell
