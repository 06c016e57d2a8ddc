#include "loader/language/tags.hpp"

#include <algorithm>
#include <array>

namespace steppe {
namespace {

constexpr std::array<std::string_view, kTagCount> kNames = {
    "N",     "NS",   "NAME",   "VB",       "VP",    "VBZ",  "VBD",    "VBN",  "VBG",
    "MODAL", "BE",   "BEBASE", "BEEN",     "BEING", "HAVE", "HAVING", "DO",   "ADJ",
    "ADV",   "DET",  "PRON",   "POSSPRON", "PREP",  "CONJ", "SUB",    "TO",   "REL",
    "THAT",  "WH",   "NUM",    "POSS",     "THERE", "NEG",  "COMMA",  "DASH", "COLON",
    "STOP",  "OPEN", "CLOSE",  "QUOTE",    "OTHER"};

}  // namespace

std::optional<Tag> tag_from_name(std::string_view name) {
  const auto at = std::find(kNames.begin(), kNames.end(), name);
  if (at == kNames.end()) return std::nullopt;
  return static_cast<Tag>(at - kNames.begin());
}

std::string_view tag_name(Tag tag) { return kNames[static_cast<std::size_t>(tag)]; }

}  // namespace steppe
