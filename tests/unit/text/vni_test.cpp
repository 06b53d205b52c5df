#include "text/vni.hpp"

#include "unit/text/legacy_texts.hpp"

#include <gtest/gtest.h>

namespace baocao::text {
namespace {

TEST(Vni, DecodesEveryLetter) {
  const Letters letters = vni_letters();
  ASSERT_EQ(letters.size(), 134U);
  for (const auto& [letter, codes] : letters) {
    EXPECT_EQ(from_vni(U"b" + codes + U"b").text, (std::u32string{U'b', letter, U'b'}))
        << utf8(codes);
    EXPECT_EQ(from_vni(codes).text, std::u32string(1, letter)) << utf8(codes);
  }
}

TEST(Vni, TakesTheLongestMatch) {
  EXPECT_EQ(from_vni(U"\u00F4\u00F8").text, U"ờ");
  EXPECT_EQ(from_vni(U"oa\u00F8i \u00D1\u00F6\u00F9c ho\u00F8a").text, U"oài Đức hòa");
}

TEST(Vni, TakesSmallMarksBehindCapitals) {
  EXPECT_EQ(from_vni(U"O\u00E2ng A\u00F9").text, U"Ông Á");
}

TEST(Vni, LeavesWhatIsNoLetter) {
  EXPECT_EQ(from_vni(U"\u00D7 \u00F7 \u00DE b\u00E0 5\u00B0 ế").text,
            U"\u00D7 \u00F7 \u00DE b\u00E0 5\u00B0 ế");
}

TEST(Vni, ReadsAllNamesOfUnits) {
  const Letters letters = vni_letters();
  for (const std::string& name : lines_of("unit_names.txt")) {
    EXPECT_EQ(utf8(from_vni(code_points(written(name, letters))).text), name);
  }
}

}  // namespace
}  // namespace baocao::text
