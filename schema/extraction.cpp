// Names of the enumerations of steppe/extraction.hpp, as SQL, NDJSON and the codebook
// spell them.
#include "steppe/extraction.hpp"

#include <algorithm>
#include <array>

namespace steppe {
namespace {

constexpr std::array<std::string_view, kKindCount> kKinds = {
    "goal",       "interest", "concern", "challenge",
    "commitment", "need",     "driver",  "outlook"};
constexpr std::array<std::string_view, 3> kRoles = {"holder", "target", "speaker"};
constexpr std::array<std::string_view, 3> kFormats = {"text", "markdown", "html"};

template <class Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names,
                              std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Enum>(at - names.begin());
}

}  // namespace

std::string_view kind_name(Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::optional<Kind> kind_from_name(std::string_view name) {
  return find_name<Kind>(kKinds, name);
}
std::string_view role_name(Role role) { return kRoles[static_cast<std::size_t>(role)]; }
std::string_view format_name(Format format) {
  return kFormats[static_cast<std::size_t>(format)];
}
std::optional<Format> format_from_name(std::string_view name) {
  return find_name<Format>(kFormats, name);
}

}  // namespace steppe
