#include "text/numbers.hpp"

#include <array>
#include <limits>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

namespace baocao::text {
namespace {

using base::Ratio;

TEST(Numbers, GroupsThousandsWithDots) {
  EXPECT_EQ(integer(0), "0");
  EXPECT_EQ(integer(999), "999");
  EXPECT_EQ(integer(1000), "1.000");
  EXPECT_EQ(integer(-1234567), "-1.234.567");
  EXPECT_EQ(integer(-123), "-123");
  EXPECT_EQ(integer(std::numeric_limits<std::int64_t>::min()), "-9.223.372.036.854.775.808");
}

TEST(Numbers, WritesDecimalsWithAComma) {
  EXPECT_EQ(decimal(Ratio(123456, 100), 2), "1.234,56");
  EXPECT_EQ(decimal(Ratio(5, 2), 2), "2,50");
  EXPECT_EQ(decimal(Ratio(5, 2), 2, Zeros::drop), "2,5");
  EXPECT_EQ(decimal(Ratio(100), 1, Zeros::drop), "100");
  EXPECT_EQ(decimal(Ratio(100), 1, Zeros::keep), "100,0");
  EXPECT_EQ(decimal(Ratio(3), 0), "3");
  EXPECT_EQ(decimal(Ratio(-12345, 10), 1), "-1.234,5");
}

TEST(Numbers, HasNoMinusZero) {
  EXPECT_EQ(decimal(Ratio(-1, 1000), 1), "0,0");
  EXPECT_EQ(decimal(Ratio(-1, 1000), 0), "0");
}

TEST(Numbers, RoundsPercentagesHalfUp) {
  EXPECT_EQ(percent(Ratio(3, 8), Zeros::keep), "37,5%");
  EXPECT_EQ(percent(Ratio(1, 1), Zeros::keep), "100,0%");
  EXPECT_EQ(percent(Ratio(1, 1), Zeros::drop), "100%");
  EXPECT_EQ(percent(Ratio(1, 2000), Zeros::keep), "0,1%");  // 0,05
  EXPECT_EQ(percent(Ratio(274, 470), Zeros::keep), "58,3%");
  EXPECT_EQ(percent(Ratio(1, 3), Zeros::keep, 2), "33,33%");
}

TEST(Numbers, ShowsNeitherNothingNorAllWhereThereIsSome) {
  EXPECT_EQ(percent(Ratio(4, 59993), Zeros::drop), "0,01%");
  EXPECT_EQ(percent(Ratio(4, 59993), Zeros::keep), "0,01%");
  EXPECT_EQ(percent(Ratio(59992, 59993), Zeros::keep), "99,998%");
  EXPECT_EQ(percent(Ratio(59993, 59992), Zeros::drop), "100,002%");
  EXPECT_EQ(percent(Ratio(0, 7), Zeros::keep), "0,0%");
  EXPECT_EQ(percent(Ratio(1, 1'000'000'000'000), Zeros::keep), "0,000000%");
}

TEST(Numbers, WritesCountsBelowTenWithAZero) {
  EXPECT_EQ(count(0), "0");
  EXPECT_EQ(count(5), "05");
  EXPECT_EQ(count(12), "12");
  EXPECT_EQ(count(1234), "1.234");
}

TEST(Numbers, SaysNumbersInWords) {
  constexpr std::array<std::pair<std::int64_t, std::string_view>, 22> cases = {{
      {0, "không"},
      {4, "bốn"},
      {5, "năm"},
      {10, "mười"},
      {11, "mười một"},
      {14, "mười bốn"},
      {15, "mười lăm"},
      {20, "hai mươi"},
      {21, "hai mươi mốt"},
      {24, "hai mươi tư"},
      {55, "năm mươi lăm"},
      {100, "một trăm"},
      {105, "một trăm linh năm"},
      {110, "một trăm mười"},
      {121, "một trăm hai mươi mốt"},
      {1005, "một nghìn không trăm linh năm"},
      {2026, "hai nghìn không trăm hai mươi sáu"},
      {1000000, "một triệu"},
      {1000015, "một triệu không trăm mười lăm"},
      {21034000, "hai mươi mốt triệu không trăm ba mươi tư nghìn"},
      {5000000001, "năm tỷ không trăm linh một"},
      {1000000000000000, "một triệu tỷ"},
  }};
  for (const auto& [value, words] : cases) {
    EXPECT_EQ(in_words(value), words) << value;
  }
  EXPECT_EQ(in_words(-7), "âm bảy");
}

TEST(Numbers, WritesRomanNumerals) {
  EXPECT_EQ(roman(1), "I");
  EXPECT_EQ(roman(4), "IV");
  EXPECT_EQ(roman(9), "IX");
  EXPECT_EQ(roman(48), "XLVIII");
  EXPECT_EQ(roman(2026), "MMXXVI");
  EXPECT_EQ(roman(3999), "MMMCMXCIX");
  EXPECT_EQ(roman(0), "0");
}

}  // namespace
}  // namespace baocao::text
