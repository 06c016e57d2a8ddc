// Clauses and the subject of each verb group, in one pass with a stack of open clauses.
//
// A clause opens at a subordinator, a relative, "that", or where a finite verb comes with
// a subject of its own after a joint; it closes at the comma that matches it, or where a
// second finite verb shows that it is over. The subject is the clause's first noun phrase
// that no preposition governs; a relative clause takes its antecedent, a coordinated verb
// the subject of the first. Tested by tests/syntax_test.cpp.
#include "loader/language/syntax.hpp"

namespace steppe {
namespace {

enum class ClauseType { main, subordinate, relative };

struct Clause {
  int number = 0;
  int first = 0;
  ClauseType type = ClauseType::main;
  int antecedent = -1;
  int subject = -1;
  bool has_verb = false;
  bool after_comma = false;  // opened right after a comma
  bool fronted = false;      // a subordinate clause before its main clause's subject
  int last_verb_end = 0;
  std::string_view opener;
};

class ClauseFinder {
 public:
  explicit ClauseFinder(Syntax& syntax) : syntax_(syntax) {}

  void run() {
    open(ClauseType::main, 0);
    for (int i = 0; i < syntax_.size();) i = step(i);
    share_subjects();
  }

 private:
  Clause& top() { return stack_.back(); }

  void open(ClauseType type, int first) {
    Clause clause;
    clause.number = static_cast<int>(subjects_.size());
    subjects_.push_back(-1);
    clause.first = first;
    clause.type = type;
    clause.last_verb_end = first;
    clause.after_comma = syntax_.is_any(first - 1, tags(Tag::comma, Tag::dash));
    if (type != ClauseType::main) {
      clause.opener = syntax_.lower(first);
      clause.fronted =
          type == ClauseType::subordinate && top().subject < 0 && !top().has_verb;
    }
    stack_.push_back(clause);
  }

  void close() {
    if (stack_.size() > 1) stack_.pop_back();
  }

  int step(int i) {
    if (const int g = syntax_.group_at(i); g >= 0) {
      take_group(syntax_.verb_groups[static_cast<std::size_t>(g)]);
      return syntax_.group(g).last;
    }
    if (const int p = syntax_.phrase_at(i); p >= 0) {
      take_phrase(p);
      return syntax_.phrase(p).last;
    }
    const Token& token = syntax_.token(i);
    if (token.is(Tag::relative)) open_relative(i);
    if (token.is(Tag::that) || token.is(Tag::wh) || token.is(Tag::subordinator))
      open_subordinate(i);
    if (token.is(Tag::comma)) take_comma(i);
    if (token.is_any(tags(Tag::stop, Tag::colon, Tag::dash))) restart(i);
    return i + 1;
  }

  void open_relative(int i) {
    const int antecedent = last_phrase_;
    open(ClauseType::relative, i);
    top().antecedent = antecedent;
  }

  // "because", "that"; "before" and "after" only where they are no prepositions (the
  // tagger knows).
  void open_subordinate(int i) {
    const bool mid_relative = top().type == ClauseType::relative && top().has_verb;
    if (mid_relative && syntax_.is(i, Tag::subordinator) && syntax_.is(i - 1, Tag::comma))
      close();
    open(ClauseType::subordinate, i);
  }

  void take_comma(int i) {
    // "…, which X, …"; "If X, …". A coordination inside ("which X, Y and Z") closes
    // early, which costs nothing: the next finite verb belongs to the outer clause.
    while (stack_.size() > 1 && top().has_verb &&
           ((top().type == ClauseType::relative && top().after_comma) || top().fronted)) {
      if (syntax_.is(i + 1, Tag::conjunction) && syntax_.is_any(i + 2, kFinite)) break;
      close();
    }
  }

  void restart(int i) {
    const int subject = stack_.front().subject;
    stack_.clear();
    open(ClauseType::main, i + 1);
    if (syntax_.is(i, Tag::dash))
      top().subject = subject;  // "X wants peace – and says so"
  }

  void take_phrase(int p) {
    const NounPhrase& phrase = syntax_.phrase(p);
    last_phrase_ = p;
    if (phrase.preposition >= 0) return;
    // "To end the war, Ukraine …": the object of a verb without a tense is no subject.
    const int before = syntax_.group_at(phrase.first - 1);
    if (before >= 0 && syntax_.group(before).form != VerbForm::finite &&
        syntax_.group(before).form != VerbForm::participle) {
      return;
    }
    if (top().has_verb) return;
    // "Kenya's neighbour Uganda": the name right behind it is who is meant.
    const int subject = top().subject;
    const bool named = subject >= 0 && syntax_.phrase(subject).last == phrase.first &&
                       syntax_.is(phrase.head, Tag::name) &&
                       !syntax_.is(syntax_.phrase(subject).head, Tag::pronoun);
    if (subject < 0 || named) set_subject(p);
  }

  void set_subject(int p) {
    top().subject = p;
    subjects_[static_cast<std::size_t>(top().number)] = p;
  }

  void take_group(VerbGroup& group) {
    if (group.form != VerbForm::finite) return attach(group);
    const bool joined = joint_before(group.first);
    while (stack_.size() > 1 && top().has_verb && !joined) close();
    if (top().has_verb) {
      const int own = own_subject(group.first);
      const int bare = joined ? -1 : first_free_phrase(top().last_verb_end, group.first);
      if (own >= 0) {
        while (stack_.size() > 1 && top().has_verb) close();
        reopen(own);
      } else if (bare >= 0) {  // "fears the railway will open": a clause without "that"
        open(ClauseType::subordinate, syntax_.phrase(bare).first);
        top().opener = {};
        set_subject(bare);
      }
    }
    attach(group);
    top().has_verb = true;
    top().last_verb_end = group.last;
  }

  // Whether a conjunction or comma stands before the verb group (adverbs between).
  bool joint_before(int first) const {
    int i = first - 1;
    while (syntax_.is(i, Tag::adverb)) --i;
    if (syntax_.is_any(i, tags(Tag::conjunction, Tag::comma))) return true;
    return own_subject(first) >= 0;
  }

  // The subject of a new coordinated clause: the first free noun phrase after the last
  // joint since the clause's verb.
  int own_subject(int first) const {
    for (int i = first - 1; i >= stack_.back().last_verb_end; --i) {
      if (!syntax_.is_any(i, tags(Tag::conjunction, Tag::comma, Tag::colon, Tag::dash)))
        continue;
      if (syntax_.phrase_at(i) >= 0) continue;
      const int p = first_free_phrase(i + 1, first);
      if (p >= 0 && opens_clause(i, p)) return first_of_coordination(p);
    }
    return -1;
  }

  // ", and Bolivia and Peru fear": the subject starts with Bolivia.
  int first_of_coordination(int p) const {
    const auto is_joint = [&](int i) {
      return syntax_.is_any(i, tags(Tag::conjunction, Tag::comma)) &&
             syntax_.phrase_at(i) < 0;
    };
    while (p > 0) {
      const NounPhrase& before = syntax_.phrase(p - 1);
      const bool joined =
          before.last + 1 == syntax_.phrase(p).first && is_joint(before.last);
      const bool free = before.preposition < 0 && is_joint(before.first - 1) &&
                        before.first > stack_.back().last_verb_end;
      if (!joined || !free) break;
      --p;
    }
    return p;
  }

  // ", and Russia", "but it": the phrase stands at the joint, behind at most adverbials.
  bool opens_clause(int joint, int p) const {
    const int first = syntax_.phrase(p).first;
    for (int i = joint + 1; i < first; ++i) {
      if (syntax_.phrase_at(i) >= 0 &&
          syntax_.phrase(syntax_.phrase_at(i)).preposition < 0) {
        return false;
      }
    }
    return true;
  }

  int first_free_phrase(int from, int to) const {
    for (int i = from; i < to; ++i) {
      const int p = syntax_.phrase_at(i);
      if (p >= 0 && syntax_.phrase(p).preposition < 0) return p;
      if (syntax_.group_at(i) >= 0 &&
          syntax_.group(syntax_.group_at(i)).form == VerbForm::finite) {
        return -1;
      }
    }
    return -1;
  }

  // A new main clause with its own subject, in the place of the one on top.
  void reopen(int subject) {
    const ClauseType type = top().type;
    stack_.pop_back();
    if (stack_.empty()) {
      open(ClauseType::main, syntax_.phrase(subject).first);
    } else {
      open(type, syntax_.phrase(subject).first);
    }
    set_subject(subject);
  }

  void attach(VerbGroup& group) {
    Clause& clause = top();
    if (clause.type == ClauseType::relative && clause.subject < 0) {
      clause.subject = clause.antecedent;
      subjects_[static_cast<std::size_t>(clause.number)] = clause.antecedent;
    }
    group.clause = clause.number;
    group.clause_first = clause.first;
    group.relative = clause.type == ClauseType::relative;
    group.subordinate = clause.type != ClauseType::main;
    group.opener = clause.opener;
    group.subject = clause.subject;
  }

  // A fronted participle or infinitive comes before the subject it shares.
  void share_subjects() {
    for (VerbGroup& group : syntax_.verb_groups) {
      if (group.subject < 0)
        group.subject = subjects_[static_cast<std::size_t>(group.clause)];
    }
  }

  Syntax& syntax_;
  std::vector<Clause> stack_;
  std::vector<int> subjects_;  // by clause number
  int last_phrase_ = -1;
};

}  // namespace

void find_clauses(Syntax& syntax) { ClauseFinder(syntax).run(); }

Syntax parse_sentence(const std::vector<Token>& tokens, TokenRange sentence) {
  Syntax syntax;
  for (std::size_t i = sentence.first; i < sentence.last; ++i) {
    if (!tokens[i].aside && !tokens[i].is(Tag::quote)) syntax.core.push_back(tokens[i]);
  }
  find_chunks(syntax);
  find_clauses(syntax);
  return syntax;
}

}  // namespace steppe
