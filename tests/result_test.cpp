#include "steppe/result.hpp"

#include <gtest/gtest.h>

namespace steppe {
namespace {

Result<int> half(int n) {
  if (n % 2) return Error{ErrorCode::usage, "odd number"};
  return n / 2;
}

TEST(Result, HoldsAValueOrAnError) {
  EXPECT_EQ(*half(8), 4);
  ASSERT_FALSE(half(7));
  EXPECT_EQ(half(7).error().cause, "odd number");
}

}  // namespace
}  // namespace steppe
