#include "resolution/trend.hpp"

#include <gtest/gtest.h>

namespace baocao::resolution {
namespace {

using base::Date;
using base::Ratio;

Date day(int year, int month = 12, int of_month = 31) {
  return *Date::from_ymd(year, month, of_month);
}

const std::optional<Threshold> three_quarters = Threshold::parse(">= 75%");

Target until_2030() {
  return {.threshold = three_quarters, .due = day(2030)};
}

TEST(Trend, TellsChangePaceAndForecast) {
  // 2025 to 2027 are twice 365 days; from 2027 to 2030 there is a leap day.
  const Trend found = trend({{day(2025), Ratio(40, 100), "a"},
                             {day(2026), Ratio(46, 100), "a"},
                             {day(2027), Ratio(48, 100), "a"}},
                            three_quarters,
                            until_2030());
  EXPECT_EQ(found.before, Ratio(46, 100));
  EXPECT_EQ(found.change, Ratio(2, 100));
  EXPECT_EQ(found.actual, Ratio(4, 100));
  EXPECT_EQ(found.needed, Ratio(27, 100) / Ratio(1096, 365));
  EXPECT_EQ(found.forecast, Ratio(48, 100) + Ratio(4, 100) * Ratio(1096, 365));
  EXPECT_FALSE(found.broken_at);
}

TEST(Trend, AForecastOfAShareStaysWithinTheWhole) {
  const Trend up = trend({{day(2025), Ratio(1, 10), "a"}, {day(2026), Ratio(7, 10), "a"}},
                         three_quarters,
                         until_2030());
  EXPECT_EQ(up.forecast, Ratio(1));
  const Trend down = trend({{day(2025), Ratio(7, 10), "a"}, {day(2026), Ratio(1, 10), "a"}},
                           three_quarters,
                           until_2030());
  EXPECT_EQ(down.forecast, Ratio(0));
}

TEST(Trend, PeriodsThatCountedSomethingElseAreLeftOut) {
  const Trend found = trend({{day(2024), Ratio(10, 100), "old"},
                             {day(2025), Ratio(40, 100), "old"},
                             {day(2026), Ratio(46, 100), "new"}},
                            three_quarters,
                            until_2030());
  EXPECT_EQ(found.broken_at, day(2025));
  EXPECT_FALSE(found.change || found.actual || found.forecast);
  EXPECT_TRUE(found.needed);
}

TEST(Trend, AReachedTargetNeedsNoPace) {
  const Trend found = trend({{day(2026), Ratio(80, 100), "a"}}, three_quarters, until_2030());
  EXPECT_EQ(found.needed, Ratio(0));
  EXPECT_FALSE(found.change || found.forecast);
}

TEST(Trend, IsSilentWhereNothingCanBeSaid) {
  EXPECT_FALSE(trend({}, three_quarters, until_2030()).needed);
  const std::vector<Point> missing = {{day(2025), Ratio(1, 2), "a"},
                                      {day(2026), std::nullopt, "a"}};
  EXPECT_FALSE(trend(missing, three_quarters, until_2030()).before);
  Target yearly = until_2030();
  yearly.yearly = true;
  const std::vector<Point> two = {{day(2025), Ratio(1, 2), "a"}, {day(2026), Ratio(3, 5), "a"}};
  EXPECT_FALSE(trend(two, three_quarters, yearly).forecast);
  EXPECT_TRUE(trend(two, three_quarters, yearly).change);
  EXPECT_FALSE(trend(two, Threshold::parse("~ 30%"), until_2030()).needed);
  Target past = until_2030();
  past.due = day(2026);
  EXPECT_FALSE(trend(two, three_quarters, past).forecast);
}

}  // namespace
}  // namespace baocao::resolution
