// Finds the name that somebody meant: folding and "did you mean".
//
// The distance is Damerau-Levenshtein's in its restricted form (optimal string
// alignment): one step inserts, drops or changes a letter or swaps two neighbours, which
// are the slips that typing makes. The longer the name, the more slips are let through;
// with more than a third of the letters wrong, a guess is more often a wrong hint than a
// help. Tested by tests/report_test.cpp.
#include <utf8proc.h>

#include <algorithm>
#include <vector>

#include "schema/fold.hpp"
#include "steppe/report.hpp"

namespace steppe {
namespace {

constexpr std::size_t kMaxSlips = 3;
constexpr std::size_t kMinPrefix = 3;

std::size_t allowed_slips(std::size_t length) {
  return std::min(kMaxSlips, std::max<std::size_t>(length > 2 ? 1 : 0, length / 3));
}

std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::u32string folded(std::string_view name) {
  const auto options = static_cast<utf8proc_option_t>(
      UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_LUMP);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(name.data());
  const auto size = static_cast<utf8proc_ssize_t>(name.size());
  const auto count = utf8proc_decompose(bytes, size, nullptr, 0, options);
  if (count < 0) {
    std::u32string as_bytes;
    for (const char c : name) as_bytes.push_back(static_cast<unsigned char>(c));
    return as_bytes;
  }
  std::vector<utf8proc_int32_t> points(static_cast<std::size_t>(count));
  utf8proc_decompose(bytes, size, points.data(), count, options);
  return {points.begin(), points.end()};
}

std::string nearest_name(const std::string& name, const std::vector<std::string>& known) {
  const std::u32string meant = folded(name);
  const std::size_t slips = allowed_slips(meant.size());
  std::size_t best = slips + 1;
  std::string nearest;
  std::string completed;  // the shortest name that begins with what was typed
  for (const std::string& candidate : known) {
    const std::u32string letters = folded(candidate);
    if (meant.size() >= kMinPrefix && letters.starts_with(meant) &&
        (completed.empty() || candidate.size() < completed.size())) {
      completed = candidate;
    }
    if (letters.size() > meant.size() + slips || meant.size() > letters.size() + slips)
      continue;
    const std::size_t d = distance(meant, letters);
    if (d < best && d < letters.size()) {
      best = d;
      nearest = candidate;
    }
  }
  return nearest.empty() ? completed : nearest;
}

}  // namespace steppe
