#include "text/suggest.hpp"

#include <array>

#include <gtest/gtest.h>

namespace baocao::text {
namespace {

TEST(Nearest, FindsTheWordThatWasMeant) {
  const std::array<std::string, 4> words = {"thạc sĩ", "tiến sĩ", "đại học", "cao đẳng"};
  EXPECT_EQ(nearest("Thac si", words), "thạc sĩ");
  EXPECT_EQ(nearest("tien  sii", words), "tiến sĩ");
  EXPECT_EQ(nearest("DAI HOC", words), "đại học");
}

TEST(Nearest, SaysNothingWhenNothingIsNear) {
  const std::array<std::string, 2> words = {"don_vi", "can_bo"};
  EXPECT_EQ(nearest("xyz", words), std::nullopt);
  EXPECT_EQ(nearest("cbbo", words), std::nullopt);
  EXPECT_EQ(nearest("", words), std::nullopt);
  EXPECT_EQ(nearest("can_bo", {}), std::nullopt);
}

TEST(Nearest, AllowsAThirdOfTheLettersToDiffer) {
  const std::array<std::string, 1> words = {"abcdef"};
  EXPECT_TRUE(nearest("abcdxy", words));
  EXPECT_FALSE(nearest("abcxyz", words));
}

TEST(Nearest, TakesTheFirstOfEquals) {
  const std::array<std::string, 2> words = {"abd", "abe"};
  EXPECT_EQ(nearest("abc", words), "abd");
}

}  // namespace
}  // namespace baocao::text
