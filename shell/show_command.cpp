// `steppe show DB REF`: why is this row there?
//
// For each sentence of REF: the place, the sentence with the quote marked, how it was
// coded, the words that led to it, the rule with its pattern and example. A sentence
// without statements shows its outcome. The quote is bold on a terminal with colours and
// [in brackets] elsewhere, as in the rules' examples. Tested by tests/program_test.cpp.
#include <algorithm>

#include "fmt/format.h"
#include "shell/evidence.hpp"
#include "shell/formats.hpp"
#include "shell/output.hpp"
#include "shell/terminal.hpp"
#include "shell/text_width.hpp"
#include "shell/verbs.hpp"

namespace steppe::shell {
namespace {

// Marks around the quote while text is wrapped: visible_text() leaves no control
// character, and these have no width.
constexpr char kMarkStart = '\x01';
constexpr char kMarkEnd = '\x02';

struct Page {
  const Source& source;
  Paint paint;
  int width = 80;
  std::string text;

  void add_marked(const std::string& marked, int indent);
  void add_field(std::string_view name, const std::string& value);
};

// Writes wrapped lines; a mark that is open at a line's end is closed there and opened on
// the next.
void Page::add_marked(const std::string& marked, int indent) {
  bool open = false;
  for (const WrappedLine& line : wrap_words(marked, width - indent)) {
    text.append(static_cast<std::size_t>(indent), ' ');
    if (open) text += paint.mark();
    for (const char c : line.text) {
      if (c != kMarkStart && c != kMarkEnd) {
        text += c;
        continue;
      }
      open = c == kMarkStart;
      text += open ? paint.mark() : paint.off();
    }
    if (open) text += paint.off();
    text += '\n';
  }
}

void Page::add_field(std::string_view name, const std::string& value) {
  constexpr int kNameWidth = 12;
  const std::string visible = visible_text(value);  // the lines are views into it
  bool first = true;
  for (const WrappedLine& line : wrap_words(visible, std::max(20, width - kNameWidth))) {
    text += first ? fmt::format("  {}{:<{}}{}{}\n", paint.dim(), name, kNameWidth - 2,
                                paint.off(), line.text)
                  : fmt::format("{:{}}{}\n", "", kNameWidth, line.text);
    first = false;
  }
}

// Where the quote stands in the sentence's visible text; npos where that cannot be told,
// because markup lies between and the words stand there twice.
std::size_t find_quote(const Source& source, const SentenceEvidence& sentence,
                       const StatementEvidence& statement) {
  if (source.bytes(sentence.span) == sentence.text &&
      statement.span.start_byte >= sentence.span.start_byte) {
    return statement.span.start_byte - sentence.span.start_byte;
  }
  const std::size_t at = sentence.text.find(statement.quote);
  if (at != std::string::npos &&
      sentence.text.find(statement.quote, at + 1) == std::string::npos)
    return at;
  return std::string::npos;
}

std::string mark(std::string_view whole, std::size_t at, std::size_t size, bool color) {
  const std::string open = color ? std::string(1, kMarkStart) : "[";
  const std::string close = color ? std::string(1, kMarkEnd) : "]";
  at = std::min(at, whole.size());
  return visible_text(whole.substr(0, at)) + open + visible_text(whole.substr(at, size)) +
         close + visible_text(whole.substr(std::min(at + size, whole.size())));
}

std::string marked_sentence(const Source& source, const SentenceEvidence& sentence,
                            const StatementEvidence& statement, bool color) {
  const std::size_t at = find_quote(source, sentence, statement);
  if (at != std::string::npos)
    return mark(sentence.text, at, statement.quote.size(), color);
  // The source itself, markup and all.
  const std::uint32_t start =
      std::min(sentence.span.start_byte, statement.span.start_byte);
  const std::uint32_t end = std::max(sentence.span.end_byte, statement.span.end_byte);
  return mark(source.bytes({start, end}), statement.span.start_byte - start,
              statement.span.size(), color);
}

std::string quoted(std::string_view text) { return fmt::format("\u201c{}\u201d", text); }

void add_actor(Page& page, const ActorEvidence& actor) {
  std::string value =
      actor.id == actor.name ? actor.id : fmt::format("{}  {}", actor.id, actor.name);
  if (!actor.mention.empty()) value += fmt::format(", from {}", quoted(actor.mention));
  if (!actor.antecedent.empty())
    value += fmt::format(" for {}", quoted(actor.antecedent));
  page.add_field(actor.role, value);
}

void add_statement(Page& page, const SentenceEvidence& sentence,
                   const StatementEvidence& statement) {
  const Source& source = page.source;
  page.text += fmt::format("{}{}:{}{}  {}  statement {}\n", page.paint.bold(),
                           visible_line(source.document),
                           source.line_of(statement.span.start_byte), page.paint.off(),
                           statement.kind, statement.id);
  page.add_marked(marked_sentence(source, sentence, statement, page.paint.on), 2);
  page.text += '\n';
  page.add_field("kind", statement.modality == "asserted"
                             ? statement.kind
                             : fmt::format("{}, {}", statement.kind, statement.modality));
  page.add_field("theme", statement.theme);
  for (const ActorEvidence& actor : statement.actors) add_actor(page, actor);
  for (const SpanEvidence& span : statement.spans) {
    page.add_field(span.role, fmt::format("{} :{}", quoted(source.bytes(span.span)),
                                          source.line_of(span.span.start_byte)));
  }
  if (!statement.rule.empty()) page.add_field("rule", statement.rule);
  if (!statement.pattern.empty()) page.add_field("pattern", statement.pattern);
  if (!statement.example.empty()) page.add_field("example", statement.example);
  if (statement.coder != "rules" && !statement.coder.empty())
    page.add_field("coder", statement.coder);
  page.add_field("source",
                 fmt::format("{}:{}, bytes {} to {}", source.path,
                             source.line_of(statement.span.start_byte),
                             statement.span.start_byte, statement.span.end_byte));
}

void add_uncoded(Page& page, const SentenceEvidence& sentence) {
  page.text += fmt::format(
      "{}{}:{}{}  no statement\n", page.paint.bold(), visible_line(page.source.document),
      page.source.line_of(sentence.span.start_byte), page.paint.off());
  page.add_marked(visible_text(sentence.text), 2);
  page.text += '\n';
  page.add_field("outcome", sentence.outcome);
  page.add_field("block", sentence.block);
}

std::string draw_page(const EvidencePage& evidence, Paint paint, int width) {
  Page page{evidence.source, paint, width, ""};
  for (const SentenceEvidence& sentence : evidence.sentences) {
    for (const StatementEvidence& statement : sentence.statements) {
      if (!page.text.empty()) page.text += '\n';
      add_statement(page, sentence, statement);
    }
    if (!sentence.statements.empty()) continue;
    if (!page.text.empty()) page.text += '\n';
    add_uncoded(page, sentence);
  }
  return page.text;
}

Result<int> page_width(const Options& options, const Output& out) {
  Options as_box = options;
  as_box.format = "box";
  const Result<const Format*> box = choose_format(as_box, out);
  const Result<Style> style = choose_style(as_box, **box, out);
  if (!style) return style.error();
  return style->width > 0 ? style->width : 1000000;
}

}  // namespace

Status run_show(const Options& options) {
  if (options.words.size() != 2) {
    return Error{ErrorCode::usage,
                 "write: steppe show DB REF (a statement's id, or DOCUMENT:LINE)"};
  }
  const Result<Database> database = Database::open_read_only(options.words[0]);
  if (!database) return database.error();
  const Result<Reference> reference = parse_reference(options.words[1]);
  if (!reference) return reference.error();
  const Result<EvidencePage> evidence = find_evidence(*database, *reference);
  if (!evidence) return evidence.error();
  if (evidence->sentences.empty()) {
    return Error{ErrorCode::usage,
                 fmt::format("no sentence stands at {}", options.words[1])};
  }
  Result<Output> out = Output::open(options.output);
  if (!out) return out.error();
  const Result<bool> color = wants_color(options.color, out->is_terminal());
  if (!color) return color.error();
  const Result<int> width = page_width(options, *out);
  if (!width) return width.error();
  out->write(draw_page(*evidence, Paint{*color}, *width));
  return out->finish();
}

}  // namespace steppe::shell
