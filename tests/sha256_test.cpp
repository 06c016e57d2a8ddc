#include "loader/sha256.hpp"

#include <gtest/gtest.h>

namespace steppe {
namespace {

// FIPS 180-4's examples, and NIST's for the empty message and a million letters.
TEST(Sha256, GivesTheStandardsDigests) {
  const struct {
    std::string message;
    const char* digest;
  } kCases[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqk"
       "lmnopqr"
       "lmnopqrsmnopqrstnopqrstu",
       "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
      {std::string(1000000, 'a'),
       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(sha256(c.message), c.digest) << c.message.substr(0, 60);
}

TEST(Sha256, DoesNotDependOnHowTheBytesArrive) {
  const std::string message(300, 'x');
  for (std::size_t cut = 0; cut <= message.size(); ++cut) {
    Sha256 digest;
    digest.update(message.substr(0, cut));
    digest.update(message.substr(cut));
    EXPECT_EQ(digest.finish(), sha256(message)) << cut;
  }
}

}  // namespace
}  // namespace steppe
