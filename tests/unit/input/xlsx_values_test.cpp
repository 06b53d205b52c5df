#include "input/xlsx/relationships.hpp"
#include "input/xlsx/styles.hpp"
#include "input/xlsx/values.hpp"

#include <string>

#include <gtest/gtest.h>

namespace baocao::input::xlsx {
namespace {

TEST(Position, StaysInsideTheGrid) {
  EXPECT_EQ(parse_position("D17")->row, 16U);
  EXPECT_EQ(parse_position("D17")->column, 3U);
  EXPECT_EQ(parse_position("XFD1048576")->column, 16'383U);
  for (const char* bad : {"",
                          "A",
                          "17",
                          "A0",
                          "XFE1",
                          "A1048577",
                          "AAAA1",
                          "a1",
                          "A1B",
                          "A-1",
                          "A99999999999",
                          "$A$1"}) {
    EXPECT_FALSE(parse_position(bad)) << bad;
  }
}

TEST(Area, IsOneCellOrTwoCorners) {
  EXPECT_EQ(parse_area("B2")->last_row, 1U);
  EXPECT_EQ(parse_area("A1:C2")->last_column, 2U);
  for (const char* bad : {"", "A1:", "C2:A1", "A1:B2:C3", "A:B"}) {
    EXPECT_FALSE(parse_area(bad)) << bad;
  }
}

TEST(DateOfIso, ReadsTheDay) {
  EXPECT_EQ(date_of_iso("2026-09-30")->iso(), "2026-09-30");
  EXPECT_EQ(date_of_iso("2026-09-30T12:00:00.000Z")->iso(), "2026-09-30");
  EXPECT_FALSE(date_of_iso("2026-02-30"));
  EXPECT_FALSE(date_of_iso("2026-09-301"));
  EXPECT_FALSE(date_of_iso("PT12H"));
}

TEST(DateOfSerial, ReachesTheLastDay) {
  EXPECT_EQ(date_of_serial("1", false)->iso(), "1900-01-01");
  EXPECT_EQ(date_of_serial("2958465", false)->iso(), "9999-12-31");
  EXPECT_EQ(date_of_serial("3.1111E4", false)->iso(), "1985-03-05");
  EXPECT_EQ(date_of_serial("0", true)->iso(), "1904-01-01");
  EXPECT_FALSE(date_of_serial("2958465", true));
  EXPECT_FALSE(date_of_serial("nan", false));
  EXPECT_FALSE(date_of_serial("1e300", false));
}

TEST(DateCode, TellsDatesFromNumbers) {
  for (const char* code : {"dd/mm/yyyy",
                           "m/d/yy h:mm",
                           "[$-42A]d mmmm yyyy",
                           "[h]:mm",
                           "[ss]",
                           "\"ngày \"dd",
                           "[Red]yyyy",
                           "\\D\\a\\y: d",
                           "YYYY-MM-DD;@",
                           "mm\\/yyyy"}) {
    EXPECT_TRUE(date_format(code).is_date) << code;
  }
  for (const char* code : {"General",
                           "0.00",
                           "#,##0",
                           "0;dd",
                           "\"đồng/mỹ\"0",
                           "[Red]0",
                           "[>=100]0",
                           "\\d0",
                           "_d0",
                           "*y0",
                           "@",
                           "",
                           "0.00E+00",
                           "0 \"người",
                           "[Mau"}) {
    EXPECT_FALSE(date_format(code).is_date) << code;
  }
}

TEST(BuiltinFormats, AreDatesByNumber) {
  for (const unsigned id : {14U, 22U, 27U, 36U, 45U, 47U, 50U, 58U}) {
    EXPECT_TRUE(builtin_date_format(id).is_date) << id;
  }
  for (const unsigned id : {0U, 13U, 23U, 37U, 44U, 48U, 49U, 59U, 164U}) {
    EXPECT_FALSE(builtin_date_format(id).is_date) << id;
  }
}

TEST(DateFormat, SaysWhetherTheDayIsShown) {
  for (const char* code : {"mm/yyyy",
                           "\"ngày\" mm.yyyy",
                           "yyyy",
                           "\\d mm",
                           "[h]:mm",
                           "mmm-yy;dd",
                           "[$-42A]mmmm yyyy"}) {
    EXPECT_TRUE(date_format(code).hides_day) << code;
  }
  for (const char* code : {"dd/mm/yyyy", "D-M-YY", "[Red]ddd", "0.00", "General", "m/yyyy d"}) {
    EXPECT_FALSE(date_format(code).hides_day) << code;
  }
  EXPECT_TRUE(builtin_date_format(17).hides_day);   // mmm-yy
  EXPECT_TRUE(builtin_date_format(20).hides_day);   // h:mm
  EXPECT_FALSE(builtin_date_format(14).hides_day);  // m/d/yyyy
  EXPECT_FALSE(builtin_date_format(22).hides_day);  // m/d/yyyy h:mm
  EXPECT_FALSE(builtin_date_format(0).hides_day);
}

TEST(Zero, IsAnySpellingOfIt) {
  for (const char* text : {"0", "0.0", "0E0"}) {
    EXPECT_TRUE(is_zero(text)) << text;
  }
  for (const char* text : {"", "0.1", "15", "x"}) {
    EXPECT_FALSE(is_zero(text)) << text;
  }
}

TEST(Fonts, AreNumberedOnceEach) {
  Fonts fonts;
  EXPECT_EQ(fonts.number_of(""), 0U);
  EXPECT_EQ(fonts.number_of("VNI-Times"), 1U);
  EXPECT_EQ(fonts.number_of(".VnTime"), 2U);
  EXPECT_EQ(fonts.number_of("VNI-Times"), 1U);
  for (int i = 0; i < 300; ++i) {
    fonts.number_of("font " + std::to_string(i));
  }
  EXPECT_EQ(fonts.names().size(), 256U);
  EXPECT_EQ(fonts.number_of("one more"), 0U);
  EXPECT_EQ(fonts.number_of(".VnTime"), 2U);
}

TEST(Relationships, ResolveTargets) {
  EXPECT_EQ(resolved_target("xl/workbook.xml", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml");
  EXPECT_EQ(resolved_target("xl/workbook.xml", "/xl/styles.xml"), "xl/styles.xml");
  EXPECT_EQ(resolved_target("xl/a/b.xml", "../c/./d.xml"), "xl/c/d.xml");
  EXPECT_EQ(resolved_target("", "xl/workbook.xml"), "xl/workbook.xml");
  EXPECT_EQ(resolved_target("a.xml", "../../b.xml"), "b.xml");
}

}  // namespace
}  // namespace baocao::input::xlsx
