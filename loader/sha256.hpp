// SHA-256, as in FIPS 180-4. Ours because no library that we already use offers it.
// Tested with the standard's own vectors by tests/sha256_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace steppe {

class Sha256 {
 public:
  void update(std::string_view bytes);

  /// The digest as 64 hexadecimal digits in lower case. Ends the computation.
  [[nodiscard]] std::string finish();

 private:
  void compress(const unsigned char* block);

  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> pending_{};  // the last, incomplete block
  std::uint64_t size_ = 0;                   // bytes so far
};

[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace steppe
