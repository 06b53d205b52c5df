#include "base/ratio.hpp"

#include <limits>
#include <stdexcept>

#include <gtest/gtest.h>

namespace baocao::base {
namespace {

TEST(Ratio, KeepsLowestTermsAndAPositiveDenominator) {
  const Ratio ratio(6, -8);
  EXPECT_EQ(ratio.numerator(), -3);
  EXPECT_EQ(ratio.denominator(), 4);
  EXPECT_EQ(Ratio(14, 70), Ratio(1, 5));
}

TEST(Ratio, ComparesExactlyWhereDoublesWouldNot) {
  EXPECT_LT(Ratio(9007199254740992, 9007199254740993), Ratio(1));
  EXPECT_EQ(Ratio(1, 10) + Ratio(2, 10), Ratio(3, 10));
}

TEST(Ratio, ThrowsRatherThanWrapAround) {
  const Ratio huge(std::numeric_limits<std::int64_t>::max());
  EXPECT_THROW(huge + Ratio(1), std::overflow_error);
  EXPECT_THROW(huge * Ratio(2), std::overflow_error);
  EXPECT_THROW(Ratio(1) / Ratio(0), std::domain_error);
  EXPECT_THROW(Ratio(1, 0), std::domain_error);
}

TEST(Ratio, ReadsDecimalsWithPointOrComma) {
  EXPECT_EQ(Ratio::parse("12"), Ratio(12));
  EXPECT_EQ(Ratio::parse("62.5"), Ratio(125, 2));
  EXPECT_EQ(Ratio::parse("62,5"), Ratio(125, 2));
  EXPECT_EQ(Ratio::parse("-0,25"), Ratio(-1, 4));
  for (const char* text : {"", "-", ".", "1.2.3", "12 ", "1e3", "12,", "99999999999999999999"}) {
    EXPECT_FALSE(Ratio::parse(text)) << text;
  }
}

TEST(Ratio, RoundsHalfAwayFromZeroOnlyWhenPrinted) {
  EXPECT_EQ(Ratio(12, 345).decimal(3), "0.035");
  EXPECT_EQ(Ratio(1, 8).decimal(2), "0.13");
  EXPECT_EQ(Ratio(-1, 8).decimal(2), "-0.13");
  EXPECT_EQ(Ratio(-1, 1000).decimal(2), "0.00");
  EXPECT_EQ(Ratio(5, 2).decimal(0), "3");
  EXPECT_EQ(Ratio(1, 8).decimal(), "0.125");
  EXPECT_EQ(Ratio(1, 3).decimal(), "0.333333");
  EXPECT_EQ(Ratio(20).decimal(), "20");
}

TEST(Ratio, FloorAndCeilGoTheirWayBelowZeroToo) {
  EXPECT_EQ(Ratio(7, 2).floor(), 3);
  EXPECT_EQ(Ratio(7, 2).ceil(), 4);
  EXPECT_EQ(Ratio(-7, 2).floor(), -4);
  EXPECT_EQ(Ratio(-7, 2).ceil(), -3);
  EXPECT_EQ(Ratio(4).ceil(), 4);
}

}  // namespace
}  // namespace baocao::base
