// Noun phrases and verb groups, left to right by word class.
// Tested by tests/syntax_test.cpp.
#include "loader/language/syntax.hpp"

namespace steppe {
namespace {

constexpr TagSet kBe = tags(Tag::be, Tag::be_base, Tag::be_en, Tag::be_ing);
constexpr TagSet kHave = tags(Tag::have, Tag::have_ing);
constexpr TagSet kBase = tags(Tag::verb_base, Tag::be_base, Tag::have, Tag::do_);
constexpr TagSet kLexicalFinite = tags(Tag::verb_plain, Tag::verb_s, Tag::verb_past);
constexpr TagSet kBetween = tags(Tag::adverb, Tag::negation);

// Reads the verb group that starts at a token, if one does.
class VerbGroupReader {
 public:
  explicit VerbGroupReader(const Syntax& syntax) : syntax_(syntax) {}

  bool read(int at, VerbGroup& group) {
    at_ = at;
    group = VerbGroup{};
    group.first = at;
    group_ = &group;
    if (!read_head()) return false;
    group.last = at_;
    return true;
  }

 private:
  bool read_head() {
    if (syntax_.is(at_, Tag::to)) return read_infinitive();
    if (syntax_.is(at_, Tag::modal)) return read_modal();
    if (syntax_.is(at_, Tag::be)) return read_be(VerbForm::finite);
    if (syntax_.is(at_, Tag::have)) return read_have(VerbForm::finite);
    if (syntax_.is(at_, Tag::do_)) return read_do();
    if (syntax_.is_any(at_, kLexicalFinite)) {
      group_->past = syntax_.is(at_, Tag::verb_past);
      return take_main(VerbForm::finite);
    }
    if (syntax_.is(at_, Tag::verb_base)) return take_main(VerbForm::infinitive);
    if (syntax_.is(at_, Tag::verb_ing)) return take_main(VerbForm::gerund);
    if (syntax_.is(at_, Tag::be_ing)) return read_be(VerbForm::gerund);
    if (syntax_.is(at_, Tag::have_ing)) return read_have(VerbForm::gerund);
    if (syntax_.is(at_, Tag::verb_en)) {
      group_->passive = true;
      return take_main(VerbForm::participle);
    }
    return false;
  }

  bool take_main(VerbForm form) {
    group_->main = at_;
    group_->form = form;
    group_->lemma = syntax_.token(at_).lemma();
    ++at_;
    return true;
  }

  bool take_auxiliary(VerbForm form, std::string_view lemma) {
    group_->main = at_;
    group_->form = form;
    group_->lemma = lemma;
    ++at_;
    return true;
  }

  // Adverbs and "not" that stand before a token of `wanted`; does not move where none
  // follows.
  bool skip_to(TagSet wanted) {
    int i = at_;
    bool negated = false;
    while (syntax_.is_any(i, kBetween)) {
      negated = negated || syntax_.is(i, Tag::negation);
      ++i;
    }
    if (!syntax_.is_any(i, wanted)) {
      if (syntax_.is(at_, Tag::negation)) group_->negated = true;
      return false;
    }
    group_->negated = group_->negated || negated;
    at_ = i;
    return true;
  }

  bool read_infinitive() {
    ++at_;
    if (!skip_to(kBase)) return false;
    return read_base(VerbForm::infinitive);
  }

  bool read_base(VerbForm form) {
    if (syntax_.is(at_, Tag::be_base)) return read_be(form);
    if (syntax_.is(at_, Tag::have)) return read_have(form);
    if (syntax_.is(at_, Tag::do_)) return take_auxiliary(form, "do");
    return take_main(form);
  }

  bool read_modal() {
    group_->modal = syntax_.token(at_).lower();
    group_->negated = group_->modal == "cannot";
    take_auxiliary(VerbForm::finite, group_->modal);
    if (skip_to(kBase)) return read_base(VerbForm::finite);
    if (syntax_.is(at_, Tag::to)) {  // "ought to"
      const int to = at_++;
      if (skip_to(kBase)) return read_base(VerbForm::finite);
      at_ = to;
    }
    return true;
  }

  bool read_do() {
    group_->past = syntax_.lower(at_) == "did";
    take_auxiliary(VerbForm::finite, "do");
    if (skip_to(tags(Tag::verb_base, Tag::have))) return read_base(VerbForm::finite);
    return true;
  }

  bool read_have(VerbForm form) {
    group_->past = syntax_.lower(at_) == "had";
    take_auxiliary(form, "have");
    if (skip_to(tags(Tag::be_en))) {
      group_->perfect = true;
      return read_be(form);
    }
    if (skip_to(tags(Tag::verb_en))) {
      group_->perfect = true;
      return take_main(form);
    }
    return true;
  }

  bool read_be(VerbForm form) {
    const std::string_view word = syntax_.lower(at_);
    group_->past = group_->past || word == "was" || word == "were";
    take_auxiliary(form, "be");
    if (skip_to(tags(Tag::be_ing))) {  // "is being negotiated"
      take_auxiliary(form, "be");
      group_->progressive = true;
    }
    if (skip_to(tags(Tag::verb_ing))) {
      group_->progressive = true;
      return take_main(form);
    }
    if (skip_to(tags(Tag::verb_en))) {
      group_->passive = true;
      return take_main(form);
    }
    return true;
  }

  const Syntax& syntax_;
  VerbGroup* group_ = nullptr;
  int at_ = 0;
};

constexpr TagSet kOpening = tags(Tag::determiner, Tag::possessive_pronoun, Tag::number);
constexpr TagSet kModifier = kNominal | tags(Tag::adjective, Tag::number);

// Reads the noun phrase that starts at a token, if one does.
class NounPhraseReader {
 public:
  explicit NounPhraseReader(const Syntax& syntax) : syntax_(syntax) {}

  bool read(int at, NounPhrase& phrase) {
    phrase = NounPhrase{};
    phrase.first = at;
    if (syntax_.is(at, Tag::pronoun)) {
      phrase.head = at;
      phrase.last = at + 1;
      return true;
    }
    int i = at;
    int head = -1;
    int opener = -1;
    for (;; ++i) {
      if (syntax_.is_any(i, kNominal)) {
        if (starts_next_phrase(at, i, head)) break;
        head = i;
      } else if (syntax_.is(i, Tag::possessive) && head >= 0) {
        phrase.possessor_last = i + 1;
        head = -1;
        opener = i;
      } else if (syntax_.is_any(i, kOpening)) {
        const bool ranked = syntax_.lower(i) == "one" && syntax_.is_any(i + 1, kNominal);
        if (head >= 0 && !ranked) break;  // "number one priority"
        opener = i;
      } else if (!is_modifier(i, at, opener, head)) {
        break;
      }
    }
    if (head < 0 && opener >= 0 && opener == i - 1 && syntax_.is(i, Tag::verb_ing))
      head = i;  // "the safeguarding of"
    if (head < 0) head = fallback_head(at, i, opener);
    if (head < 0) return false;
    phrase.head = head;
    phrase.last = head + 1;
    return true;
  }

 private:
  bool is_modifier(int i, int first, int opener, int head) const {
    if (syntax_.is(i, Tag::adjective)) return head < 0 || syntax_.is_any(i + 1, kNominal);
    const bool before_noun = noun_follows(i + 1);
    if (syntax_.is(i, Tag::adverb)) {
      return syntax_.is_any(i + 1, tags(Tag::adjective, Tag::verb_en, Tag::verb_ing)) &&
             before_noun && head < 0;
    }
    if (syntax_.is_any(i, tags(Tag::verb_ing, Tag::verb_en))) {
      // "underpaid rangers" opens a phrase, "developing their economies" does not
      const bool bare =
          syntax_.is(i, Tag::verb_en) &&
          syntax_.is_any(i + 1, tags(Tag::noun, Tag::nouns)) &&
          syntax_.is_any(i - 1, tags(Tag::comma, Tag::conjunction, Tag::preposition));
      return head < 0 && before_noun && (opener >= 0 || i > first || bare);
    }
    // "economic and security interests"; "larger, better armed neighbours"
    if (syntax_.is_any(i, tags(Tag::conjunction, Tag::comma))) {
      // "comprehensive, adaptive, and goal-oriented approach"
      const bool serial = syntax_.is(i, Tag::comma) &&
                          syntax_.is(i + 1, Tag::conjunction) &&
                          syntax_.is(i + 2, Tag::adjective);
      const int before = syntax_.is(i - 1, Tag::comma) ? i - 2 : i - 1;
      return head < 0 && i > first &&
             syntax_.is_any(before, tags(Tag::adjective, Tag::verb_en)) &&
             (syntax_.is(i, Tag::comma)
                  ? serial || syntax_.is(i + 1, Tag::adjective)
                  : syntax_.is_any(i + 1, tags(Tag::adjective, Tag::noun, Tag::adverb,
                                               Tag::verb_en))) &&
             (before_noun || serial);
    }
    return false;
  }

  // "In my opinion Algeria …", "Under the Union Canberra …": a name behind a
  // prepositional phrase is the next phrase; "President Putin" is not.
  bool starts_next_phrase(int first, int i, int head) const {
    if (head < 0 || head != i - 1 || !syntax_.is(i, Tag::name) ||
        !syntax_.token(i).capital || syntax_.token(head).hyphen) {
      return false;
    }
    if (!syntax_.is(head, Tag::name) && !syntax_.token(head).capital) return true;
    return syntax_.token(i).starts_name && syntax_.is(first - 1, Tag::preposition);
  }

  // Whether modifiers and then a noun stand at `i`.
  bool noun_follows(int i) const {
    for (int steps = 0; steps < 4; ++steps, ++i) {
      if (syntax_.is_any(i, kNominal)) return true;
      if (!syntax_.is_any(i, tags(Tag::adjective, Tag::number, Tag::verb_en,
                                  Tag::verb_ing, Tag::adverb, Tag::conjunction))) {
        return false;
      }
    }
    return false;
  }

  // "both", "the first", "the rich", "many": no noun, but a phrase all the same.
  int fallback_head(int first, int last, int opener) const {
    const std::string_view grade =
        opener >= 0 ? syntax_.lower(opener) : std::string_view();
    if (grade == "more" || grade == "most" || grade == "less" || grade == "least")
      return -1;
    if (opener >= 0 && syntax_.is(last - 1, Tag::adjective)) return last - 1;
    if (opener >= 0 && syntax_.is_any(last - 1, tags(Tag::number, Tag::determiner)) &&
        last - 1 >= first) {
      const std::string_view word = syntax_.lower(last - 1);
      if (word == "the" || word == "a" || word == "an" || word == "every" || word == "no")
        return -1;
      return last - 1;
    }
    return -1;
  }

  const Syntax& syntax_;
};

void cover(std::vector<int>& at, int first, int last, int index) {
  for (int i = first; i < last; ++i) at[static_cast<std::size_t>(i)] = index;
}

// The preposition before a phrase, over adverbs ("of about 5 percent") but over no noun.
int governing_preposition(const Syntax& syntax, int first) {
  int i = first - 1;
  while (syntax.is(i, Tag::adverb)) --i;
  return syntax.is(i, Tag::preposition) ? i : -1;
}

// Whether only a joint and adverbs stand between two phrases.
bool are_joined(const Syntax& syntax, const NounPhrase& before,
                const NounPhrase& phrase) {
  int i = before.last;
  bool joint = false;
  while (i < phrase.first &&
         syntax.is_any(i, tags(Tag::comma, Tag::conjunction, Tag::adverb))) {
    joint = joint || !syntax.is(i, Tag::adverb);
    ++i;
  }
  return joint && i == phrase.first;
}

bool is_before_verb(const Syntax& syntax, const NounPhrase& phrase) {
  int i = phrase.last;
  while (syntax.is(i, Tag::adverb)) ++i;
  return syntax.is_any(i, kFinite);
}

// "in Peru, Ecuador and Bolivia": the preposition governs all of them, but for a subject:
// "in Moscow, Putin hopes". "In August 2023": the year is its month's.
void share_prepositions(Syntax& syntax) {
  for (std::size_t i = 1; i < syntax.noun_phrases.size(); ++i) {
    NounPhrase& phrase = syntax.noun_phrases[i];
    const NounPhrase& before = syntax.noun_phrases[i - 1];
    if (phrase.preposition >= 0 || before.preposition < 0) continue;
    const bool year = before.last == phrase.first && phrase.last == phrase.first + 1 &&
                      syntax.is(phrase.first, Tag::number);
    const bool joined = are_joined(syntax, before, phrase) &&
                        !is_before_verb(syntax, phrase) &&
                        !syntax.is(phrase.head, Tag::pronoun);
    if (year || joined) phrase.preposition = before.preposition;
  }
}

// After a joint a plain verb form may be an infinitive or finite; it is what the verb
// before it was: "to share data and build roads", "they share data and build roads".
void settle_coordinated_verbs(Syntax& syntax) {
  enum { kNone, kInfinitive, kPlain, kPassive } before = kNone;
  for (int i = 0; i < syntax.size(); ++i) {
    Token& token = syntax.core[static_cast<std::size_t>(i)];
    const bool either = token.is(Tag::verb_base) || token.is(Tag::verb_plain);
    int joint = i - 1;
    while (syntax.is(joint, Tag::adverb)) --joint;
    const bool joined = syntax.is_any(joint, tags(Tag::conjunction, Tag::comma));
    if (either && joined && (before == kInfinitive || before == kPlain)) {
      token.tag = before == kInfinitive ? Tag::verb_base : Tag::verb_plain;
    }
    // "prosecutors and protected witnesses": before a bare noun it describes.
    const bool describes = syntax.is_any(joint - 1, kNominal) &&
                           syntax.is_any(i + 1, tags(Tag::noun, Tag::nouns));
    if (token.is(Tag::verb_past) && joined && (before == kPassive || describes)) {
      token.tag = Tag::verb_en;
    }
    if (token.is(Tag::verb_base) || token.is(Tag::be_base)) before = kInfinitive;
    if (token.is(Tag::verb_plain)) before = kPlain;
    if (token.is_any(tags(Tag::verb_s, Tag::verb_past, Tag::be, Tag::stop, Tag::colon)))
      before = kNone;
    if (token.is(Tag::verb_en)) before = kPassive;
  }
}

// "Since the war, Kenya …": before a phrase without a verb, a subordinator is a
// preposition.
void settle_prepositions(Syntax& syntax) {
  for (int i = 0; i < syntax.size(); ++i) {
    Token& token = syntax.core[static_cast<std::size_t>(i)];
    if (!token.is(Tag::subordinator) || !token.word->has(Tag::preposition)) continue;
    int end = i + 1;
    while (end < syntax.size() &&
           !syntax.is_any(end, kFinite | tags(Tag::comma, Tag::stop)))
      ++end;
    if (!syntax.is_any(end, kFinite)) token.tag = Tag::preposition;
  }
}

}  // namespace

void find_chunks(Syntax& syntax) {
  settle_prepositions(syntax);
  settle_coordinated_verbs(syntax);
  const auto size = static_cast<std::size_t>(syntax.size());
  syntax.noun_phrase_at.assign(size, -1);
  syntax.verb_group_at.assign(size, -1);
  VerbGroupReader verbs(syntax);
  NounPhraseReader nouns(syntax);
  for (int i = 0; i < syntax.size();) {
    VerbGroup group;
    NounPhrase phrase;
    if (nouns.read(i, phrase)) {
      phrase.preposition = governing_preposition(syntax, phrase.first);
      cover(syntax.noun_phrase_at, phrase.first, phrase.last,
            static_cast<int>(syntax.noun_phrases.size()));
      syntax.noun_phrases.push_back(phrase);
      i = phrase.last;
    } else if (verbs.read(i, group)) {
      cover(syntax.verb_group_at, group.first, group.last,
            static_cast<int>(syntax.verb_groups.size()));
      syntax.verb_groups.push_back(group);
      i = group.last;
    } else {
      ++i;
    }
  }
  share_prepositions(syntax);
}

}  // namespace steppe
