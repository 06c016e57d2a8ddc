// Word classes, and sets of them as bit masks.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace steppe {

enum class Tag : std::uint8_t {
  noun,        // singular or mass noun
  nouns,       // plural noun
  name,        // proper noun
  verb_base,   // after "to", a modal or "do"
  verb_plain,  // finite present but for the third person singular
  verb_s,      // finite present, third person singular
  verb_past,   // finite past
  verb_en,     // past participle
  verb_ing,    // gerund or present participle
  modal,
  be,       // am is are was were
  be_base,  // be
  be_en,    // been
  be_ing,   // being
  have,
  have_ing,
  do_,
  adjective,
  adverb,
  determiner,
  pronoun,
  possessive_pronoun,
  preposition,
  conjunction,   // coordinating
  subordinator,  // if, because, while
  to,            // before an infinitive
  relative,      // which, who, that
  that,          // before a clause
  wh,            // whether, how, what before a clause
  number,
  possessive,  // 's
  there,       // there is
  negation,
  comma,
  dash,
  colon,
  stop,  // . ; ! ? and the like
  open,
  close,
  quote,
  other,
};
inline constexpr int kTagCount = static_cast<int>(Tag::other) + 1;

using TagSet = std::uint64_t;
template <class... Tags>
constexpr TagSet tags(Tags... list) {
  return ((TagSet{1} << static_cast<int>(list)) | ... | TagSet{0});
}
constexpr bool has(TagSet set, Tag tag) { return (set >> static_cast<int>(tag)) & 1; }

/// Verbs that carry a clause's tense.
inline constexpr TagSet kFinite = tags(Tag::verb_plain, Tag::verb_s, Tag::verb_past,
                                       Tag::modal, Tag::be, Tag::have, Tag::do_);
inline constexpr TagSet kNominal = tags(Tag::noun, Tag::nouns, Tag::name);

/// The tag that words.tsv calls by this name ("N", "VBZ", …).
[[nodiscard]] std::optional<Tag> tag_from_name(std::string_view name);
[[nodiscard]] std::string_view tag_name(Tag tag);

}  // namespace steppe
