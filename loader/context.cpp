// Tested by tests/metamorphic_test.cpp and tests/corpus_test.cpp.
#include "loader/context.hpp"

#include <algorithm>

#include "loader/themes.hpp"

namespace steppe {
namespace {

// A theme that words before a noun name: "economic interests".
int modifier_theme(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                   const NounPhrase& np, const Lexicon::Tables& tables) {
  const Span span = sentence.core_span(np.first, np.last);
  ThemeWeights weights;
  for (std::size_t i = sentence.range.first; i < sentence.range.last; ++i) {
    const Token& token = block.tokens[i];
    if (token.start < span.start_byte || token.end > span.end_byte) continue;
    if (token.end == sentence.syntax.token(np.head).end) continue;
    weigh_themes(block.tokens, i, i + 1, 1, tables, weights);
  }
  return decide_theme(weights);
}

// The first phrase of lead_ins.tsv that the sentence holds; the last noun of a list
// counts most.
const Rule* phrase_rule(const AnalyzedSentence& sentence, const Lexicon::Tables& tables) {
  const Syntax& syntax = sentence.syntax;
  for (int i = 0; i < syntax.size(); ++i) {
    for (const std::string_view key : {syntax.token(i).lemma(), syntax.lower(i)}) {
      const auto phrases = tables.lead_ins.find(key);
      if (phrases == tables.lead_ins.end()) continue;
      for (const LeadIn& phrase : phrases->second) {
        bool fits = true;
        for (std::size_t k = 0; k < phrase.words.size() && fits; ++k) {
          const int at = i + static_cast<int>(k);
          fits = at < syntax.size() && (syntax.token(at).lemma() == phrase.words[k] ||
                                        syntax.lower(at) == phrase.words[k]);
        }
        if (fits) return tables.find_rule(phrase.word_class, "list");
      }
    }
  }
  return nullptr;
}

void add_all(Referent& referent, const AnalyzedBlock& block,
             const AnalyzedSentence& sentence) {
  for (const NamedActor& name : sentence.names) {
    referent.add(
        {name.actor,
         {block.tokens[name.first_token].start, block.tokens[name.last_token - 1].end},
         name.form});
  }
}

void note_others(Guide& guide, const AnalyzedSentence& sentence) {
  for (const NamedActor& name : sentence.names) {
    const bool holds =
        std::any_of(guide.holders.who.begin(), guide.holders.who.end(),
                    [&](const Who& who) { return who.actor == name.actor; });
    if (!holds) guide.others.push_back(name.actor);
  }
}

// The first finite verb's subject, where it is an actor.
Referent main_subject(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                      Discourse& discourse) {
  for (const VerbGroup& group : sentence.syntax.verb_groups) {
    if (group.form != VerbForm::finite || group.relative || group.subject < 0) continue;
    return discourse.resolve(block, sentence, group.subject, true);
  }
  return {};
}

// "Iran's interests", "the aims of the Gulf states".
Referent possessor(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                   int phrase, Discourse& discourse) {
  const Syntax& syntax = sentence.syntax;
  Referent own = discourse.resolve_one(block, sentence, phrase, true);
  if (!own.empty()) return own;
  const int next = syntax.phrase_at(syntax.phrase(phrase).last + 1);
  const std::string_view word = syntax.lower(syntax.phrase(phrase).last);
  if (next < 0 || (word != "of" && word != "for")) return {};
  return discourse.resolve(block, sentence, next, true);
}

// The noun phrase whose head gives a kind, or -1.
int list_phrase(const AnalyzedSentence& sentence, const Lexicon::Tables& tables) {
  const Syntax& syntax = sentence.syntax;
  for (std::size_t p = 0; p < syntax.noun_phrases.size(); ++p) {
    if (list_noun(syntax.token(syntax.noun_phrases[p].head).lemma(), tables)) {
      return static_cast<int>(p);
    }
  }
  return -1;
}

Referent names_before(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                      int last) {
  Referent referent;
  if (last <= 0) return referent;
  for (const NamedActor* name : names_in(block, sentence, sentence.core_span(0, last))) {
    referent.add({name->actor, {}, name->form});
  }
  return referent;
}

// "Impact on India", "What it means for Kenya"
Referent beneficiary(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                     Discourse& discourse) {
  const Syntax& syntax = sentence.syntax;
  for (int i = syntax.size() - 1; i > 0; --i) {
    const bool opens = syntax.lower(i) == "for" || syntax.lower(i) == "on";
    if (opens && syntax.phrase_at(i + 1) >= 0) {
      return discourse.resolve(block, sentence, syntax.phrase_at(i + 1), true);
    }
  }
  return {};
}

Guide guide_of(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
               std::string role) {
  Guide guide;
  guide.evidence = block.block->raw_span(sentence.text);
  guide.role = std::move(role);
  return guide;
}

// "Gulf states’ aims": the possessor; "Obstacles to X–Y relations": all that it names.
void find_heading_holders(Guide& guide, const AnalyzedBlock& block,
                          const AnalyzedSentence& sentence, int phrase,
                          Discourse& discourse) {
  if (guide.kind == Kind::challenge || guide.kind == Kind::driver ||
      guide.kind == Kind::outlook) {
    return add_all(guide.holders, block, sentence);
  }
  if (phrase >= 0) guide.holders = possessor(block, sentence, phrase, discourse);
  if (guide.holders.empty()) guide.holders = main_subject(block, sentence, discourse);
  if (guide.holders.empty()) guide.holders = beneficiary(block, sentence, discourse);
  if (guide.holders.empty()) add_all(guide.holders, block, sentence);
}

}  // namespace

const Rule* list_noun(std::string_view lemma, const Lexicon::Tables& tables) {
  const auto phrases = tables.lead_ins.find(lemma);
  if (phrases == tables.lead_ins.end()) return nullptr;
  for (const LeadIn& phrase : phrases->second) {
    if (phrase.words.size() == 1) return tables.find_rule(phrase.word_class, "list");
  }
  return nullptr;
}

Guide read_heading(const AnalyzedBlock& block, ActorList& actors, Discourse& discourse) {
  if (block.sentences.empty()) return {};
  const AnalyzedSentence& sentence = block.sentences.front();
  const Lexicon::Tables& tables = actors.tables();
  Guide guide = guide_of(block, sentence, "heading");
  const int phrase = list_phrase(sentence, tables);
  guide.rule = phrase_rule(sentence, tables);
  if (guide.rule) guide.kind = guide.rule->kind;
  find_heading_holders(guide, block, sentence, phrase, discourse);
  note_others(guide, sentence);
  if (phrase >= 0) {
    guide.theme = modifier_theme(block, sentence, sentence.syntax.phrase(phrase), tables);
  }
  return guide;
}

Guide read_lead_in(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                   ActorList& actors, Discourse& discourse, const Topic& topic) {
  const Lexicon::Tables& tables = actors.tables();
  Guide guide = guide_of(block, sentence, "lead-in");
  const std::vector<Frame> frames =
      find_frames(block, sentence, actors, discourse, topic);
  const int phrase = list_phrase(sentence, tables);
  if (!frames.empty()) {
    const Frame& frame = frames.back();
    // "will hear different concerns:" the noun in the text says what the list holds
    const bool modal = frame.rule->construction == "modal";
    const bool named = phrase >= 0 && !frame.open && modal &&
                       sentence.syntax.phrase(phrase).first >= frame.text.first &&
                       sentence.syntax.phrase(phrase).first <= frame.text.first + 2;
    guide.rule =
        named ? list_noun(
                    sentence.syntax.token(sentence.syntax.phrase(phrase).head).lemma(),
                    tables)
              : frame.rule;
    guide.kind = guide.rule->kind;
    const bool clause =
        sentence.syntax.is(0, Tag::wh);  // "What happens between X and Y depends on"
    guide.holders = clause ? names_before(block, sentence, frame.cue.first)
                           : discourse.resolve(block, sentence, frame.subject, true);
  } else {
    guide.rule = phrase_rule(sentence, tables);
    if (guide.rule) guide.kind = guide.rule->kind;
    if (phrase >= 0) guide.holders = possessor(block, sentence, phrase, discourse);
  }
  if (guide.holders.empty()) {
    guide.holders = main_subject(block, sentence, discourse);
    if (guide.holders.empty() && guide.kind == Kind::challenge) {
      add_all(guide.holders, block, sentence);
    }
  }
  note_others(guide, sentence);
  if (phrase >= 0) {
    guide.theme = modifier_theme(block, sentence, sentence.syntax.phrase(phrase), tables);
  }
  return guide;
}

Guide read_parent_item(const AnalyzedBlock& block, ActorList& actors,
                       Discourse& discourse) {
  if (block.sentences.empty()) return {};
  const AnalyzedSentence& sentence = block.sentences.front();
  const Lexicon::Tables& tables = actors.tables();
  Guide guide = guide_of(block, sentence, "lead-in");
  const int phrase = list_phrase(sentence, tables);
  guide.rule = phrase_rule(sentence, tables);
  if (guide.rule) guide.kind = guide.rule->kind;
  if (!sentence.names.empty())
    find_heading_holders(guide, block, sentence, phrase, discourse);
  ThemeWeights weights;
  weigh_themes(block.tokens, sentence.range.first, sentence.range.last, 1, tables,
               weights);
  guide.theme = decide_theme(weights);
  return guide;
}

}  // namespace steppe
