// Splits a complement where its parts could each stand alone: "to share data and to run a
// centre", "on X, on Y, and on Z", "A, B and C".
//
// In: a range that complement_end() has found. Out: its parts, at least one. Short bare
// nouns stay together ("trade, aid and investment"), and so does what a list inside a
// prepositional phrase or an inner purpose joins. Tested by tests/spans_test.cpp.
#include <algorithm>

#include "loader/spans.hpp"

namespace steppe {
namespace {

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
