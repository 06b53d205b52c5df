#include "format/lengths.hpp"

#include <gtest/gtest.h>

namespace baocao::format {
namespace {

TEST(Lengths, MillimetresAreTwips) {
  EXPECT_EQ(twips_of_mm(210), 11906);
  EXPECT_EQ(twips_of_mm(297), 16838);
  EXPECT_EQ(mm_text(1134), "20");
  EXPECT_EQ(mm_text(720), "12,7");
  EXPECT_EQ(points_text(27), "13,5");
}

TEST(Lengths, TextIsAsLongAsTimesNewRomanSetsIt) {
  // 206,7 pt and 60,5 mm by the metrics of Liberation Serif.
  EXPECT_NEAR(text_length("ĐẢNG CỘNG SẢN VIỆT NAM", 30, true), 4133, 2);
  EXPECT_NEAR(text_length("Độc lập - Tự do - Hạnh phúc", 28, true), 3428, 4);
}

TEST(Lengths, TonesTakeNoRoomButHornsDo) {
  EXPECT_EQ(text_length("ẢẾỘ", 28, false), text_length("AEO", 28, false));
  EXPECT_GT(text_length("Ự", 28, false), text_length("U", 28, false));
  EXPECT_EQ(text_length("Ự", 28, true), text_length("Ư", 28, true));
}

}  // namespace
}  // namespace baocao::format
