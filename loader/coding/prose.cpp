// The statements of a paragraph's sentence.
//
// In: a sentence and what its paragraph enumerates. Out: a sentence row with its outcome,
// and a statement for each part of each frame that has a holder. A frame whose text only
// announces ("faces three difficulties") makes no statement but tells what the ordinals
// behind it count.
// Tested by tests/corpus_test.cpp.
#include "loader/coding/prose.hpp"

#include <algorithm>

#include "loader/coding/enumerations.hpp"
#include "loader/coding/holders.hpp"
#include "loader/coding/imperatives.hpp"
#include "loader/coding/records.hpp"
#include "loader/coding/statement_theme.hpp"

namespace steppe {
namespace {

bool is_quantity(std::string_view noun) {
  return noun == "number" || noun == "range" || noun == "variety" || noun == "series" ||
         noun == "set";
}

// The noun that says what a phrase holds: of "a number of factors" it is "factors".
int content_head(const Syntax& syntax, int p) {
  const NounPhrase& np = syntax.phrase(p);
  if (!is_quantity(syntax.token(np.head).lemma())) return np.head;
  const int next = syntax.phrase_at(np.last + 1);
  return syntax.lower(np.last) == "of" && next >= 0 ? syntax.phrase(next).head : np.head;
}

// "a number of factors, including X": the text is X. False where "three difficulties" is
// all that it says.
bool unwrap(const Essay& essay, const Syntax& syntax, Frame& frame) {
  const int p = syntax.phrase_at(frame.text.first);
  if (p < 0 || frame.complement != Complement::noun_phrase) return true;
  const int head = content_head(syntax, p);
  const std::string_view listed = syntax.token(head).lemma();
  const bool generic =
      list_noun(listed, essay.tables) || listed == "thing" || listed == "factor";
  if (!generic) return true;
  for (int i = head + 1; i < frame.text.last; ++i) {
    const std::string_view w = syntax.lower(i);
    const bool such_as = w == "such" && syntax.lower(i + 1) == "as";
    const bool opens =
        w == "including" || w == "namely" || syntax.is(i, Tag::colon) || such_as;
    if (!opens) continue;
    frame.text.first = i + (such_as ? 2 : 1);
    return frame.text.first < frame.text.last;
  }
  if (!syntax.is(head, Tag::nouns)) return true;
  const bool alone = syntax.phrase_at(head) == syntax.phrase_at(frame.text.last - 1);
  return !alone && frame.kind != Kind::challenge;
}

// Where the names that a frame's text may be aimed at start: at its subject or cue, the
// cue of a purpose ("in order to V"), whose subject belongs to another clause.
int scope_start(const Syntax& syntax, const Frame& frame) {
  if (frame.subject < 0 || frame.rule->word_class == "purpose") return frame.cue.first;
  return std::min(frame.cue.first, syntax.phrase(frame.subject).first);
}

Statement part_statement(Essay& essay, const AnalyzedBlock& block,
                         const AnalyzedSentence& sentence, const Frame& frame,
                         CoreRange part) {
  Statement statement = start_statement(*frame.rule, frame.kind);
  statement.modality = frame.modality;
  add_holders(essay, frame.holders, statement);
  const Span text = sentence.core_span(part.first, part.last);
  set_text(essay, block, text, statement);
  // The clause from its holder to its cue, and the part itself: not the parts before it.
  const int clause = scope_start(sentence.syntax, frame);
  if (clause < frame.cue.last) {
    const Span scope = sentence.core_span(clause, frame.cue.last);
    add_named_targets(essay, block, sentence, scope, statement);
  }
  add_named_targets(essay, block, sentence, text, statement);
  add_described_targets(essay, block, sentence, text, statement);
  statement.theme = theme_of(essay, block, sentence, text);
  add_cue(block, sentence, frame, statement);
  return statement;
}

void add_frame(Essay& essay, const AnalyzedBlock& block, const AnalyzedSentence& sentence,
               Frame& frame, int row) {
  if (!find_holders(essay, block, sentence, frame)) return;
  for (const CoreRange& part : split_coordination(sentence.syntax, frame.text,
                                                  frame.complement, frame.preposition)) {
    if (part.empty()) continue;
    Statement statement = part_statement(essay, block, sentence, frame, part);
    statement.sentence = row;
    essay.out.statements.push_back(std::move(statement));
  }
}

// The frames of the sentence; one that an ordinal opens replaces those in its text.
std::vector<Frame> frames_of(Essay& essay, const AnalyzedBlock& block,
                             const AnalyzedSentence& sentence) {
  std::vector<Frame> frames =
      find_frames(block, sentence, essay.actors, essay.discourse, essay.topic);
  if (const auto ordinal = read_enumerated(essay, block, sentence)) {
    std::erase_if(frames, [&](const Frame& frame) {
      return frame.text.first < ordinal->text.last &&
             ordinal->text.first < frame.text.last;
    });
    frames.push_back(*ordinal);
  }
  return frames;
}

}  // namespace

void read_prose(Essay& essay, const AnalyzedBlock& block,
                const AnalyzedSentence& sentence) {
  const int row = add_sentence(essay, block, sentence, "");
  if (is_question(sentence.syntax)) return set_outcome(essay, row, "question");
  std::vector<Frame> frames = frames_of(essay, block, sentence);
  if (add_imperative(essay, block, sentence, row)) {
    return set_outcome(essay, row, "coded");
  }
  const std::size_t before = essay.out.statements.size();
  bool announces = false;
  for (Frame& frame : frames) {
    if (frame.open) continue;
    if (unwrap(essay, sentence.syntax, frame)) {
      add_frame(essay, block, sentence, frame, row);
    } else {
      note_enumeration(essay, block, sentence, frame);
      announces = true;
    }
  }
  note_list_noun(essay, block, sentence);
  const bool coded = essay.out.statements.size() > before;
  set_outcome(essay, row,
              coded            ? "coded"
              : announces      ? "announces"
              : frames.empty() ? "no-cue"
                               : "no-holder");
}

}  // namespace steppe
