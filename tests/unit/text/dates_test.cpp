#include "text/dates.hpp"

#include <gtest/gtest.h>

namespace baocao::text {
namespace {

base::Date day(std::string_view iso) {
  return *base::Date::parse_iso(iso);
}

TEST(Dates, WritesDatesAsOfficialDocumentsDo) {
  EXPECT_EQ(short_date(day("2026-09-05")), "05/9/2026");
  EXPECT_EQ(short_date(day("2026-02-17")), "17/02/2026");
  EXPECT_EQ(short_date(day("2026-01-01")), "01/01/2026");
  EXPECT_EQ(long_date(day("2026-09-05")), "ngày 05 tháng 9 năm 2026");
  EXPECT_EQ(long_date(day("2026-02-17")), "ngày 17 tháng 02 năm 2026");
  EXPECT_EQ(table_date(day("2026-09-05")), "05/09/2026");
}

TEST(Dates, NamesPeriods) {
  const auto name = [](std::string_view code) { return period_name(*base::Period::parse(code)); };
  EXPECT_EQ(name("2026"), "năm 2026");
  EXPECT_EQ(name("2026-H1"), "6 tháng đầu năm 2026");
  EXPECT_EQ(name("2026-H2"), "6 tháng cuối năm 2026");
  EXPECT_EQ(name("2026-Q3"), "quý III năm 2026");
  EXPECT_EQ(name("2026-07"), "tháng 7 năm 2026");
  EXPECT_EQ(name("2026-02"), "tháng 02 năm 2026");
}

TEST(ParseDate, ReadsTheFormsPeopleType) {
  for (const std::string_view text : {"05/3/1985",
                                      "5.3.1985",
                                      "5-3-1985",
                                      " 05 / 03 / 1985 ",
                                      "ngày 05 tháng 3 năm 1985",
                                      "Ngày 5/3/1985",
                                      "1985-03-05",
                                      "5 tháng 3 năm 1985",
                                      "05/03/1985\u00A0"}) {
    const auto range = parse_date(text);
    ASSERT_TRUE(range) << text;
    EXPECT_TRUE(range->exact()) << text;
    EXPECT_EQ(range->first, day("1985-03-05")) << text;
  }
}

TEST(ParseDate, KeepsThePrecisionOfMonthAndYear) {
  for (const std::string_view text : {"2/1984", "02-1984", "02.1984", "tháng 2 năm 1984"}) {
    EXPECT_EQ(parse_date(text), (base::DateRange{day("1984-02-01"), day("1984-02-29")})) << text;
  }
  for (const std::string_view text : {"1985", "năm 1985"}) {
    EXPECT_EQ(parse_date(text), (base::DateRange{day("1985-01-01"), day("1985-12-31")})) << text;
  }
}

TEST(ParseDate, KnowsTheDaysThatExist) {
  EXPECT_TRUE(parse_date("29/02/1984"));
  for (const std::string_view text : {"29/02/1985",
                                      "31/02/1985",
                                      "31/4/1985",
                                      "00/3/1985",
                                      "3/13/1985",
                                      "13/1985",
                                      "0000",
                                      "0985",
                                      "ngày 05 tháng 9 năm 0267",
                                      "0/1985"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(ParseDate, RefusesWhatCanBeReadTwoWays) {
  for (const std::string_view text : {"",
                                      "5/3/85",
                                      "85",
                                      "05/03-1985",
                                      "1 2/3/1985",
                                      "05/3/1985 (dl)",
                                      "5//1985",
                                      "/1985",
                                      "tháng 9 ngày 5 năm 2026",
                                      "x",
                                      "19850305",
                                      "005/3/1985",
                                      "1985/1986"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

}  // namespace
}  // namespace baocao::text
