// Tested by tests/spans_test.cpp.
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

// The first word of what a joint joins: behind commas, conjunctions, adverbs.
int after_joint(const Syntax& syntax, int i, int last) {
  while (i < last && syntax.is_any(i, tags(Tag::comma, Tag::conjunction, Tag::adverb)))
    ++i;
  return i;
}

bool is_joint(const Syntax& syntax, int i) {
  return syntax.is_any(i, tags(Tag::comma, Tag::conjunction)) &&
         syntax.phrase_at(i) < 0 && syntax.lower(i) != "but";
}

std::vector<CoreRange> cut_at(const Syntax& syntax, CoreRange whole,
                              const std::vector<int>& joints) {
  std::vector<CoreRange> parts;
  int first = whole.first;
  for (const int joint : joints) {
    parts.push_back(trim(syntax, {first, joint}));
    first = joint;
  }
  parts.push_back(trim(syntax, {first, whole.last}));
  std::erase_if(parts, [](const CoreRange& part) { return part.empty(); });
  return parts;
}

// Joints before a verb of the same form: "to share data and to run a centre", "respond to
// X, combat Y, and address Z". Not those that an inner purpose takes: "join forces to
// speed X and benefit Y".
std::vector<int> verb_joints(const Syntax& syntax, CoreRange whole,
                             Complement complement) {
  std::vector<int> joints;
  bool inner = false;
  bool final_conjunction = false;
  bool lists_infinitives = false;
  for (int i = whole.first; i + 1 < whole.last; ++i) {
    lists_infinitives = lists_infinitives ||
                        (syntax.is(i, Tag::conjunction) && syntax.is(i + 1, Tag::to));
  }
  for (int i = whole.first + 1; i < whole.last; ++i) {
    // A purpose inside a part: "join forces to V". After a comma only where no final "and
    // to V" shows a list.
    if (syntax.is(i, Tag::to) && syntax.group_at(i) >= 0 && !is_joint(syntax, i - 1))
      inner = true;
    if (syntax.is(i, Tag::comma) && syntax.is(i + 1, Tag::to) && !lists_infinitives)
      inner = true;
    if (!is_joint(syntax, i) || syntax.is(i - 1, Tag::comma)) continue;
    const bool conjunction =
        syntax.is(i, Tag::conjunction) || syntax.is(i + 1, Tag::conjunction);
    int next = after_joint(syntax, i, whole.last);
    if (syntax.is(next, Tag::preposition) && complement == Complement::gerund) ++next;
    const int g = syntax.group_at(next);
    if (g < 0 || syntax.group(g).first != next) continue;
    if (syntax.group(g).lemma == "be" && !syntax.is(next, Tag::to)) continue;
    const VerbForm form = syntax.group(g).form;
    if (complement == Complement::gerund) {
      if (form == VerbForm::gerund && conjunction) joints.push_back(i);
      final_conjunction = final_conjunction || conjunction;
      continue;
    }
    if (form != VerbForm::infinitive) continue;
    if (inner) continue;
    joints.push_back(i);
    final_conjunction = final_conjunction || conjunction;
    inner = false;
  }
  return final_conjunction ? joints : std::vector<int>{};
}

// "and that …", or a noun phrase with its verb, inside a that-clause.
std::vector<int> clause_joints(const Syntax& syntax, CoreRange whole) {
  std::vector<int> joints;
  for (int i = whole.first + 1; i < whole.last; ++i) {
    if (!syntax.is(i, Tag::conjunction) || syntax.phrase_at(i) >= 0) continue;
    const int next = after_joint(syntax, i, whole.last);
    if (syntax.is(next, Tag::that) || syntax.lower(next) == "whether")
      joints.push_back(i);
    const int g = syntax.group_at(next);
    if (g >= 0 && syntax.group(g).first == next &&
        syntax.group(g).form == VerbForm::infinitive && syntax.group(g).lemma != "be" &&
        !syntax.is(next, Tag::to)) {
      joints.push_back(i);
    }
  }
  return joints;
}

std::vector<int> preposition_joints(const Syntax& syntax, CoreRange whole,
                                    int preposition) {
  std::vector<int> joints;
  bool conjunction = false;
  for (int i = whole.first + 1; i < whole.last; ++i) {
    if (!is_joint(syntax, i) || syntax.is(i - 1, Tag::comma)) continue;
    const int next = after_joint(syntax, i, whole.last);
    if (syntax.is(next, Tag::preposition) &&
        syntax.lower(next) == syntax.lower(preposition)) {
      joints.push_back(i);
      conjunction = conjunction || syntax.is(i, Tag::conjunction) ||
                    syntax.is(i + 1, Tag::conjunction);
    }
  }
  return conjunction ? joints : std::vector<int>{};
}

// Whether a noun phrase (or "whether …") starts at the joint's other side.
bool noun_starts(const Syntax& syntax, int i) {
  const int p = syntax.phrase_at(i);
  return (p >= 0 && syntax.phrase(p).first == i) || syntax.is(i, Tag::wh);
}

// "X as well as the Y": a joint of its own.
std::vector<int> addition_joints(const Syntax& syntax, CoreRange whole) {
  for (int i = whole.first + 2; i + 3 < whole.last; ++i) {
    if (syntax.lower(i) == "as" && syntax.lower(i + 1) == "well" &&
        syntax.lower(i + 2) == "as") {
      return {i};
    }
  }
  return {};
}

// Whether a phrase goes on with the list inside a prepositional phrase: "the ports of
// Togo, Benin and Ghana", "labour in farming, construction and mining". Bare phrases
// continue bare ones.
bool continues_inner_list(const Syntax& syntax, CoreRange whole, int joint, int next) {
  const int before = syntax.phrase_at(joint - 1);
  const int p = syntax.phrase_at(next);
  if (before < 0 || p < 0 || syntax.phrase(before).preposition < whole.first)
    return false;
  constexpr TagSet kOpening = tags(Tag::determiner, Tag::possessive_pronoun);
  const NounPhrase& inner = syntax.phrase(before);
  const NounPhrase& item = syntax.phrase(p);
  if (syntax.is_any(inner.first, kOpening) || syntax.is_any(item.first, kOpening))
    return false;
  return syntax.is(inner.head, Tag::name) == syntax.is(item.head, Tag::name) &&
         item.last - item.first <= 2 && !syntax.is(item.last, Tag::preposition);
}

// A comma list with a final conjunction: "A, B and C". Only commas count, and the
// conjunction last.
std::vector<int> list_joints(const Syntax& syntax, CoreRange whole) {
  std::vector<int> joints;
  int conjunction = -1;
  for (int i = whole.first + 1; i < whole.last; ++i) {
    if (!is_joint(syntax, i) || syntax.is(i - 1, Tag::comma)) continue;
    const int next = after_joint(syntax, i, whole.last);
    if (!noun_starts(syntax, next)) continue;
    if (joints.empty() && continues_inner_list(syntax, whole, i, next)) continue;
    if (syntax.is(i, Tag::comma)) joints.push_back(i);
    if (syntax.is(i, Tag::conjunction) || syntax.is(i + 1, Tag::conjunction))
      conjunction = i;
  }
  if (joints.empty() || conjunction < 0) return {};
  if (conjunction > joints.back()) joints.push_back(conjunction);
  while (joints.back() > conjunction) joints.pop_back();
  return joints;
}

// "the X and the Y": two phrases that both open with an article or possessive.
std::vector<int> pair_joints(const Syntax& syntax, CoreRange whole) {
  constexpr TagSet kOpening = tags(Tag::determiner, Tag::possessive_pronoun);
  if (!syntax.is_any(whole.first, kOpening)) return {};
  for (int i = whole.first + 1; i < whole.last; ++i) {
    if (!syntax.is(i, Tag::conjunction) || syntax.phrase_at(i) >= 0) continue;
    const int next = after_joint(syntax, i, whole.last);
    const int p = syntax.phrase_at(next);
    if (p < 0 || !syntax.is_any(next, kOpening)) continue;
    const int before = syntax.phrase_at(i - 1);
    const bool inside = before >= 0 && syntax.phrase(before).preposition >= whole.first &&
                        syntax.phrase(p).preposition >= 0;
    if (!inside) return {i};
  }
  return {};
}

// "wants its statehood and its borders to remain valid": one clause.
bool has_infinitive(const Syntax& syntax, CoreRange whole) {
  bool joint = false;
  for (int i = whole.first; i < whole.last; ++i) {
    joint = joint || syntax.is_any(i, tags(Tag::conjunction, Tag::comma));
    if (joint && syntax.is(i, Tag::to) && syntax.phrase_at(i - 1) >= 0 &&
        syntax.phrase(syntax.phrase_at(i - 1)).preposition < 0) {
      return true;
    }
  }
  return false;
}

bool are_bare_nouns(const Syntax& syntax, const std::vector<CoreRange>& parts) {
  return std::all_of(parts.begin(), parts.end(), [&](const CoreRange& part) {
    const int p = syntax.phrase_at(part.first);
    return p >= 0 && syntax.phrase(p).first == part.first &&
           syntax.phrase(p).last == part.first + 1;
  });
}

int longest(const std::vector<CoreRange>& parts) {
  int length = 0;
  for (const CoreRange& part : parts) length = std::max(length, part.last - part.first);
  return length;
}

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

std::vector<CoreRange> split_coordination(const Syntax& syntax, CoreRange whole,
                                          Complement complement, int preposition) {
  whole = trim(syntax, whole);
  if (whole.empty()) return {};
  std::vector<int> joints;
  if (complement == Complement::infinitive || complement == Complement::gerund ||
      complement == Complement::duty) {
    joints = verb_joints(syntax, whole, complement);
  } else if (complement == Complement::clause) {
    joints = clause_joints(syntax, whole);
  } else if (complement == Complement::noun_phrase && !has_infinitive(syntax, whole)) {
    if (preposition >= 0) joints = preposition_joints(syntax, whole, preposition);
    if (joints.empty()) joints = list_joints(syntax, whole);
    if (joints.empty()) joints = pair_joints(syntax, whole);
    if (joints.empty()) joints = addition_joints(syntax, whole);
  }
  if (joints.empty()) return {whole};
  std::vector<CoreRange> parts = cut_at(syntax, whole, joints);
  // Parts of at most two words each are one statement, and bare nouns: "trade, aid and
  // investment", "food, fuel and medicine from abroad".
  if (complement == Complement::noun_phrase &&
      (longest(parts) <= 2 || (joints.size() > 1 && are_bare_nouns(syntax, parts)))) {
    return {whole};
  }
  for (CoreRange& part : parts) {
    if (syntax.lower(part.first) == "as" && syntax.lower(part.first + 1) == "well")
      part.first += 3;
    const bool repeats = preposition >= 0 && syntax.is(part.first, Tag::preposition) &&
                         syntax.lower(part.first) == syntax.lower(preposition);
    if (repeats || syntax.is(part.first, Tag::to) || syntax.is(part.first, Tag::that))
      ++part.first;
  }
  std::erase_if(parts, [](const CoreRange& part) { return part.empty(); });
  return parts;
}

}  // namespace steppe
