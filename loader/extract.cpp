// The engine from above: blocks are analysed, then read in order under the guidance of their
// headings and lead-ins; each sentence leaves statements and an outcome.
// Tested by tests/extract_test.cpp and, on whole essays, tests/corpus_test.cpp.
#include "loader/extract.hpp"

#include <algorithm>
#include <map>

#include "loader/analysis.hpp"
#include "loader/context.hpp"
#include "loader/frames/frames.hpp"
#include "loader/lexicon/tables.hpp"
#include "loader/spans.hpp"
#include "loader/themes.hpp"
#include "loader/topic.hpp"

namespace steppe {
namespace {

// How much the words around a statement and the whole essay count for its theme.
constexpr double kContextWeight = 0.25;
constexpr double kEssayWeight = 6;
// Outweighs any single theme: "economic and security interests" are of both.
constexpr double kJoinedThemes = 100;


class Extractor {
 public:
  Extractor(const Document& document, const Lexicon& lexicon)
      : document_(document), tables_(lexicon.tables()), vocabulary_(tables_.words),
        actors_(tables_), discourse_(actors_, topic_) {}

  Extraction run() {
    blocks_ = analyze(document_, vocabulary_, actors_, counts_);
    topic_ = find_topic(blocks_, actors_, counts_);
    weigh_essay();
    for (std::size_t b = 0; b < blocks_.size(); ++b) read_block(b);
    collect_actors();
    return std::move(out_);
  }

 private:
  struct OpenSection {
    int index = -1;
    int level = 1;
    Guide guide;
  };
  // "There are several challenges. First, …": what the ordinals of a paragraph count.
  struct Enumeration {
    const Rule* rule = nullptr;
    Referent holders;
  };

  void weigh_essay() {
    ThemeWeights weights(tables_.theme_ids.size(), 0);
    for (const AnalyzedBlock& block : blocks_) {
      weigh_themes(block.tokens, 0, block.tokens.size(), 1, tables_, weights);
    }
    essay_themes_ = theme_shares(std::move(weights));
  }

  // --- blocks ------------------------------------------------------------------------------

  void read_block(std::size_t b) {
    const AnalyzedBlock& block = blocks_[b];
    switch (block.block->type) {
      case BlockType::heading: return read_heading_block(block);
      case BlockType::item: return read_item(b);
      case BlockType::paragraph: return read_paragraph(b);
      default: break;
    }
    const bool skipped = block.block->type == BlockType::skipped;
    for (const AnalyzedSentence& sentence : block.sentences) {
      add_sentence(block, sentence, skipped ? "skipped" : "not-prose");
      add_mentions(block, sentence);
    }
  }

  void read_heading_block(const AnalyzedBlock& block) {
    discourse_.start_paragraph();
    lead_in_.reset();
    while (!sections_.empty() && sections_.back().level >= block.block->level) sections_.pop_back();
    OpenSection section;
    section.level = block.block->level;
    section.index = static_cast<int>(out_.sections.size());
    section.guide = read_heading(block, actors_, discourse_);
    Section row;
    row.parent = sections_.empty() ? -1 : sections_.back().index;
    row.level = section.level;
    row.heading = block.block->text;
    row.line = line_of(block, {0, 1});
    out_.sections.push_back(std::move(row));
    sections_.push_back(section);
    set_section_topic();
    for (const AnalyzedSentence& sentence : block.sentences) {
      add_sentence(block, sentence, "heading");
      add_mentions(block, sentence);
    }
  }

  // The actors of the innermost heading that names any; the title's are the essay's topic.
  void set_section_topic() {
    topic_.section.clear();
    for (auto s = sections_.rbegin(); s != sections_.rend() && topic_.section.empty(); ++s) {
      if (s->level == 1 && sections_.size() > 1) break;
      for (const Who& who : s->guide.holders.who) topic_.section.push_back(who.actor);
    }
    discourse_.remember(topic_.section);
  }

  void read_paragraph(std::size_t b) {
    const AnalyzedBlock& block = blocks_[b];
    discourse_.start_paragraph();
    lead_in_.reset();
    enumeration_ = {};
    const bool before_list = b + 1 < blocks_.size() &&
                             blocks_[b + 1].block->type == BlockType::item;
    for (std::size_t s = 0; s < block.sentences.size(); ++s) {
      const AnalyzedSentence& sentence = block.sentences[s];
      const bool last = s + 1 == block.sentences.size();
      if (last && before_list && leads_in(block, sentence)) {
        const bool takes_up = s > 0 && sentence.syntax.is(0, Tag::pronoun) &&
                              sentence.range.last - sentence.range.first <= 5;
        const AnalyzedSentence& source = takes_up ? block.sentences[s - 1] : sentence;  // "They include:"
        lead_in_ = read_lead_in(block, source, actors_, discourse_, topic_);
        add_sentence(block, sentence, "lead-in");
      } else {
        read_prose(block, sentence);
      }
      discourse_.remember(block, sentence);
      add_mentions(block, sentence);
    }
  }

  // Ends in a colon, or is all that its paragraph says before the list.
  bool leads_in(const AnalyzedBlock& block, const AnalyzedSentence& sentence) const {
    const Token& last = block.tokens[sentence.range.last - 1];
    if (last.is(Tag::colon) || last.text == ":") return true;
    return block.sentences.size() == 1 && sentence.range.last - sentence.range.first < 25 &&
           read_lead_in_kind(sentence);
  }
  bool read_lead_in_kind(const AnalyzedSentence& sentence) const {
    for (const NounPhrase& np : sentence.syntax.noun_phrases) {
      const Token& head = sentence.syntax.token(np.head);
      if (head.is(Tag::nouns) && list_noun(head.lemma(), tables_)) return true;
    }
    return false;
  }

  // --- prose -------------------------------------------------------------------------------

  void read_prose(const AnalyzedBlock& block, const AnalyzedSentence& sentence) {
    const int row = add_sentence(block, sentence, "");
    if (is_question(sentence)) return set_outcome(row, "question");
    std::vector<Frame> frames = find_frames(block, sentence, actors_, discourse_, topic_);
    if (Frame ordinal; read_enumerated(block, sentence, ordinal)) {
      std::erase_if(frames, [&](const Frame& frame) {
        return frame.text.first < ordinal.text.last && ordinal.text.first < frame.text.last;
      });
      frames.push_back(ordinal);
    }
    if (frames.empty() || is_imperative(sentence)) {
      if (add_imperative(block, sentence, row)) return set_outcome(row, "coded");
    }
    const std::size_t before = out_.statements.size();
    bool dropped = false;
    for (Frame& frame : frames) {
      if (frame.open) continue;
      if (!unwrap(sentence, frame)) {
        note_enumeration(block, sentence, frame);
        dropped = true;
        continue;
      }
      add_frame(block, sentence, frame, row);
    }
    note_list_noun(block, sentence);
    if (out_.statements.size() > before) return set_outcome(row, "coded");
    set_outcome(row, dropped ? "announces" : frames.empty() ? "no-cue" : "no-holder");
  }

  // "Simplify the tariffs." in a text that speaks for an actor, or below "Recommendations".
  static bool is_imperative(const AnalyzedSentence& sentence) {
    const Syntax& syntax = sentence.syntax;
    int at = 0;
    while (syntax.is(at, Tag::adverb)) ++at;
    if (!syntax.is_any(at, tags(Tag::verb_base, Tag::verb_plain)) || syntax.size() - at < 4) return false;
    // A word that is more often a noun ("Article 1") is none.
    const Word& word = *syntax.token(at).word;
    return std::any_of(word.readings.begin(), word.readings.end(), [](const Reading& reading) {
      return reading.tag == Tag::verb_base && reading.cost < 6;
    });
  }

  bool add_imperative(const AnalyzedBlock& block, const AnalyzedSentence& sentence, int row) {
    if (!is_imperative(sentence)) return false;
    const bool advice = !sections_.empty() && sections_.back().guide.kind == Kind::need;
    if (topic_.author.empty() && !advice) return false;
    const Syntax& syntax = sentence.syntax;
    if (tables_.in_set(syntax.lower(0), "reader-verb")) return false;
    const bool commits = syntax.lower(0) == "commit" && syntax.lower(1) == "to";
    const Rule* rule = tables_.find_rule("imperative", commits ? "commit" : topic_.author.empty() ? "advice" : "aim");
    if (rule == nullptr) return false;
    Statement statement = start_statement(rule, rule->kind, row);
    Referent holders;
    if (topic_.author.empty()) {
      holders = sections_.back().guide.holders;
    } else {
      for (const int actor : topic_.author) holders.add({actor, {}, "topic"});
    }
    add_holders(block, holders, statement);
    const CoreRange range = trim(syntax, {commits ? 2 : 0, syntax.size()});
    if (range.empty()) return false;
    const Span text = sentence.core_span(range.first, range.last);
    set_text(block, text, statement);
    add_targets(block, sentence, text, text, statement);
    statement.theme = theme_of(block, sentence, text, -1);
    out_.statements.push_back(std::move(statement));
    return true;
  }

  static bool is_question(const AnalyzedSentence& sentence) {
    const Syntax& syntax = sentence.syntax;
    return syntax.size() > 0 && syntax.token(syntax.size() - 1).text == "?";
  }

  // "a number of factors, including X": the text is X. "three difficulties" alone says nothing.
  bool unwrap(const AnalyzedSentence& sentence, Frame& frame) const {
    const Syntax& syntax = sentence.syntax;
    const int p = syntax.phrase_at(frame.text.first);
    if (p < 0 || frame.complement != Complement::noun_phrase) return true;
    int head = syntax.phrase(p).head;
    const std::string_view noun = syntax.token(head).lemma();
    if (noun == "number" || noun == "range" || noun == "variety" || noun == "series" || noun == "set") {
      const int next = syntax.phrase_at(syntax.phrase(p).last + 1);
      if (syntax.lower(syntax.phrase(p).last) == "of" && next >= 0) head = syntax.phrase(next).head;
    }
    const std::string_view listed = syntax.token(head).lemma();
    const bool generic = list_noun(listed, tables_) || listed == "thing" || listed == "factor";
    if (!generic) return true;
    for (int i = head + 1; i < frame.text.last; ++i) {
      const std::string_view w = syntax.lower(i);
      const bool opens = w == "including" || w == "namely" || syntax.is(i, Tag::colon) ||
                         (w == "such" && syntax.lower(i + 1) == "as");
      if (!opens) continue;
      frame.text.first = i + (w == "such" ? 2 : 1);
      return frame.text.first < frame.text.last;
    }
    const bool plural = syntax.is(head, Tag::nouns);
    return !(plural && syntax.phrase_at(head) == syntax.phrase_at(frame.text.last - 1)) &&
           !(plural && frame.kind == Kind::challenge);
  }

  void note_enumeration(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                        const Frame& frame) {
    const Rule* rule = tables_.find_rule(frame.rule->word_class, "list");
    if (rule == nullptr) rule = frame.rule;
    enumeration_.rule = rule;
    enumeration_.holders = discourse_.resolve(block, sentence, frame.subject, true);
  }

  // "Anything more is blocked by three obstacles.", "India's first goal is …"
  void note_list_noun(const AnalyzedBlock& block, const AnalyzedSentence& sentence) {
    const Syntax& syntax = sentence.syntax;
    for (std::size_t p = 0; p < syntax.noun_phrases.size(); ++p) {
      const NounPhrase& np = syntax.noun_phrases[p];
      const Rule* rule = list_noun(syntax.token(np.head).lemma(), tables_);
      if (rule == nullptr) continue;
      const bool counted = syntax.is(np.head, Tag::nouns) || has_ordinal(syntax, np);
      if (!counted) continue;
      Referent holders = discourse_.resolve_one(block, sentence, static_cast<int>(p), true);
      if (rule == enumeration_.rule && holders.empty()) continue;
      enumeration_.rule = rule;
      if (holders.empty()) holders = subject_actors(block, sentence);
      enumeration_.holders = holders;
    }
  }
  Referent subject_actors(const AnalyzedBlock& block, const AnalyzedSentence& sentence) {
    for (const VerbGroup& group : sentence.syntax.verb_groups) {
      if (group.form == VerbForm::finite && group.subject >= 0 && !group.relative) {
        return discourse_.resolve(block, sentence, group.subject, true);
      }
    }
    return {};
  }

  static bool is_ordinal(std::string_view w) {
    return w == "first" || w == "second" || w == "third" || w == "fourth" || w == "fifth" ||
           w == "last" || w == "another" || w == "final";
  }
  static bool has_ordinal(const Syntax& syntax, const NounPhrase& np) {
    for (int i = np.first; i < np.last; ++i) {
      if (is_ordinal(syntax.lower(i))) return true;
    }
    return false;
  }

  // The rule of "Its first problem is", else that of what the paragraph counts.
  const Rule* ordinal_rule(const Syntax& syntax) const {
    const int p = syntax.phrase_at(0);
    if (p >= 0 && has_ordinal(syntax, syntax.phrase(p))) {
      const Rule* own = list_noun(syntax.token(syntax.phrase(p).head).lemma(), tables_);
      if (own) return own;
    }
    return enumeration_.rule;
  }

  // "The first is X", "A third, less often admitted, is X", "Second, S".
  bool read_enumerated(const AnalyzedBlock& block, const AnalyzedSentence& sentence, Frame& frame) {
    const Syntax& syntax = sentence.syntax;
    if (syntax.size() < 4) return false;
    frame.rule = ordinal_rule(syntax);
    if (frame.rule == nullptr) return false;
    frame.kind = frame.rule->kind;
    frame.holders = enumeration_.holders;
    const std::string_view w = syntax.lower(0);
    const bool adverb = is_ordinal(w) || w == "firstly" || w == "secondly" || w == "thirdly" ||
                        w == "finally" || w == "lastly";
    if (adverb && syntax.is(1, Tag::comma)) {
      if (frame.kind != Kind::challenge && frame.kind != Kind::need && frame.kind != Kind::concern) {
        return false;
      }
      frame.cue = {0, 1};
      frame.complement = Complement::item;
      frame.text = trim(syntax, {2, complement_end(syntax, 2, Complement::item)});
      return !frame.text.empty();
    }
    const int p = syntax.phrase_at(0);
    if (p < 0 || !has_ordinal(syntax, syntax.phrase(p))) return false;
    const Token& head = syntax.token(syntax.phrase(p).head);
    const bool known = is_ordinal(head.lower()) || list_noun(head.lemma(), tables_) == frame.rule;
    if (!known) return false;
    const Referent own = discourse_.resolve_one(block, sentence, p, true);
    if (!own.empty()) frame.holders = own;
    for (const VerbGroup& group : syntax.verb_groups) {
      if (group.subject != p || group.form != VerbForm::finite) continue;
      if (group.lemma != "be" || group.negated || group.past) return false;
      int at = group.last;
      if (syntax.is(at, Tag::to)) ++at;
      if (syntax.is(at, Tag::that)) ++at;
      frame.cue = {0, group.last};
      frame.text = trim(syntax, {at, complement_end(syntax, at, Complement::item)});
      frame.complement = Complement::item;
      return !frame.text.empty();
    }
    return false;
  }
  void add_frame(const AnalyzedBlock& block, const AnalyzedSentence& sentence, Frame& frame,
                 int row) {
    const bool stance = frame.kind != Kind::challenge && frame.kind != Kind::driver &&
                        frame.kind != Kind::outlook && frame.kind != Kind::need;
    const bool clause_subject = !stance && sentence.syntax.is(0, Tag::wh) && frame.cue.first > 2;
    if (frame.holders.empty() && clause_subject) {
      frame.holders = subject_names(block, sentence, frame);
    }
    if (frame.holders.empty()) {
      frame.holders = discourse_.resolve(block, sentence, frame.subject, stance);
    }
    if (frame.companion >= 0) {
      frame.holders.add(discourse_.resolve(block, sentence, frame.companion, true));
    }
    if (frame.holders.empty() && stance) frame.holders = fronted_holder(block, sentence);
    if (frame.holders.empty() && stance && frame.rule->construction == "is") {
      frame.holders = discourse_.current();  // "The main objectives are …"
    }
    if (frame.holders.empty() && !stance) frame.holders = subject_names(block, sentence, frame);
    if (frame.holders.empty() && !find_default_holders(sentence, frame)) return;
    for (const CoreRange& part : split_coordination(sentence.syntax, frame.text, frame.complement,
                                                    frame.preposition)) {
      if (part.empty()) continue;
      Statement statement = start_statement(frame.rule, frame.kind, row);
      statement.modality = frame.modality;
      add_holders(block, frame.holders, statement);
      const Span text = sentence.core_span(part.first, part.last);
      set_text(block, text, statement);
      const bool purpose = frame.rule->word_class == "purpose";
      const int scope_first = frame.subject >= 0 && !purpose &&
                                      sentence.syntax.phrase(frame.subject).first < frame.cue.first
                                  ? sentence.syntax.phrase(frame.subject).first
                                  : frame.cue.first;
      const int from = std::min(scope_first, part.first);
      add_targets(block, sentence, sentence.core_span(from, std::max(part.last, frame.cue.last)),
                  text, statement);
      statement.theme = theme_of(block, sentence, text, -1);
      const Span cue = block.block->raw_span(sentence.core_span(frame.cue.first, frame.cue.last));
      statement.evidence.push_back({"cue", cue});
      out_.statements.push_back(std::move(statement));
    }
  }

  // "For Guyana and Suriname, the objective is …"
  Referent fronted_holder(const AnalyzedBlock& block, const AnalyzedSentence& sentence) {
    const Syntax& syntax = sentence.syntax;
    if (syntax.lower(0) != "for" || syntax.phrase_at(1) < 0) return {};
    return discourse_.resolve(block, sentence, syntax.phrase_at(1), true);
  }

  // The actors named anywhere in a subject: "The security of the Baltic states".
  Referent subject_names(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                         const Frame& frame) {
    Referent referent;
    if (frame.subject < 0) return referent;
    const Syntax& syntax = sentence.syntax;
    int first = syntax.phrase(frame.subject).first;
    if (syntax.is_any(0, tags(Tag::wh)) && first < 8) first = 0;  // "What happens between X and Y"
    int last = syntax.phrase(frame.subject).last;
    while (last < syntax.size() && !syntax.is_any(last, kFinite | tags(Tag::comma, Tag::stop, Tag::relative))) ++last;
    for (const NamedActor* name : names_in(block, sentence, sentence.core_span(first, last))) {
      referent.add({name->actor, {}, name->form});
    }
    return referent;
  }

  // Whom a statement concerns where its subject is no actor. False: the statement is dropped.
  bool find_default_holders(const AnalyzedSentence& sentence, Frame& frame) {
    const Syntax& syntax = sentence.syntax;
    const bool subject_known = frame.subject >= 0;
    const std::string_view noun =
        subject_known ? syntax.token(syntax.phrase(frame.subject).head).lemma() : std::string_view();
    const bool relation = tables_.in_set(noun, "relation-noun");
    const auto take = [&](const std::vector<int>& list) {
      for (const int actor : list) frame.holders.add({actor, {}, "topic"});
    };
    if (speaks_author(frame)) {
      take(topic_.author);
      return true;
    }
    const bool pair = relation && topic_.actors.size() == 1 && topic_.section.size() == 1;
    if (pair) take(topic_.section);  // "Relations" below a heading: with its actor
    switch (frame.kind) {
      case Kind::challenge:
      case Kind::driver:
        take(topic_.author.empty() ? topic_.actors : topic_.author);
        return true;
      case Kind::outlook:
        if (relation || !is_nature(sentence, frame)) take(topic_.actors);
        return true;
      case Kind::need:  // "the fight must be conducted": the author's duty
        if (!subject_known || !tables_.in_set(noun, "actor-noun")) take(topic_.author);
        return true;
      case Kind::commitment:  // "these funds will be kept": the author's promise
        take(topic_.author);
        return !topic_.author.empty() && frame.rule->construction == "modal";
      case Kind::goal:  // "in order to", "X remains a priority" of nobody else
        take(topic_.author);
        if (frame.rule->construction == "be-to") return true;  // "the pipeline is planned to"
        return !topic_.author.empty() &&
               (frame.rule->word_class == "purpose" || frame.rule->construction == "pred" ||
                tables_.in_set(noun, "programme-noun") ||
                (subject_known && syntax.is(syntax.phrase(frame.subject).head, Tag::name)));
      default:  // "donors have pledged": somebody, but nobody with a name
        return subject_known && (tables_.in_set(noun, "actor-noun") || tables_.in_set(noun, "body-noun"));
    }
  }
  // "The sea will keep rising" is nobody's future.
  bool is_nature(const AnalyzedSentence& sentence, const Frame& frame) const {
    if (frame.subject < 0) return true;
    const Syntax& syntax = sentence.syntax;
    const std::string_view noun = syntax.token(syntax.phrase(frame.subject).head).lemma();
    const auto terms = tables_.theme_terms.find(noun);
    if (terms == tables_.theme_terms.end()) return false;
    return std::any_of(terms->second.begin(), terms->second.end(), [&](const ThemeTerm& term) {
      return term.words.size() == 1 &&
             tables_.theme_ids[static_cast<std::size_t>(term.theme)] == "environment";
    });
  }
  // A preamble without a subject is its author's: "Determined to V,".
  bool speaks_author(const Frame& frame) const {
    return frame.subject < 0 && !topic_.author.empty();
  }

  // --- lists -------------------------------------------------------------------------------

  void read_item(std::size_t b) {
    const AnalyzedBlock& block = blocks_[b];
    discourse_.start_paragraph();
    const Guide guide = guide_for(block);
    const bool parent = b + 1 < blocks_.size() &&
                        blocks_[b + 1].block->type == BlockType::item &&
                        blocks_[b + 1].block->parent == static_cast<int>(b);
    if (parent && block.tokens.size() <= 12) {
      item_guides_[static_cast<int>(b)] = read_parent_item(block, actors_, discourse_);
      return finish_item(block, "lead-in");
    }
    int first_row = -1;
    for (const AnalyzedSentence& sentence : block.sentences) {
      const int row = add_sentence(block, sentence, "");
      if (first_row < 0) first_row = row;
    }
    const bool coded = first_row >= 0 && add_item(block, guide, first_row);
    for (std::size_t s = 0; s < block.sentences.size(); ++s) {
      out_.sentences[static_cast<std::size_t>(first_row) + s].outcome = coded ? "coded" : "no-lead-in";
      discourse_.remember(block, block.sentences[s]);
      add_mentions(block, block.sentences[s]);
    }
  }

  void finish_item(const AnalyzedBlock& block, const char* outcome) {
    for (const AnalyzedSentence& sentence : block.sentences) {
      add_sentence(block, sentence, outcome);
      discourse_.remember(block, sentence);
      add_mentions(block, sentence);
    }
  }

  // The nearest that says something of an item: its parents, its lead-in, its headings.
  Guide guide_for(const AnalyzedBlock& block) const {
    Guide guide;
    const auto inherit = [&](const Guide& from) {
      if (!guide.kind && from.kind) {
        guide.kind = from.kind;
        guide.rule = from.rule;
        guide.evidence = from.evidence;
        guide.role = from.role;
      }
      // Below "Challenges" a heading that only names actors says whom they concern, not who has them.
      const bool concerns = !from.kind && from.role == "heading" && below_shared_kind(from);
      if (concerns) {
        for (const Who& who : from.holders.who) guide.others.push_back(who.actor);
      } else if (guide.holders.empty()) {
        guide.holders = from.holders;
      }
      if (guide.theme < 0) guide.theme = from.theme;
      for (const int other : from.others) guide.others.push_back(other);
    };
    for (int p = block.block->parent; p >= 0;) {
      const auto known = item_guides_.find(p);
      if (known != item_guides_.end()) inherit(known->second);
      p = blocks_[static_cast<std::size_t>(p)].block->parent;
    }
    if (lead_in_) inherit(*lead_in_);
    for (auto s = sections_.rbegin(); s != sections_.rend(); ++s) {
      if (s->level == 1 && sections_.size() > 1) break;
      inherit(s->guide);
    }
    return guide;
  }

  bool below_shared_kind(const Guide& heading) const {
    for (auto s = sections_.rbegin(); s != sections_.rend(); ++s) {
      if (!s->guide.kind) continue;
      return (s->guide.kind == Kind::challenge || s->guide.kind == Kind::driver) &&
             s->guide.evidence.start_byte != heading.evidence.start_byte;
    }
    return false;
  }

  bool add_item(const AnalyzedBlock& block, const Guide& guide, int row) {
    const Span text = item_text(block);
    if (text.size() == 0) return false;
    const AnalyzedSentence& sentence = block.sentences.front();
    if (is_denial(sentence)) return false;
    const Frame* own = nullptr;
    const std::vector<Frame> frames = find_frames(block, sentence, actors_, discourse_, topic_);
    if (is_full_sentence(sentence)) {
      for (const Frame& frame : frames) {
        if (!frame.open && own == nullptr && !in_relative(sentence, frame)) own = &frame;
      }
    }
    if (own == nullptr && !guide.kind) return false;
    const Rule* rule = own ? own->rule : guide.rule;
    Statement statement = start_statement(rule, own ? own->kind : *guide.kind, row);
    Referent holders;
    if (own) {
      holders = discourse_.resolve(block, sentence, own->subject, own->kind != Kind::outlook);
      statement.modality = own->modality;
      const Span cue = sentence.core_span(own->cue.first, own->cue.last);
      statement.evidence.push_back({"cue", block.block->raw_span(cue)});
    } else if (guide.evidence.size() > 0) {
      statement.evidence.push_back({guide.role, guide.evidence});
    }
    if (!own && statement.kind != Kind::challenge) holders = label_actors(block, sentence);
    if (holders.empty()) holders = guide.holders;
    if (holders.empty()) {
      for (const int actor : topic_.actors) holders.add({actor, {}, "topic"});
    }
    add_holders(block, holders, statement);
    set_text(block, text, statement);
    for (const AnalyzedSentence& part : block.sentences) {
      add_targets(block, part, text, text, statement);
    }
    if (!own) add_target_list(guide.others, statement);
    statement.theme = theme_of(block, sentence, text, own ? -1 : guide.theme);
    out_.statements.push_back(std::move(statement));
    return true;
  }

  // "Lebanon: a first cubic metre to show its creditors": the label names the holder.
  Referent label_actors(const AnalyzedBlock& block, const AnalyzedSentence& sentence) {
    const Syntax& syntax = sentence.syntax;
    if (syntax.phrase_at(0) != 0 || syntax.noun_phrases.empty()) return {};
    int last = syntax.phrase(0).last;
    while (syntax.is_any(last, tags(Tag::conjunction, Tag::comma)) && syntax.phrase_at(last + 1) >= 0) {
      last = syntax.phrase(syntax.phrase_at(last + 1)).last;
    }
    if (!syntax.is(last, Tag::colon)) return {};
    const Referent who = discourse_.resolve(block, sentence, 0, true);
    const bool named = !who.empty() && who.who.front().form != "adjective";
    return named ? who : Referent{};
  }

  // "Neither side has pledged a franc", "you should read chapter 4": an item that states nothing.
  static bool is_denial(const AnalyzedSentence& sentence) {
    const Syntax& syntax = sentence.syntax;
    if (syntax.size() == 0) return false;
    for (int i = 0; i < syntax.size(); ++i) {
      if (syntax.lower(i) == "you" || syntax.lower(i) == "your") return true;
    }
    const std::string_view first = syntax.lower(0);
    return first == "neither" || first == "nobody" || first == "none";
  }

  static bool in_relative(const AnalyzedSentence& sentence, const Frame& frame) {
    const int g = sentence.syntax.group_at(frame.cue.first);
    return g >= 0 && sentence.syntax.group(g).subordinate;
  }
  static bool is_full_sentence(const AnalyzedSentence& sentence) {
    for (const VerbGroup& group : sentence.syntax.verb_groups) {
      if (group.form == VerbForm::finite && !group.subordinate && group.subject >= 0) return true;
    }
    return false;
  }

  // The whole item without a bold label ("**Money:** too little") and final punctuation.
  Span item_text(const AnalyzedBlock& block) const {
    const std::string& text = block.block->text;
    std::size_t first = 0;
    if (!block.block->strong.empty() && block.block->strong.front().start_byte == 0) {
      const std::size_t end = block.block->strong.front().end_byte;
      if (end < text.size()) first = end;
    }
    const auto is_edge = [&](std::size_t at) {
      const char c = text[at];
      return c == ' ' || c == ':' || c == '.' || c == ',' || c == ';';
    };
    while (first < text.size() && (is_edge(first) || text.compare(first, 4, "– ") == 0)) {
      first += text[first] == '\xe2' ? 3 : 1;
    }
    std::size_t last = text.size();
    while (last > first && is_edge(last - 1)) --last;
    for (const Token& token : block.tokens) {  // over any other blanks
      if (token.start < first) continue;
      first = token.start;
      break;
    }
    if (first > last) return {};
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
  }

  // --- rows --------------------------------------------------------------------------------

  std::uint32_t line_of(const AnalyzedBlock& block, Span text) const {
    return document_.line_of(block.block->raw_span(text).start_byte);
  }

  int add_sentence(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                   const char* outcome) {
    Sentence row;
    row.span = block.block->raw_span(sentence.text);
    row.line = document_.line_of(row.span.start_byte);
    row.section = sections_.empty() ? -1 : sections_.back().index;
    row.block = block_type_name(block.block->type);
    row.text = block.block->text.substr(sentence.text.start_byte, sentence.text.size());
    row.outcome = outcome;
    out_.sentences.push_back(std::move(row));
    return static_cast<int>(out_.sentences.size()) - 1;
  }

  void set_outcome(int row, const char* outcome) {
    out_.sentences[static_cast<std::size_t>(row)].outcome = outcome;
  }

  void add_mentions(const AnalyzedBlock& block, const AnalyzedSentence& sentence) {
    for (const NamedActor& name : sentence.names) {
      Mention mention;
      mention.sentence = static_cast<int>(out_.sentences.size()) - 1;
      mention.actor = actors_[name.actor].id;
      mention.span = block.block->raw_span({block.tokens[name.first_token].start,
                                            block.tokens[name.last_token - 1].end});
      mention.form = name.form;
      out_.mentions.push_back(std::move(mention));
    }
  }

  Statement start_statement(const Rule* rule, Kind kind, int row) const {
    Statement statement;
    statement.kind = kind;
    statement.rule = rule->id;
    statement.sentence = row;
    return statement;
  }

  void set_text(const AnalyzedBlock& block, Span text, Statement& statement) const {
    statement.span = block.block->raw_span(text);
    statement.line = document_.line_of(statement.span.start_byte);
    statement.quote = block.block->text.substr(text.start_byte, text.size());
  }

  void add_holders(const AnalyzedBlock& block, const Referent& holders, Statement& statement) {
    for (const Who& who : holders.who) add_actor(Role::holder, who.actor, statement);
    static_cast<void>(block);
  }

  void add_actor(Role role, int actor, Statement& statement) {
    const std::string& id = actors_[actor].id;
    for (const StatementActor& known : statement.actors) {
      if (known.actor == id) return;
    }
    statement.actors.push_back({role, id, -1});
    used_.push_back(actor);
  }

  void add_target_list(const std::vector<int>& list, Statement& statement) {
    for (const int actor : list) add_actor(Role::target, actor, statement);
  }

  // Every actor named from the holder to the end of the text, and regions that the text describes.
  void add_targets(const AnalyzedBlock& block, const AnalyzedSentence& sentence, Span scope,
                   Span text, Statement& statement) {
    for (const NamedActor* name : names_in(block, sentence, scope)) {
      add_actor(Role::target, name->actor, statement);
    }
    const Syntax& syntax = sentence.syntax;
    for (std::size_t p = 0; p < syntax.noun_phrases.size(); ++p) {
      const NounPhrase& np = syntax.noun_phrases[p];
      const Span span = sentence.core_span(np.first, np.last);
      if (span.start_byte < text.start_byte || span.end_byte > text.end_byte) continue;
      if (syntax.is_any(np.first, tags(Tag::pronoun, Tag::possessive_pronoun))) continue;
      const Referent who = discourse_.resolve_one(block, sentence, static_cast<int>(p), true);
      for (const Who& one : who.who) {
        if (one.form == "description") add_actor(Role::target, one.actor, statement);
      }
    }
  }

  std::string theme_of(const AnalyzedBlock& block, const AnalyzedSentence& sentence, Span text,
                       int guided) const {
    if (guided >= 0) return tables_.theme_ids[static_cast<std::size_t>(guided)];
    ThemeWeights weights(tables_.theme_ids.size(), 0);
    const auto weigh = [&](Span span, double factor) {
      const TokenRange range = tokens_in(block, span);
      weigh_themes(block.tokens, range.first, range.last, factor, tables_, weights);
    };
    weigh(text, 1);
    if (joins_themes(block.tokens, tokens_in(block, text), tables_)) {
      weights[static_cast<std::size_t>(theme_index("general"))] += kJoinedThemes;
    }
    if (decide_theme(weights) < 0) {
      weigh(sentence.text, kContextWeight);
      weights[static_cast<std::size_t>(theme_index("political"))] += 1;
    }
    for (std::size_t i = 0; i < weights.size(); ++i) weights[i] += kEssayWeight * essay_themes_[i];
    return tables_.theme_ids[static_cast<std::size_t>(std::max(0, decide_theme(weights)))];
  }

  // The tokens that lie wholly inside a span of the block's text.
  static TokenRange tokens_in(const AnalyzedBlock& block, Span span) {
    const auto first = std::partition_point(block.tokens.begin(), block.tokens.end(), [&](const Token& t) {
      return t.start < span.start_byte;
    });
    const auto last = std::partition_point(first, block.tokens.end(),
                                           [&](const Token& t) { return t.end <= span.end_byte; });
    return {static_cast<std::size_t>(first - block.tokens.begin()),
            static_cast<std::size_t>(last - block.tokens.begin())};
  }

  int theme_index(std::string_view id) const {
    const auto at = std::find(tables_.theme_ids.begin(), tables_.theme_ids.end(), id);
    return static_cast<int>(at - tables_.theme_ids.begin());
  }

  // The actors that the rows refer to, and the members of those, by id.
  void collect_actors() {
    std::map<std::string, int> used;
    for (const int actor : used_) used.emplace(actors_[actor].id, actor);
    for (const Mention& mention : out_.mentions) used.emplace(mention.actor, actors_.find(mention.actor));
    std::vector<int> queue;
    for (const auto& [id, actor] : used) queue.push_back(actor);
    while (!queue.empty()) {
      const int actor = queue.back();
      queue.pop_back();
      for (const std::string& member : actors_[actor].members) {
        const int index = actors_.find(member);
        if (index >= 0 && used.emplace(member, index).second) queue.push_back(index);
      }
    }
    for (const auto& [id, actor] : used) out_.actors.push_back(actors_[actor]);
    std::stable_sort(out_.statements.begin(), out_.statements.end(),
                     [](const Statement& a, const Statement& b) {
                       return std::pair(a.span.start_byte, a.rule) < std::pair(b.span.start_byte, b.rule);
                     });
    for (Statement& statement : out_.statements) {
      std::sort(statement.actors.begin(), statement.actors.end(),
                [](const StatementActor& a, const StatementActor& b) {
                  return std::pair(a.role, a.actor) < std::pair(b.role, b.actor);
                });
    }
  }

  const Document& document_;
  const Lexicon::Tables& tables_;
  Vocabulary vocabulary_;
  ActorList actors_;
  ActorCounts counts_;
  Topic topic_;
  Discourse discourse_;
  std::vector<AnalyzedBlock> blocks_;
  ThemeWeights essay_themes_;
  std::vector<OpenSection> sections_;
  std::optional<Guide> lead_in_;
  std::map<int, Guide> item_guides_;
  Enumeration enumeration_;
  std::vector<int> used_;
  Extraction out_;
};

}  // namespace

Extraction extract(const Document& document, const Lexicon& lexicon) {
  return Extractor(document, lexicon).run();
}

}  // namespace steppe
