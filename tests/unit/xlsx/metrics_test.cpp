#include "xlsx/metrics.hpp"

#include <gtest/gtest.h>

namespace baocao::xlsx {
namespace {

constexpr Font plain{.size = 12, .bold = false};

TEST(Metrics, WidthGrowsWithTextSizeAndWeight) {
  // Times: "ĐẢNG CỘNG SẢN VIỆT NAM", bold 15, is 206.7 points wide.
  EXPECT_NEAR(text_width("ĐẢNG CỘNG SẢN VIỆT NAM", {.size = 15, .bold = true}), 206.7 * 1.04, 10);
  EXPECT_LT(text_width("Tỷ lệ", plain), text_width("Tỷ lệ", {.size = 12, .bold = true}));
  EXPECT_EQ(text_width("", plain), 0);
}

TEST(Metrics, LinesBreakAtBlanksAndInsideLongWords) {
  const double room = text_width("Phó Bí thư", plain);
  EXPECT_EQ(wrapped_lines("Phó Bí thư", room, plain), 1U);
  EXPECT_EQ(wrapped_lines("Phó Bí thư Thường trực", room, plain), 3U);
  EXPECT_EQ(wrapped_lines("Phó\nBí thư", room, plain), 2U);
  EXPECT_GE(wrapped_lines("can-bo/05665-xa-van-lang.xlsx", room, plain), 3U);
  EXPECT_EQ(wrapped_lines("", room, plain), 1U);
}

TEST(Metrics, RowsStayWithinExcelsLimit) {
  EXPECT_GT(row_height(2, plain), row_height(1, plain));
  EXPECT_EQ(row_height(1000, plain), 409);
  EXPECT_LE(upright_height(std::string(2000, 'm'), 20, plain), 409);
}

TEST(Metrics, UprightTextGetsLowerWhenItsColumnTakesMoreLines) {
  const char* title = "Bồi dưỡng kiến thức, kỹ năng theo vị trí việc làm";
  EXPECT_LT(upright_height(title, 40, plain), upright_height(title, 20, plain));
}

TEST(Metrics, BrokenUtf8IsMeasuredNotReadBeyondItsEnd) {
  EXPECT_GT(text_width(std::string_view("a\xE1\xBA", 3), plain), 0);
}

}  // namespace
}  // namespace baocao::xlsx
