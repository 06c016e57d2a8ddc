// `steppe extract`: the statements of essays as JSON objects, one a line, without a
// database.
//
// Keys and their order are a contract: other programs read them.
// Tested by tests/program_test.cpp.
#include "fmt/format.h"
#include "shell/essays.hpp"
#include "shell/json.hpp"
#include "shell/output.hpp"
#include "shell/verbs.hpp"

namespace steppe::shell {
namespace {

std::string actor_list(const Statement& statement, Role role) {
  std::string list;
  for (const StatementActor& actor : statement.actors) {
    if (actor.role != role) continue;
    if (!list.empty()) list += ',';
    list += json_string(actor.actor);
  }
  return "[" + list + "]";
}

std::string statement_line(const std::string& document, const Statement& statement) {
  return fmt::format(
      R"({{"document":{},"kind":{},"holders":{},"targets":{},"theme":{},"text":{},"line":{},)"
      R"("start":{},"end":{},"rule":{},"modality":{}}})"
      "\n",
      json_string(document), json_string(kind_name(statement.kind)),
      actor_list(statement, Role::holder), actor_list(statement, Role::target),
      json_string(statement.theme), json_string(statement.quote), statement.line,
      statement.span.start_byte, statement.span.end_byte, json_string(statement.rule),
      json_string(statement.modality));
}

}  // namespace

Status run_extract(const Options& options) {
  const Result<std::vector<Essay>> essays = find_essays(options);
  if (!essays) return essays.error();
  const Result<std::shared_ptr<const Lexicon>> lexicon = build_lexicon(options);
  if (!lexicon) return lexicon.error();
  Result<Output> out = Output::open(options.output);
  if (!out) return out.error();
  Status status = code_essays(
      *essays, *lexicon, options, [&](const Essay& essay, CodedEssay&& coded) -> Status {
        for (const Statement& statement : coded.extraction.statements) {
          out->write(statement_line(essay.id, statement));
        }
        return Done{};
      });
  if (!status && !options.output.empty())
    return status;  // the file appears whole or not at all
  Status written = out->finish();
  return written ? status : written;
}

}  // namespace steppe::shell
