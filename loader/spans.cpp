// Where a complement ends: one walk to the right of its first word, which stops at the
// next clause, a part that only says why or when, or a trailing attribution. Tested by
// tests/spans_test.cpp.
#include "loader/spans.hpp"

#include <algorithm>

namespace steppe {
namespace {

bool has_finite(const Syntax& syntax, int first, int last) {
  for (int i = first; i < last; ++i) {
    if (syntax.is_any(i, kFinite)) return true;
  }
  return false;
}

// The next mark that ends a clause for good.
int sentence_end(const Syntax& syntax, int first) {
  int i = first;
  while (i < syntax.size() && !syntax.is(i, Tag::stop)) ++i;
  return i;
}

int next_comma(const Syntax& syntax, int first, int last) {
  for (int i = first; i < last; ++i) {
    if (syntax.is(i, Tag::comma)) return i;
  }
  return last;
}

// Subordinators that start a part which says why or under what condition, not what.
bool is_detached(std::string_view word) {
  return word == "because" || word == "although" || word == "though" ||
         word == "whereas" || word == "since" || word == "unless" || word == "if" ||
         word == "while" || word == "lest" || word == "albeit" || word == "so";
}

class EndFinder {
 public:
  EndFinder(const Syntax& syntax, int first, Complement complement)
      : syntax_(syntax), first_(first), complement_(complement) {
    limit_ = sentence_end(syntax, first);
  }

  int run() {
    for (int i = first_; i < limit_;) {
      if (cuts(i)) return i;
      i = skip_ > i ? skip_ : i + 1;
    }
    return limit_;
  }

 private:
  bool cuts(int i) {
    if (i == first_) return false;
    if (complement_ == Complement::item && syntax_.is(i, Tag::colon) && i - first_ < 4)
      return false;
    if (syntax_.is(i, Tag::dash) || syntax_.is(i, Tag::colon)) {
      return has_finite(syntax_, i + 1, limit_) && complement_ != Complement::clause;
    }
    if (syntax_.is(i, Tag::comma)) return cuts_at_comma(i);
    if (syntax_.is(i, Tag::subordinator))
      return is_detached(syntax_.lower(i)) && !gerund_at(i + 1);
    if (syntax_.lower(i) == "in" && syntax_.lower(i + 1) == "order") return true;
    const bool verbal =
        complement_ == Complement::infinitive || complement_ == Complement::duty;
    if (syntax_.is(i, Tag::conjunction) && verbal && gerund_at(i + 1)) return true;
    if (syntax_.is(i, Tag::conjunction)) return joins_clause(i);
    return false;
  }

  bool cuts_at_comma(int i) {
    int next = i + 1;
    if (syntax_.is(next, Tag::adverb)) ++next;
    if (complement_ == Complement::item && relative_after(next)) return false;
    if (syntax_.is(next, Tag::relative)) return cuts_at_relative(next);
    if (syntax_.is_any(next, tags(Tag::preposition, Tag::pronoun, Tag::determiner)) &&
        relative_after(next)) {
      return true;
    }
    if (complement_ == Complement::duty && gerund_at(next)) return true;
    if (syntax_.is(next, Tag::subordinator))
      return complement_ != Complement::predicate || is_detached(syntax_.lower(next));
    // "Tashkent, keen to attract investors, has …": the clause goes on with its verb.
    constexpr TagSet kClearlyFinite = kFinite & ~tags(Tag::verb_plain, Tag::modal);
    if (syntax_.is_any(next, kClearlyFinite) && complement_ != Complement::clause)
      return true;
    const std::string_view opener = syntax_.lower(next);
    if (opener == "according") return true;  // a trailing attribution
    if (opener == "whatever" || opener == "whoever" || opener == "whichever") return true;
    if (syntax_.lower(next) == "but" || syntax_.lower(next) == "yet") return true;
    const std::string_view word = syntax_.lower(next);
    if ((word == "for" || word == "as" || word == "since") && clause_follows(next + 1))
      return true;
    const bool verbal =
        complement_ != Complement::noun_phrase && complement_ != Complement::gerund;
    if (verbal && syntax_.is(next, Tag::conjunction) &&
        syntax_.is(next + 1, Tag::preposition) && has_finite(syntax_, next, limit_)) {
      return true;  // ", and in a region where …"
    }
    if (syntax_.is(next, Tag::conjunction)) return joins_clause(next);
    if (syntax_.lower(next) == "in" && syntax_.lower(next + 1) == "order") return true;
    if (clause_follows(next)) return true;
    return is_apposition(i, next);
  }

  bool gerund_at(int i) const {
    const int g = syntax_.group_at(i);
    return g >= 0 && syntax_.group(g).first == i &&
           syntax_.group(g).form == VerbForm::gerund;
  }

  // ", of which", ", all of which"
  bool relative_after(int i) const {
    for (int k = i; k < i + 4; ++k) {
      if (syntax_.is(k, Tag::relative)) return true;
      if (!syntax_.is_any(
              k, tags(Tag::preposition, Tag::pronoun, Tag::determiner, Tag::number)))
        break;
    }
    return false;
  }

  // ", which …": the rest goes, unless the clause comes back to its verb behind it.
  bool cuts_at_relative(int relative) {
    const int close = next_comma(syntax_, relative, limit_);
    const int after = close + 1;
    const bool resumes =
        close < limit_ && !syntax_.is(after, Tag::conjunction) &&
        (complement_ == Complement::clause ? syntax_.is_any(after, kFinite)
                                           : syntax_.is(after, Tag::preposition));
    if (resumes) skip_ = after;
    return !resumes;
  }

  // A conjunction that starts a clause or a finite verb of its own.
  bool joins_clause(int i) const {
    const std::string_view word = syntax_.lower(i);
    int next = i + 1;
    while (syntax_.is(next, Tag::adverb)) ++next;
    if (syntax_.is_any(next, kFinite))
      return complement_ != Complement::clause || !same_clause(next);
    if (word == "but" && clause_follows(next)) return true;
    if (syntax_.is(next, Tag::subordinator)) return true;
    return clause_follows(next);
  }
  bool same_clause(int verb) const {
    const int g = syntax_.group_at(verb);
    return g >= 0 && syntax_.group(g).subordinate &&
           syntax_.group(g).clause_first <= first_ + 1;
  }

  bool is_attributive(int i) const {
    const std::string_view w = syntax_.lower(i);
    return w == "of" || w == "in" || w == "for" || w == "from" || w == "to" ||
           w == "between" || w == "with" || w == "on" || w == "among";
  }

  // A noun phrase with a finite verb of its own right here: "it has since been cited".
  bool clause_follows(int i) const {
    while (syntax_.is(i, Tag::adverb)) ++i;
    while (syntax_.is(i, Tag::preposition) &&
           syntax_.phrase_at(i + 1) >= 0) {  // ", and in X it"
      i = syntax_.phrase(syntax_.phrase_at(i + 1)).last;
      if (syntax_.is(i, Tag::comma)) ++i;
    }
    if (syntax_.is(i, Tag::there)) return true;
    const int p = syntax_.phrase_at(i);
    if (p < 0 || syntax_.phrase(p).first != i) return false;
    int after = syntax_.phrase(p).last;  // behind the phrase and its attributes
    while (is_attributive(after) && syntax_.phrase_at(after + 1) >= 0) {
      after = syntax_.phrase(syntax_.phrase_at(after + 1)).last;
    }
    while (syntax_.is(after, Tag::adverb)) ++after;
    if (syntax_.is_any(after, kFinite)) return true;
    for (int k = i; k < limit_; ++k) {
      const int g = syntax_.group_at(k);
      if (g >= 0 && syntax_.group(g).form == VerbForm::finite) {
        return syntax_.group(g).subject == p && !syntax_.group(g).relative;
      }
      if (k > i && syntax_.is_any(k, tags(Tag::comma, Tag::colon)) &&
          !syntax_.is(k + 1, Tag::relative))
        return false;
    }
    return false;
  }

  // ", a dependence that no banner mentions": a noun phrase that repeats, at the end.
  bool is_apposition(int comma, int next) const {
    const std::string_view word = syntax_.lower(next);
    if ((word != "a" && word != "an") || syntax_.is(comma - 1, Tag::conjunction))
      return false;
    int i = next;
    while (syntax_.phrase_at(i) >= 0) {  // the phrase and its attributes
      i = syntax_.phrase(syntax_.phrase_at(i)).last;
      if (syntax_.is(i, Tag::preposition)) ++i;
    }
    return i >= limit_ ||
           syntax_.is_any(i, tags(Tag::that, Tag::relative, Tag::verb_en, Tag::to));
  }

  const Syntax& syntax_;
  int first_;
  Complement complement_;
  int limit_ = 0;
  int skip_ = -1;
};

}  // namespace

CoreRange trim(const Syntax& syntax, CoreRange range) {
  constexpr TagSet kEdge =
      tags(Tag::comma, Tag::conjunction, Tag::dash, Tag::colon, Tag::stop);
  const auto empty_adverb = [&](int i) {
    return syntax.is(i, Tag::adverb) && !syntax.is(i + 1, Tag::adjective) &&
           !syntax.is_any(i + 1, tags(Tag::number, Tag::determiner));
  };
  while (range.first < range.last &&
         (syntax.is_any(range.first, kEdge) || empty_adverb(range.first))) {
    ++range.first;
  }
  while (range.first < range.last && syntax.is_any(range.last - 1, kEdge)) --range.last;
  return range;
}

int complement_end(const Syntax& syntax, int first, Complement complement) {
  return EndFinder(syntax, first, complement).run();
}

}  // namespace steppe
