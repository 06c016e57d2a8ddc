// The cheapest path through the words' readings (Viterbi): each reading has a cost of its
// own, each pair of neighbours has one from the table below, and a clause pays for a
// second finite verb or for none. The costs are set by hand, on the scale of
// Reading::cost: 2 is a factor of two.
//
// Capitals count here: a capitalised word inside a sentence is a name unless it is a
// function word. Tested by tests/tagging_test.cpp.
#include "loader/language/tagging.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace steppe {
namespace {

constexpr TagSet kAll = ~TagSet{0};
constexpr TagSet kNouns = tags(Tag::noun, Tag::nouns);
constexpr TagSet kPresent = tags(Tag::verb_s, Tag::verb_plain);
constexpr TagSet kLexicalFinite = kPresent | tags(Tag::verb_past);
constexpr TagSet kBases = tags(Tag::verb_base, Tag::be_base, Tag::have, Tag::do_);
constexpr TagSet kParticiples = tags(Tag::verb_en, Tag::verb_ing);
constexpr TagSet kVerbs =
    kLexicalFinite | kParticiples |
    tags(Tag::verb_base, Tag::be, Tag::be_base, Tag::be_en, Tag::be_ing, Tag::have,
         Tag::have_ing, Tag::do_, Tag::modal);
constexpr TagSet kOpeners =
    tags(Tag::determiner, Tag::possessive_pronoun, Tag::possessive);
constexpr TagSet kBreaks = tags(Tag::comma, Tag::dash, Tag::colon, Tag::stop, Tag::open,
                                Tag::close, Tag::quote, Tag::other);
constexpr TagSet kLexicalVerbs = kLexicalFinite | kParticiples | tags(Tag::verb_base);

struct PairCost {
  TagSet left;
  TagSet right;
  int cost;
};

// A later row overrides an earlier one. What no row names costs 8.
constexpr PairCost kPairs[] = {
    {kAll, kBreaks, 2},
    {kAll, tags(Tag::conjunction), 4},
    {kAll, tags(Tag::adverb), 5},
    {kAll, tags(Tag::subordinator), 3},
    {kBreaks, kAll, 4},
    {kBreaks, tags(Tag::verb_base), 9},
    {kBreaks, tags(Tag::verb_s), 8},
    {kBreaks,
     kOpeners | tags(Tag::preposition, Tag::pronoun, Tag::name, Tag::subordinator,
                     Tag::conjunction, Tag::adverb),
     2},
    // noun phrases
    {kOpeners, kVerbs, 26},
    {kOpeners,
     tags(Tag::preposition, Tag::conjunction, Tag::to, Tag::subordinator, Tag::pronoun),
     16},
    {kOpeners, kNouns, 0},
    {kOpeners, tags(Tag::adjective), 0},
    {kOpeners, tags(Tag::number), 1},
    {kOpeners, tags(Tag::name), 1},
    {kOpeners, tags(Tag::adverb), 5},
    {kOpeners, kParticiples, 5},
    {tags(Tag::determiner), tags(Tag::determiner), 6},
    {tags(Tag::possessive), tags(Tag::determiner), 20},
    {tags(Tag::adjective), kVerbs, 14},
    {tags(Tag::adjective), tags(Tag::be, Tag::modal), 6},  // "the first is"
    {tags(Tag::adjective), kNouns, 0},
    {tags(Tag::adjective), tags(Tag::adjective), 2},
    {tags(Tag::adjective), tags(Tag::name), 2},
    {tags(Tag::adjective), tags(Tag::preposition, Tag::to, Tag::that, Tag::conjunction),
     2},
    {tags(Tag::adjective), kParticiples, 12},
    {tags(Tag::number), kVerbs, 12},
    {tags(Tag::number), kNouns, 0},
    {tags(Tag::number), tags(Tag::number, Tag::adjective), 1},
    {tags(Tag::number), tags(Tag::preposition), 2},
    {kNouns, tags(Tag::preposition), 0},
    {kNouns, kNouns, 4},
    {tags(Tag::nouns), kNouns, 7},
    {kNouns, tags(Tag::conjunction), 2},
    {kNouns, tags(Tag::possessive), 0},
    {kNouns, tags(Tag::adjective), 9},
    {kNouns, kOpeners, 9},
    {kNouns, tags(Tag::to, Tag::that, Tag::relative), 2},
    {kNouns, tags(Tag::modal, Tag::be, Tag::have, Tag::do_), 1},
    {kNouns, tags(Tag::verb_past), 3},
    {kNouns, tags(Tag::verb_en), 5},
    {kNouns, tags(Tag::verb_ing), 5},
    {kNouns, tags(Tag::verb_base, Tag::be_base), 20},
    {tags(Tag::noun), tags(Tag::verb_s), 3},
    {tags(Tag::noun), tags(Tag::verb_plain), 12},
    {tags(Tag::nouns), tags(Tag::verb_s), 14},
    {tags(Tag::nouns), tags(Tag::verb_plain), 3},
    {tags(Tag::name), kNominal, 3},
    {tags(Tag::name), tags(Tag::name), 1},
    {tags(Tag::name), tags(Tag::preposition, Tag::conjunction), 1},
    {tags(Tag::name), tags(Tag::possessive), 0},
    {tags(Tag::name), tags(Tag::modal, Tag::be, Tag::have, Tag::do_), 1},
    {tags(Tag::name), tags(Tag::verb_s), 1},
    {tags(Tag::name), tags(Tag::verb_past), 2},
    {tags(Tag::name), tags(Tag::verb_plain), 4},
    {tags(Tag::name), tags(Tag::verb_en), 5},
    {tags(Tag::name), tags(Tag::verb_ing), 6},
    {tags(Tag::name), tags(Tag::verb_base, Tag::be_base), 20},
    {tags(Tag::name), tags(Tag::adjective), 6},
    {tags(Tag::pronoun), kNominal | tags(Tag::adjective, Tag::verb_en), 14},
    {tags(Tag::pronoun), tags(Tag::modal, Tag::be, Tag::have, Tag::do_), 0},
    {tags(Tag::pronoun), kLexicalFinite, 2},
    {tags(Tag::pronoun), tags(Tag::verb_base, Tag::be_base), 12},
    {tags(Tag::pronoun), tags(Tag::to), 2},
    {tags(Tag::pronoun), tags(Tag::preposition), 3},
    {tags(Tag::there), tags(Tag::be, Tag::modal), 0},
    {tags(Tag::there), tags(Tag::verb_plain, Tag::verb_s, Tag::have), 3},
    // prepositions and infinitives
    {tags(Tag::preposition), kVerbs, 26},
    {tags(Tag::preposition), tags(Tag::verb_ing, Tag::be_ing, Tag::have_ing), 2},
    {tags(Tag::preposition), kNouns | tags(Tag::adjective, Tag::number, Tag::verb_en), 2},
    {tags(Tag::preposition), tags(Tag::verb_en), 9},
    {tags(Tag::preposition), kOpeners | tags(Tag::name), 0},
    {tags(Tag::preposition), tags(Tag::pronoun, Tag::wh, Tag::relative), 2},
    {tags(Tag::preposition), tags(Tag::preposition), 5},
    {tags(Tag::to), kAll, 40},
    {tags(Tag::to), kBases, 0},
    {tags(Tag::to), tags(Tag::adverb), 6},
    // verb groups
    {tags(Tag::modal), kAll, 16},
    {tags(Tag::modal), kBases, 0},
    {tags(Tag::modal), tags(Tag::adverb, Tag::negation), 1},
    {tags(Tag::modal), tags(Tag::comma), 5},
    {tags(Tag::modal), tags(Tag::to), 2},  // "ought to"
    {tags(Tag::modal), tags(Tag::pronoun), 6},
    {tags(Tag::modal), tags(Tag::colon), 3},
    {tags(Tag::do_), tags(Tag::negation), 0},
    {tags(Tag::do_), tags(Tag::verb_base), 3},
    {tags(Tag::do_), kOpeners | tags(Tag::pronoun), 3},
    {tags(Tag::be, Tag::be_base, Tag::be_en, Tag::be_ing), kVerbs, 24},
    {tags(Tag::be, Tag::be_base, Tag::be_en, Tag::be_ing),
     tags(Tag::verb_en, Tag::verb_ing, Tag::be_ing), 2},
    {tags(Tag::be, Tag::be_base, Tag::be_en, Tag::be_ing),
     tags(Tag::adjective, Tag::negation, Tag::determiner, Tag::adverb), 1},
    {tags(Tag::be, Tag::be_base, Tag::be_en, Tag::be_ing),
     tags(Tag::to, Tag::preposition, Tag::that), 2},
    {tags(Tag::be, Tag::be_base, Tag::be_en, Tag::be_ing), kNouns, 6},
    {tags(Tag::have, Tag::have_ing), kVerbs, 18},
    {tags(Tag::have, Tag::have_ing), tags(Tag::verb_en, Tag::be_en), 0},
    {tags(Tag::have, Tag::have_ing),
     tags(Tag::determiner, Tag::adverb, Tag::negation, Tag::to), 1},
    {tags(Tag::have, Tag::have_ing), kNouns | tags(Tag::adjective), 4},
    {kLexicalVerbs, kOpeners | tags(Tag::name, Tag::preposition), 0},
    {kLexicalVerbs, kNouns | tags(Tag::adjective, Tag::to, Tag::that, Tag::pronoun), 2},
    {kLexicalVerbs, tags(Tag::adverb, Tag::wh, Tag::number), 2},
    {kLexicalVerbs, tags(Tag::verb_ing), 4},
    {kLexicalVerbs, tags(Tag::verb_en), 9},
    {kLexicalVerbs, kLexicalFinite | tags(Tag::verb_base), 18},
    {kLexicalVerbs, tags(Tag::modal, Tag::be), 11},
    {kLexicalVerbs, tags(Tag::possessive), 24},
    {kPresent, tags(Tag::stop), 5},
    {tags(Tag::verb_ing), kNouns, 1},
    {tags(Tag::verb_en), kNouns, 5},
    {tags(Tag::verb_en), tags(Tag::preposition), 0},
    {tags(Tag::negation), kBases | tags(Tag::verb_en, Tag::verb_ing, Tag::adjective), 2},
    {tags(Tag::negation), tags(Tag::determiner, Tag::adverb, Tag::to, Tag::preposition),
     2},
    {tags(Tag::adverb),
     kLexicalVerbs | tags(Tag::adjective, Tag::modal, Tag::be, Tag::have), 2},
    {tags(Tag::adverb), tags(Tag::preposition, Tag::to, Tag::adverb, Tag::comma), 3},
    {tags(Tag::adverb), tags(Tag::verb_base), 4},
    {tags(Tag::adverb), kOpeners | tags(Tag::pronoun, Tag::name, Tag::number), 4},
    {tags(Tag::adverb), kNouns, 7},
    // clause openers
    {tags(Tag::conjunction), kAll, 4},
    {tags(Tag::conjunction), tags(Tag::possessive), 30},
    {tags(Tag::conjunction), tags(Tag::adjective), 3},
    {tags(Tag::conjunction), tags(Tag::verb_base), 5},
    {tags(Tag::conjunction), tags(Tag::verb_plain), 5},
    {tags(Tag::subordinator, Tag::that, Tag::wh),
     kOpeners | tags(Tag::name, Tag::pronoun), 0},
    {tags(Tag::subordinator, Tag::that, Tag::wh),
     kNouns | tags(Tag::adjective, Tag::there), 2},
    {tags(Tag::subordinator), kParticiples, 4},
    {tags(Tag::wh), tags(Tag::to), 2},
    {tags(Tag::that, Tag::subordinator),
     kLexicalFinite | tags(Tag::modal, Tag::be, Tag::have, Tag::verb_base), 14},
    {tags(Tag::relative), kLexicalFinite | tags(Tag::modal, Tag::be, Tag::have, Tag::do_),
     0},
    {tags(Tag::relative), kOpeners | tags(Tag::name, Tag::pronoun, Tag::nouns), 3},
    {tags(Tag::relative), tags(Tag::adverb), 3},
    {tags(Tag::relative), tags(Tag::noun), 9},
    {kBreaks, tags(Tag::relative), 2},
    {tags(Tag::that), tags(Tag::verb_en, Tag::verb_ing), 16},
};

using PairTable = std::array<std::array<std::uint8_t, kTagCount>, kTagCount>;

constexpr PairTable make_pair_table() {
  PairTable table{};
  for (auto& row : table) {
    for (auto& cell : row) cell = 8;
  }
  for (const PairCost& pair : kPairs) {
    for (int l = 0; l < kTagCount; ++l) {
      if (!has(pair.left, static_cast<Tag>(l))) continue;
      for (int r = 0; r < kTagCount; ++r) {
        if (has(pair.right, static_cast<Tag>(r))) {
          table[static_cast<std::size_t>(l)][static_cast<std::size_t>(r)] =
              static_cast<std::uint8_t>(pair.cost);
        }
      }
    }
  }
  return table;
}
constexpr PairTable kPairTable = make_pair_table();

constexpr int kSecondFinite = 9;  // "X wants seeks": two finite verbs without a joint
constexpr int kNoFinite = 8;      // a sentence of prose without a finite verb
constexpr int kListedInfinitive =
    7;  // "to share data, build roads": less after "to", more else
constexpr int kBareInfinitive = 14;  // undoes the cost of two verbs in a row
constexpr int kWrongForm = 10;       // "should also sets"
constexpr int kLateClause = 5;  // a second clause where the first has no finite verb yet

// After these a new finite verb is welcome.
constexpr TagSet kJoints = kBreaks | tags(Tag::conjunction, Tag::subordinator,
                                          Tag::relative, Tag::that, Tag::wh);

// How the clause stands: no finite verb yet, one in this clause, or one in a clause
// before.
enum class Finite : std::uint8_t { none, here, before };

// What form the verb group that is under way calls for next.
enum class Pending : std::uint8_t { none, base, participle };

struct State {
  Finite finite = Finite::none;
  Pending pending = Pending::none;
  bool infinitive = false;  // "to" or a modal was there: "to share data, build roads"
  friend bool operator==(const State&, const State&) = default;
};

struct Node {
  Tag tag = Tag::other;
  State state;
  bool verbal = false;  // its word is about as likely a finite verb: "fear", "hopes"
  int cost = std::numeric_limits<int>::max();
  int previous = -1;
};

Pending next_pending(Pending pending, Tag tag) {
  if (has(tags(Tag::modal, Tag::to, Tag::do_), tag)) return Pending::base;
  if (has(tags(Tag::be, Tag::be_base, Tag::be_en, Tag::have, Tag::have_ing), tag)) {
    return Pending::participle;
  }
  return has(tags(Tag::adverb, Tag::negation), tag) ? pending : Pending::none;
}

State next_state(State state, Tag before, Tag tag) {
  state.pending = next_pending(state.pending, tag);
  if (has(tags(Tag::to, Tag::modal), tag)) state.infinitive = true;
  if (has(tags(Tag::stop, Tag::colon), tag)) state.infinitive = false;
  if (has(tags(Tag::have, Tag::do_), tag) && has(tags(Tag::to, Tag::modal), before))
    return state;
  if (has(kFinite, tag)) {
    state.finite = Finite::here;
  } else if (has(kJoints, tag) && state.finite != Finite::none) {
    state.finite = Finite::before;
  }
  return state;
}

// Adjectives that an infinitive follows, never a noun phrase: "likely to surface".
bool takes_infinitive(std::string_view word) {
  return word == "likely" || word == "unlikely" || word == "able" || word == "unable" ||
         word == "willing" || word == "unwilling" || word == "ready" || word == "keen" ||
         word == "eager" || word == "reluctant" || word == "going" || word == "want" ||
         word == "wants" || word == "wanted" || word == "seeks" || word == "seek" ||
         word == "hopes" || word == "intends" || word == "intend" || word == "determined";
}

// Readings of a token in its place: capitals make names, neighbours settle a few forms.
void place_readings(const std::vector<Token>& tokens, std::size_t i, bool first,
                    std::vector<Reading>& out) {
  const Token& token = tokens[i];
  out.clear();
  if (token.fixed) {
    out.push_back({token.tag, 0, {}});
    return;
  }
  const Word& word = *token.word;
  out = word.readings;
  if (word.lower == "to" && i > 0 && takes_infinitive(tokens[i - 1].lower())) {
    out = {{Tag::to, 0, word.lower}};
  }
  if (i > 0 && tokens[i - 1].word && tokens[i - 1].lower().starts_with("help")) {
    for (Reading& reading : out) {  // "help strengthen"
      reading.cost -= reading.tag == Tag::verb_base ? kBareInfinitive : 0;
    }
  }
  const std::string_view next =
      i + 1 < tokens.size() ? tokens[i + 1].lower() : std::string_view();
  if (next == "by" || next == "for") {  // "the phrase used by X", "skills needed for Y"
    for (Reading& reading : out) reading.cost += reading.tag == Tag::verb_past ? 4 : 0;
  }
  const bool closed =
      word.listed && !has(kNominal | tags(Tag::adjective), out.front().tag);
  if (!token.capital || closed) return;
  if (token.all_capitals && word.known && token.text.size() > 3) {
    out.push_back(
        {Tag::name, 8, word.lower});  // a word set in capitals: "GRAVELY CONCERNED"
    return;
  }
  if (token.all_capitals && token.text.size() <= 6) {
    out.push_back({Tag::name, 0, word.lower});
  } else {
    out.push_back({Tag::name, first ? 8 : 0, word.lower});
  }
  if (first) return;
  for (Reading& reading : out) {
    if (reading.tag != Tag::name)
      reading.cost += has(kNouns | tags(Tag::adjective), reading.tag) ? 4 : 12;
  }
}

class Lattice {
 public:
  explicit Lattice(bool prose) : prose_(prose) {
    layers_.push_back({{Tag::stop, {}, false, 0, -1}});
  }

  void extend(const std::vector<Reading>& readings) {
    std::vector<Node> layer;
    const std::vector<Node>& before = layers_.back();
    for (const Reading& reading : readings) {
      for (std::size_t p = 0; p < before.size(); ++p) {
        const Node& from = before[p];
        int cost = from.cost + reading.cost + pair_cost(from.tag, reading.tag);
        cost += state_cost(from, reading.tag);
        put(layer, {reading.tag, next_state(from.state, from.tag, reading.tag),
                    is_verbal(readings, reading), cost, static_cast<int>(p)});
      }
    }
    layers_.push_back(std::move(layer));
  }

  // The tags of the cheapest path, without the start.
  std::vector<Tag> best() const {
    const std::vector<Node>& last = layers_.back();
    std::size_t at = 0;
    int least = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < last.size(); ++i) {
      const int cost =
          last[i].cost + (prose_ && last[i].state.finite == Finite::none ? kNoFinite : 0);
      if (cost < least) {
        least = cost;
        at = i;
      }
    }
    std::vector<Tag> path(layers_.size() - 1);
    for (std::size_t layer = layers_.size() - 1; layer > 0; --layer) {
      path[layer - 1] = layers_[layer][at].tag;
      at = static_cast<std::size_t>(layers_[layer][at].previous);
    }
    return path;
  }

 private:
  static int pair_cost(Tag left, Tag right) {
    return kPairTable[static_cast<std::size_t>(left)][static_cast<std::size_t>(right)];
  }
  static bool is_verbal(const std::vector<Reading>& readings, const Reading& chosen) {
    constexpr int kAboutAsLikely = 4;
    return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
      return has(kLexicalFinite, reading.tag) &&
             reading.cost <= chosen.cost + kAboutAsLikely;
    });
  }

  static int state_cost(const Node& from, Tag tag) {
    int cost = 0;
    if (from.state.finite == Finite::here && has(kFinite, tag) && !is_group(from.tag)) {
      cost += kSecondFinite;
    }
    const bool first_clause = from.state.finite == Finite::none;
    if (first_clause && from.tag == Tag::conjunction && tag == Tag::pronoun)
      cost += kLateClause;
    const bool clause = tag == Tag::that || (tag == Tag::relative && !first_clause);
    if (from.state.finite != Finite::here && has(kNouns, from.tag) && from.verbal &&
        clause) {
      cost += kLateClause;  // "both fear that": more likely a verb before "that"
    }
    // "should also set": the adverb hides the modal from the pair.
    if (has(tags(Tag::adverb, Tag::negation), from.tag) && has(kLexicalVerbs, tag)) {
      const bool base = tag == Tag::verb_base;
      if (from.state.pending == Pending::base && !base) cost += kWrongForm;
      if (from.state.pending == Pending::participle && !has(kParticiples, tag))
        cost += kWrongForm;
    }
    const bool joined = has(tags(Tag::comma, Tag::conjunction), from.tag);
    if (joined && tag == Tag::verb_base) {
      cost += from.state.infinitive ? -kListedInfinitive : kListedInfinitive;
    }
    return cost;
  }
  // "has done", "does seek", "will have": one group, not two verbs.
  static bool is_group(Tag left) {
    return has(tags(Tag::modal, Tag::have, Tag::do_, Tag::to), left);
  }
  static void put(std::vector<Node>& layer, const Node& node) {
    for (Node& known : layer) {
      if (known.tag != node.tag || known.state != node.state) continue;
      if (node.cost < known.cost) known = node;
      return;
    }
    layer.push_back(node);
  }

  bool prose_;
  std::vector<std::vector<Node>> layers_;
};

}  // namespace

void tag_words(std::vector<Token>& tokens, TokenRange sentence, bool prose) {
  Lattice lattice(prose);
  std::vector<Reading> readings;
  std::vector<std::size_t> places;
  bool first = true;
  const auto visit = [&](bool aside) {
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = tokens[i];
      if (token.aside != aside || token.is(Tag::quote)) continue;
      place_readings(tokens, i, first, readings);
      lattice.extend(readings);
      places.push_back(i);
      first = first && token.punctuation;
    }
  };
  // An aside is read after the sentence that it interrupts, as a piece of its own.
  visit(false);
  visit(true);
  const std::vector<Tag> path = lattice.best();
  for (std::size_t i = 0; i < places.size(); ++i) tokens[places[i]].tag = path[i];
}

}  // namespace steppe
