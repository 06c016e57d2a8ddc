// Makes names comparable: "Türkiye" and "TURKIYE" fold to the same.
#pragma once

#include <string>
#include <string_view>

namespace steppe {

/// Code points without case and diacritics, with one form of each apostrophe, dash and
/// blank (Unicode case folding and utf8proc's "lump"). Bytes that are not UTF-8 stand for
/// themselves.
[[nodiscard]] std::u32string folded(std::string_view name);

}  // namespace steppe
