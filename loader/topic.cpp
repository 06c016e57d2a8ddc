// Tested by tests/reference_test.cpp.
#include "loader/topic.hpp"

#include <algorithm>

namespace steppe {
namespace {

void add_once(std::vector<int>& list, int actor) {
  if (std::find(list.begin(), list.end(), actor) == list.end()) list.push_back(actor);
}

// The title is the first heading, or the first block of all where no heading comes before
// it.
std::vector<int> title_actors(const std::vector<AnalyzedBlock>& blocks) {
  std::vector<int> actors;
  for (const AnalyzedBlock& block : blocks) {
    if (block.block->type != BlockType::heading) continue;
    if (block.block->level > 1) break;
    for (const AnalyzedSentence& sentence : block.sentences) {
      for (const NamedActor& name : sentence.names) add_once(actors, name.actor);
    }
    break;
  }
  return actors;
}

std::vector<int> most_named(const ActorCounts& counts) {
  int first = -1;
  int second = -1;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto actor = static_cast<int>(i);
    if (counts[i] == 0) continue;
    if (first < 0 || counts[i] > counts[static_cast<std::size_t>(first)]) {
      second = first;
      first = actor;
    } else if (second < 0 || counts[i] > counts[static_cast<std::size_t>(second)]) {
      second = actor;
    }
  }
  std::vector<int> actors;
  if (first >= 0) actors.push_back(first);
  if (second >= 0 && counts[static_cast<std::size_t>(second)] * 2 >=
                         counts[static_cast<std::size_t>(first)]) {
    actors.push_back(second);
  }
  return actors;
}

bool is_first_person(std::string_view w) { return w == "we" || w == "our" || w == "us"; }

// Sentences whose "we" is not somebody's quoted word.
bool speaks_in_first_person(const AnalyzedBlock& block,
                            const AnalyzedSentence& sentence) {
  bool quoted = false;
  for (std::size_t i = sentence.range.first; i < sentence.range.last; ++i) {
    const Token& token = block.tokens[i];
    if (token.is(Tag::quote))
      quoted = token.text == "\"" ? !quoted : token.text != "\u201d";
    if (!quoted && is_first_person(token.lower())) return true;
  }
  return false;
}

// How strongly the text speaks for an actor: "we will", "we must", "we are committed to".
int count_declarations(const AnalyzedSentence& sentence, const Lexicon::Tables& tables) {
  int count = 0;
  const Syntax& syntax = sentence.syntax;
  for (const VerbGroup& group : syntax.verb_groups) {
    if (group.form != VerbForm::finite || group.subject < 0) continue;
    if (syntax.lower(syntax.phrase(group.subject).head) != "we") continue;
    const bool willed = group.modal == "will" || group.modal == "shall";
    const bool duty = group.modal == "must" || group.modal == "should";
    const bool stance = tables.verb_cues.contains(group.lemma) ||
                        tables.adjective_cues.contains(syntax.lower(group.main)) ||
                        tables.adjective_cues.contains(syntax.lower(group.last));
    count += willed ? 2 : duty || stance ? 1 : 0;
  }
  return count;
}

bool may_speak(const Actor& actor) {
  return actor.type == "state" || actor.type == "organization" ||
         actor.type == "unknown" || actor.type == "historical";
}

// Who "we" is: an actor that the text tells of in the third person as one who acts ("the
// United States will"), seldom one that stands beside "we" ("our policy towards China").
class AuthorFinder {
 public:
  AuthorFinder(const std::vector<AnalyzedBlock>& blocks, const ActorList& actors)
      : blocks_(blocks), actors_(actors) {}

  std::vector<int> run() {
    for (const AnalyzedBlock& block : blocks_) {
      if (block.block->type == BlockType::quotation) continue;
      for (const AnalyzedSentence& sentence : block.sentences) read(block, sentence);
    }
    if (parties_ >= kSpeakingFor && !joint_.empty()) return joint_;
    if (declarations_ < kSpeakingFor) return {};
    if (!named_.empty()) return named_;
    int best = -1;
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      const auto actor = static_cast<int>(i);
      if (seen_[i] == 0 || !may_speak(actors_[actor])) continue;
      if (best < 0 || scores_[i] > scores_[static_cast<std::size_t>(best)]) best = actor;
    }
    return best < 0 ? std::vector<int>{} : std::vector<int>{best};
  }

 private:
  static constexpr int kSpeakingFor = 2;
  static constexpr int kAddressed = 8;

  void read(const AnalyzedBlock& block, const AnalyzedSentence& sentence) {
    read_parties(block, sentence);
    const bool first_person = speaks_in_first_person(block, sentence);
    if (first_person) {
      declarations_ += count_declarations(sentence, actors_.tables());
      read_apposition(block, sentence);
    }
    for (const NamedActor& name : sentence.names) {
      const auto index = static_cast<std::size_t>(name.actor);
      if (scores_.size() <= index) {
        scores_.resize(index + 1, 0);
        seen_.resize(index + 1, 0);
      }
      ++seen_[index];
      const bool subject = in_subject(block, sentence, name);
      const bool addressed = name.first_token > 0 && sentence.names.size() == 1 &&
                             name.first_token == sentence.range.first + 1 &&
                             block.tokens[sentence.range.first].lower() == "for" &&
                             sentence.range.last - sentence.range.first <= 3;
      if (addressed)
        scores_[index] += kAddressed;  // "For Australia" above what "we" should do
      scores_[index] += subject ? 2 : first_person ? -1 : name.form == "role" ? 1 : 0;
    }
  }

  static bool in_subject(const AnalyzedBlock& block, const AnalyzedSentence& sentence,
                         const NamedActor& name) {
    const std::uint32_t start = block.tokens[name.first_token].start;
    for (const VerbGroup& group : sentence.syntax.verb_groups) {
      if (group.subject < 0 || group.form != VerbForm::finite || group.relative) continue;
      const NounPhrase& np = sentence.syntax.phrase(group.subject);
      const Span span = sentence.core_span(np.first, np.last);
      if (start >= span.start_byte && start < span.end_byte) return true;
    }
    return false;
  }

  // "The Governments of X, Y and Z, hereinafter “the Parties”": the first coordination of
  // states, where the text speaks of its parties.
  void read_parties(const AnalyzedBlock& block, const AnalyzedSentence& sentence) {
    for (std::size_t i = sentence.range.first + 1; i < sentence.range.last; ++i) {
      const Token& token = block.tokens[i];
      if (!token.capital || !token.word) continue;
      const std::string_view w = token.lower();
      parties_ +=
          w == "parties" || w == "participants" || w == "signatories" || w == "sides";
    }
    if (!joint_.empty()) return;
    const Syntax& syntax = sentence.syntax;
    for (std::size_t p = 0; p + 1 < syntax.noun_phrases.size(); ++p) {
      std::vector<int> chain;
      std::size_t k = p;
      for (; k < syntax.noun_phrases.size(); ++k) {
        const NounPhrase& np = syntax.noun_phrases[k];
        if (k > p && np.first - syntax.noun_phrases[k - 1].last > 2) break;
        const auto names =
            names_in(block, sentence, sentence.core_span(np.first, np.last));
        if (names.size() != 1 || names.front()->form == "adjective" ||
            !may_speak(actors_[names.front()->actor])) {
          break;
        }
        add_once(chain, names.front()->actor);
        if (k + 1 < syntax.noun_phrases.size() &&
            !syntax.is_any(np.last, tags(Tag::comma, Tag::conjunction))) {
          break;
        }
      }
      if (chain.size() >= 2) {
        joint_ = chain;
        return;
      }
    }
  }

  // "We, the Foreign Ministers of X and Y, …"
  void read_apposition(const AnalyzedBlock& block, const AnalyzedSentence& sentence) {
    const Syntax& syntax = sentence.syntax;
    for (int i = 0; i + 1 < syntax.size(); ++i) {
      if (syntax.lower(i) != "we") continue;
      int at = i + 1;
      if (syntax.is(at, Tag::comma)) ++at;
      const int p = syntax.phrase_at(at);
      if (p < 0 || syntax.phrase(p).first != at || syntax.lower(at) != "the") continue;
      int end = at;
      while (end < syntax.size() && !syntax.is_any(end, kFinite | tags(Tag::stop))) ++end;
      for (const NamedActor* name :
           names_in(block, sentence, sentence.core_span(at, end))) {
        if (name->form != "seat") add_once(named_, name->actor);
      }
      return;
    }
  }

  const std::vector<AnalyzedBlock>& blocks_;
  const ActorList& actors_;
  int declarations_ = 0;
  int parties_ = 0;
  std::vector<int> joint_;
  std::vector<int> named_;
  std::vector<int> scores_;
  std::vector<int> seen_;
};

}  // namespace

Topic find_topic(const std::vector<AnalyzedBlock>& blocks, const ActorList& actors,
                 const ActorCounts& counts) {
  Topic topic;
  topic.actors = title_actors(blocks);
  topic.titled = !topic.actors.empty();
  if (topic.actors.empty()) topic.actors = most_named(counts);
  topic.author = AuthorFinder(blocks, actors).run();
  return topic;
}

}  // namespace steppe
