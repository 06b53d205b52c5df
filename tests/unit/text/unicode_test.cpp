#include "text/unicode.hpp"

#include <gtest/gtest.h>

namespace baocao::text {
namespace {

TEST(Unicode, TellsValidUtf8) {
  EXPECT_TRUE(is_valid_utf8(""));
  EXPECT_TRUE(is_valid_utf8("Đảng ủy xã Văn Lăng 😀"));
  EXPECT_FALSE(is_valid_utf8("\xD0\xCF"));
  EXPECT_FALSE(is_valid_utf8("abc\xE1\xBA"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));  // a lone surrogate
}

TEST(Unicode, ComposesAndReplacesInvalidBytes) {
  EXPECT_EQ(nfc("Nguye\u0302\u0303n"), "Nguyễn");
  EXPECT_EQ(nfc("Nguyễn"), "Nguyễn");
  EXPECT_EQ(nfc("a\xFF"
                "b\u0301"),
            "a\uFFFDb\u0301");
}

TEST(Unicode, GivesCodePointsAndTakesThemBack) {
  EXPECT_EQ(code_points("aế😀"), U"aế😀");
  EXPECT_EQ(utf8(U"aế😀"), "aế😀");
  EXPECT_EQ(code_points("\xFFz"), U"\uFFFDz");
}

TEST(Unicode, ChangesCaseOfVietnameseLetters) {
  EXPECT_EQ(upper("đảng ủy thượng"), "ĐẢNG ỦY THƯỢNG");
  EXPECT_EQ(lower("ĐẢNG ỦY THƯỢNG Ự"), "đảng ủy thượng ự");
  EXPECT_EQ(title("NGUYỄN VĂN ĐỨC"), "Nguyễn Văn Đức");
  EXPECT_EQ(title("h'maryam niê-kdăm"), "H'Maryam Niê-Kdăm");
  EXPECT_EQ(title("o\u031B\u0323n o\u031Bn"), "O\u031B\u0323n O\u031Bn");
  EXPECT_EQ(capitalized("đạt 12% HĐND"), "Đạt 12% HĐND");
  EXPECT_EQ(capitalized("\"ủy ban\""), "\"Ủy ban\"");
  EXPECT_EQ(capitalized(""), "");
}

TEST(Unicode, CountsCodePoints) {
  EXPECT_EQ(length(""), 0U);
  EXPECT_EQ(length("Đảng ủy"), 7U);
}

TEST(Unicode, TakesMarksOff) {
  EXPECT_EQ(without_marks("Đặng Thị Thưởng đỏ"), "Dang Thi Thuong do");
  EXPECT_EQ(without_marks("Nguye\u0302\u0303n"), "Nguyen");
}

}  // namespace
}  // namespace baocao::text
