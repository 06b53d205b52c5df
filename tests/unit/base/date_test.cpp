#include "base/date.hpp"

#include <gtest/gtest.h>

namespace baocao::base {
namespace {

TEST(Date, RefusesDaysThatDoNotExist) {
  EXPECT_FALSE(Date::from_ymd(1985, 2, 31));
  EXPECT_FALSE(Date::from_ymd(2025, 2, 29));
  EXPECT_FALSE(Date::from_ymd(2025, 13, 1));
  EXPECT_FALSE(Date::from_ymd(2025, 0, 1));
  EXPECT_FALSE(Date::from_ymd(0, 1, 1));
  EXPECT_TRUE(Date::from_ymd(2024, 2, 29));
}

TEST(Date, GivesBackWhatItWasMadeFrom) {
  const auto date = Date::from_ymd(1969, 12, 31);
  ASSERT_TRUE(date);
  EXPECT_EQ(date->days(), -1);
  EXPECT_EQ(date->year(), 1969);
  EXPECT_EQ(date->month(), 12);
  EXPECT_EQ(date->day(), 31);
  EXPECT_EQ(date->iso(), "1969-12-31");
}

TEST(Date, ReadsIsoDatesOnly) {
  EXPECT_EQ(Date::parse_iso("2026-09-30"), Date::from_ymd(2026, 9, 30));
  for (const char* text :
       {"2026-9-30", "30-09-2026", "2026/09/30", "2026-09-31", "2026-09-3x", ""}) {
    EXPECT_FALSE(Date::parse_iso(text)) << text;
  }
}

TEST(DaysInMonth, AreKnownUpToTheLastMonthOfAll) {
  EXPECT_EQ(days_in_month(1984, 2), 29);
  EXPECT_EQ(days_in_month(1900, 2), 28);
  EXPECT_EQ(days_in_month(2026, 12), 31);
  EXPECT_EQ(days_in_month(9999, 12), 31);
}

TEST(CompletedYears, TurnOnTheBirthday) {
  const Date birth = *Date::from_ymd(1984, 9, 30);
  EXPECT_EQ(completed_years(birth, *Date::from_ymd(2026, 9, 29)), 41);
  EXPECT_EQ(completed_years(birth, *Date::from_ymd(2026, 9, 30)), 42);
}

TEST(CompletedYears, OfALeapDayTurnOnTheFirstOfMarch) {
  const Date birth = *Date::from_ymd(1984, 2, 29);
  EXPECT_EQ(completed_years(birth, *Date::from_ymd(2026, 2, 28)), 41);
  EXPECT_EQ(completed_years(birth, *Date::from_ymd(2026, 3, 1)), 42);
  EXPECT_EQ(completed_years(birth, *Date::from_ymd(2028, 2, 29)), 44);
}

}  // namespace
}  // namespace baocao::base
