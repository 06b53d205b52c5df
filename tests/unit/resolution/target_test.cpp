#include "resolution/target.hpp"

#include <random>

#include <gtest/gtest.h>

namespace baocao::resolution {
namespace {

using base::Date;
using base::Ratio;
using indicator::Counts;

Threshold threshold(std::string_view text) {
  const auto parsed = Threshold::parse(text);
  EXPECT_TRUE(parsed.has_value()) << text;
  return parsed.value_or(Threshold{});
}

Verdict judged(const Counts& counts, std::string_view text) {
  return judge(counts, Target{.threshold = threshold(text)}, Date());
}

TEST(Threshold, ReadsWhatResolutionsWrite) {
  EXPECT_EQ(threshold(">= 75%").value, Ratio(3, 4));
  EXPECT_EQ(threshold(">=75%").code(), ">= 75%");
  EXPECT_EQ(threshold(" > 95 % ").code(), "> 95%");
  EXPECT_EQ(threshold("== 100%").code(), "== 100%");
  EXPECT_EQ(threshold(">= 62,5%").value, Ratio(5, 8));
  const Threshold count = threshold(">= 30");
  EXPECT_FALSE(count.share);
  EXPECT_EQ(count.value, Ratio(30));
  EXPECT_EQ(count.code(), ">= 30");
}

TEST(Threshold, RefusesEverythingElse) {
  for (const std::string_view text : {"",
                                      "75%",
                                      ">=",
                                      ">= %",
                                      ">= -5%",
                                      ">= 5% 6",
                                      "= 5%",
                                      "≥ 5%",
                                      ">= 1.750",
                                      ">= 0,5",
                                      "~ ty_le"}) {
    EXPECT_FALSE(Threshold::parse(text)) << text;
  }
}

TEST(Threshold, ReadsTheOtherComparators) {
  EXPECT_EQ(threshold("<= 2").words(), "không quá 2");
  EXPECT_EQ(threshold("<= 2").symbols(), "≤ 2");
  EXPECT_EQ(threshold("< 5%").words(), "dưới 5%");
  EXPECT_EQ(threshold("<= 100%").words(), "không quá 100%");
  EXPECT_EQ(threshold("~ 50000").words(), "khoảng 50.000");
  EXPECT_EQ(threshold("~ 50000").code(), "~ 50000");
  Threshold most = threshold("> 50%");
  most.wording = "đa số";
  EXPECT_EQ(most.words(), "đa số (trên 50%)");
  EXPECT_EQ(most.symbols(), "> 50%");
}

TEST(Threshold, OfAUnitIsAnExpressionUntilItsFigureIsKnown) {
  const Threshold own = threshold(">= ty_le_dtts - dung_sai");
  EXPECT_EQ(own.formula, "ty_le_dtts - dung_sai");
  EXPECT_FALSE(own.known);
  EXPECT_TRUE(own.share);
  EXPECT_EQ(own.code(), ">= ty_le_dtts - dung_sai");
  EXPECT_EQ(own.words(), "từ mức riêng của đơn vị trở lên");
  EXPECT_EQ(own.with(Ratio(57, 200)).code(), ">= 28.5%");
  EXPECT_EQ(own.with(Ratio(57, 200)).symbols(), "≥ 28,5%");
  EXPECT_FALSE(own.with(std::nullopt).known);
}

TEST(Threshold, IsPrintedInSymbolsAndWords) {
  EXPECT_EQ(threshold(">= 75%").symbols(), "≥ 75%");
  EXPECT_EQ(threshold(">= 75%").words(), "từ 75% trở lên");
  EXPECT_EQ(threshold("> 95%").symbols(), "> 95%");
  EXPECT_EQ(threshold("> 95%").words(), "trên 95%");
  EXPECT_EQ(threshold(">= 62.5%").symbols(), "≥ 62,5%");
  EXPECT_EQ(threshold(">= 62.5%").code(), ">= 62.5%");
  EXPECT_EQ(threshold(">= 100%").words(), "100%");
  EXPECT_EQ(threshold(">= 100%").symbols(), "100%");
  EXPECT_EQ(threshold("== 40%").words(), "bằng 40%");
  EXPECT_EQ(threshold("== 40%").symbols(), "= 40%");
  EXPECT_EQ(threshold(">= 1750").words(), "từ 1.750 trở lên");
  EXPECT_EQ(threshold("> 50000").symbols(), "> 50.000");
}

TEST(Judge, StrictAndNonStrictDifferAtTheBoundary) {
  const Counts fifth{.n = 14, .d = 70};
  EXPECT_EQ(judged(fifth, "> 20%"), Verdict::not_met);
  EXPECT_EQ(judged(fifth, ">= 20%"), Verdict::met);
  EXPECT_EQ(judged({.n = 15, .d = 70}, "> 20%"), Verdict::met);
  EXPECT_EQ(judged({.n = 13, .d = 70}, ">= 20%"), Verdict::not_met);
}

TEST(Judge, NothingIsRoundedFirst) {
  EXPECT_EQ(judged({.n = 7499, .d = 10000}, ">= 75%"), Verdict::not_met);
  EXPECT_EQ(judged({.n = 99999, .d = 100000}, ">= 100%"), Verdict::not_met);
  EXPECT_EQ(judged({.n = 1, .d = 3}, ">= 33.33%"), Verdict::met);
  EXPECT_EQ(judged({.n = 1, .d = 3}, ">= 33.34%"), Verdict::not_met);
}

TEST(Judge, UnknownRecordsThatCanTipTheScaleLeaveItUndecided) {
  EXPECT_EQ(judged({.n = 74, .d = 100, .u1 = 1}, ">= 75%"), Verdict::undecided);
  EXPECT_EQ(judged({.n = 73, .d = 100, .u1 = 1}, ">= 75%"), Verdict::not_met);
  EXPECT_EQ(judged({.n = 75, .d = 100, .u1 = 25}, ">= 75%"), Verdict::met);
  EXPECT_EQ(judged({.n = 75, .d = 100, .u2 = 1}, ">= 75%"), Verdict::undecided);
  EXPECT_EQ(judged({.n = 76, .d = 100, .u2 = 1}, ">= 75%"), Verdict::met);
  EXPECT_EQ(judged({.n = 74, .d = 100, .u2 = 1}, ">= 75%"), Verdict::not_met);
  EXPECT_EQ(judged({.n = 74, .d = 100, .u2 = 4}, ">= 75%"), Verdict::undecided);
  EXPECT_EQ(judged({.n = 94, .d = 100, .u1 = 1}, "> 95%"), Verdict::not_met);
  EXPECT_EQ(judged({.u2 = 3}, ">= 75%"), Verdict::undecided);
}

TEST(Judge, EqualIsMetByItsFigureAlone) {
  EXPECT_EQ(judged({.n = 2, .d = 5}, "== 40%"), Verdict::met);
  EXPECT_EQ(judged({.n = 3, .d = 5}, "== 40%"), Verdict::not_met);
  EXPECT_EQ(judged({.n = 1, .d = 5, .u1 = 2}, "== 40%"), Verdict::undecided);
  EXPECT_EQ(judged({.n = 2, .d = 5, .u1 = 1}, "== 40%"), Verdict::undecided);
  EXPECT_EQ(judged({.n = 3, .d = 5, .u1 = 1}, "== 40%"), Verdict::not_met);
}

TEST(Judge, CountsAreComparedAsCounts) {
  EXPECT_EQ(judged({.n = 30, .d = 470}, ">= 30"), Verdict::met);
  EXPECT_EQ(judged({.n = 30, .d = 470}, "> 30"), Verdict::not_met);
  EXPECT_EQ(judged({.n = 28, .d = 470, .u1 = 1, .u2 = 1}, ">= 30"), Verdict::undecided);
  EXPECT_EQ(judged({.n = 28, .d = 470, .u1 = 1}, ">= 30"), Verdict::not_met);
}

TEST(Judge, AnEmptyPopulationIsNoData) {
  EXPECT_EQ(judged({}, ">= 0%"), Verdict::no_data);
  EXPECT_EQ(judged({}, ">= 0"), Verdict::met) << "a count of nothing is 0";
  EXPECT_EQ(judged({}, ">= 8"), Verdict::not_met);
}

TEST(Judge, AMissingAmountForbidsAVerdict) {
  EXPECT_EQ(judged({.n = 100, .d = 100, .open = 1}, ">= 50%"), Verdict::undecided);
  EXPECT_EQ(judged({.open = 1}, ">= 50%"), Verdict::undecided);
}

TEST(Judge, CeilingsAreMetFromBelow) {
  EXPECT_EQ(judged({.n = 2, .d = 2}, "<= 2"), Verdict::met);
  EXPECT_EQ(judged({.n = 2, .d = 2}, "< 2"), Verdict::not_met);
  EXPECT_EQ(judged({.n = 2, .d = 2, .u2 = 1}, "<= 2"), Verdict::undecided);
  EXPECT_EQ(judged({.n = 3, .d = 3, .u2 = 1}, "<= 2"), Verdict::not_met);
  EXPECT_EQ(judged({.n = 5, .d = 100, .u1 = 5}, "<= 10%"), Verdict::met);
  EXPECT_EQ(judged({.n = 5, .d = 100, .u1 = 6}, "<= 10%"), Verdict::undecided);
}

TEST(Judge, AboutIsNeverJudgedAndAnUnknownFigureLeavesItOpen) {
  EXPECT_EQ(judged({.n = 50000, .d = 50000}, "~ 50000"), Verdict::no_data);
  EXPECT_EQ(judged({.n = 3, .d = 10}, ">= ty_le_dtts"), Verdict::undecided);
}

TEST(Target, TheMilestoneInForceIsTheLastOneReached) {
  Target target;
  target.milestones = {{2027, threshold(">= 55%")}, {2029, threshold(">= 65%")}};
  EXPECT_EQ(target.milestone_at(*Date::from_ymd(2026, 12, 31)), nullptr);
  EXPECT_EQ(target.milestone_at(*Date::from_ymd(2027, 3, 31))->first, 2027);
  EXPECT_EQ(target.milestone_at(*Date::from_ymd(2028, 12, 31))->first, 2027);
  EXPECT_EQ(target.milestone_at(*Date::from_ymd(2030, 1, 1))->first, 2029);
}

TEST(Judge, IsNotDueOnlyBeforeItsFirstDay) {
  Target target{.threshold = threshold(">= 50%"), .from = Date::from_ymd(2027, 1, 1)};
  const Counts none{.n = 0, .d = 10};
  EXPECT_EQ(judge(none, target, *Date::from_ymd(2026, 12, 31)), Verdict::not_due);
  EXPECT_EQ(judge(none, target, *Date::from_ymd(2027, 1, 1)), Verdict::not_met);
  target.from.reset();
  target.due = Date::from_ymd(2030, 12, 31);
  EXPECT_EQ(judge(none, target, *Date::from_ymd(2026, 9, 30)), Verdict::not_met);
}

TEST(Judge, VerdictsHaveTheNamesOfTheJsonContract) {
  EXPECT_EQ(name(Verdict::met), "met");
  EXPECT_EQ(name(Verdict::not_met), "not_met");
  EXPECT_EQ(name(Verdict::undecided), "undecided");
  EXPECT_EQ(name(Verdict::no_data), "no_data");
  EXPECT_EQ(name(Verdict::not_due), "not_due");
}

TEST(Estimate, IntervalRunsFromNoneToAllOfTheUnknown) {
  const Estimate share = estimate({.n = 6, .d = 10, .u1 = 1, .u2 = 2}, nullptr);
  EXPECT_EQ(share.value, Ratio(6, 10));
  EXPECT_EQ(share.low, Ratio(6, 12));
  EXPECT_EQ(share.high, Ratio(9, 12));
  const Threshold thirty = threshold(">= 30");
  const Estimate count = estimate({.n = 6, .d = 10, .u1 = 1, .u2 = 2}, &thirty);
  EXPECT_EQ(count.value, Ratio(6));
  EXPECT_EQ(count.low, Ratio(6));
  EXPECT_EQ(count.high, Ratio(9));
}

TEST(Estimate, SaysNothingItDoesNotKnow) {
  const Estimate empty = estimate({}, nullptr);
  EXPECT_FALSE(empty.value || empty.low || empty.high);
  const Estimate only_unknown = estimate({.u2 = 2}, nullptr);
  EXPECT_FALSE(only_unknown.value);
  EXPECT_EQ(only_unknown.low, Ratio(0));
  EXPECT_EQ(only_unknown.high, Ratio(1));
  const Estimate open = estimate({.n = 5, .d = 10, .open = 1}, nullptr);
  EXPECT_EQ(open.value, Ratio(1, 2));
  EXPECT_FALSE(open.low || open.high);
}

TEST(Gap, IsTheFewestMoreThatAreNeeded) {
  EXPECT_EQ(gap({.n = 60, .d = 100}, threshold(">= 75%")), Ratio(15));
  EXPECT_EQ(gap({.n = 5, .d = 7}, threshold(">= 75%")), Ratio(1));
  EXPECT_EQ(gap({.n = 14, .d = 70}, threshold("> 20%")), Ratio(1));
  EXPECT_EQ(gap({.n = 14, .d = 70}, threshold(">= 20%")), Ratio(0));
  EXPECT_EQ(gap({.n = 95, .d = 100}, threshold("> 95%")), Ratio(1));
  EXPECT_EQ(gap({.n = 90, .d = 99}, threshold("> 95%")), Ratio(5));
  EXPECT_EQ(gap({.n = 80, .d = 100}, threshold(">= 75%")), Ratio(0));
  EXPECT_EQ(gap({.n = 12, .d = 470}, threshold(">= 30")), Ratio(18));
  EXPECT_EQ(gap({.n = 30, .d = 470}, threshold("> 30")), Ratio(1));
}

TEST(Gap, OfAnEqualTargetExistsWhenWholeRecordsReachIt) {
  EXPECT_EQ(gap({.n = 1, .d = 5}, threshold("== 40%")), Ratio(1));
  EXPECT_EQ(gap({.n = 2, .d = 5}, threshold("== 40%")), Ratio(0));
  EXPECT_FALSE(gap({.n = 3, .d = 5}, threshold("== 40%")));
  EXPECT_FALSE(gap({.n = 1, .d = 7}, threshold("== 40%")));
}

TEST(Gap, OfACeilingIsTheExcess) {
  EXPECT_EQ(gap({.n = 5, .d = 5}, threshold("<= 2")), Ratio(3));
  EXPECT_EQ(gap({.n = 2, .d = 2}, threshold("< 2")), Ratio(1));
  EXPECT_EQ(gap({.n = 1, .d = 1}, threshold("<= 2")), Ratio(0));
  EXPECT_EQ(gap({.n = 12, .d = 100}, threshold("<= 10%")), Ratio(2));
  EXPECT_EQ(gap({}, threshold(">= 8")), Ratio(8)) << "a count needs no population";
  EXPECT_FALSE(gap({.n = 1, .d = 5}, threshold("~ 30")));
  EXPECT_FALSE(gap({.n = 1, .d = 5}, threshold(">= ty_le_dtts")));
}

TEST(Gap, NeedsAPopulation) {
  EXPECT_FALSE(gap({}, threshold(">= 75%")));
  EXPECT_FALSE(gap({.u2 = 3}, threshold(">= 75%")));
}

// Closing the gap meets the target, one record less does not.
TEST(Gap, AgreesWithTheVerdict) {
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    const std::int64_t d = 1 + static_cast<std::int64_t>(random() % 200);
    const std::int64_t n = static_cast<std::int64_t>(random()) % (d + 1);
    const Target target{
        .threshold = Threshold{random() % 2 == 0 ? Comparator::at_least : Comparator::more_than,
                               Ratio(static_cast<std::int64_t>(random() % 100), 100),
                               true}};
    const auto missing = gap({.n = n, .d = d}, *target.threshold);
    ASSERT_TRUE(missing && missing->is_integer());
    EXPECT_EQ(judge({.n = n + *missing, .d = d}, target, Date()), Verdict::met);
    if (!missing->is_zero()) {
      EXPECT_EQ(judge({.n = n + *missing - Ratio(1), .d = d}, target, Date()), Verdict::not_met);
    }
  }
}

Threshold own(std::string_view comparator, Ratio figure) {
  return threshold(std::string(comparator) + " ty_le").with(figure);
}

TEST(Threshold, IsRoundedForPeopleWhereTheVerdictStays) {
  const Ratio figure(4255553, 100000000);
  EXPECT_EQ(rounded(own(">=", figure), {Ratio(5, 100)}).symbols(), "≥ 4,26%");
  EXPECT_EQ(rounded(own(">=", figure), {Ratio(4256, 100000)}).symbols(), "≥ 4,256%");
  EXPECT_EQ(rounded(own(">=", Ratio(2, 3)), {Ratio(2, 3)}).symbols(), "≥ khoảng 66,67%");
  EXPECT_EQ(rounded(own(">=", Ratio(99999, 100000)), {Ratio(1)}).symbols(), "≥ 99,999%");
  EXPECT_EQ(rounded(own(">", Ratio(1, 100000)), {}).symbols(), "> 0,001%");
}

TEST(Threshold, RoundingNeverTurnsAVerdict) {
  std::mt19937 random(7);
  std::uniform_int_distribution<std::int64_t> any(1, 3000);
  int exact = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::int64_t whole = any(random);
    const Ratio figure(std::min(any(random), whole), whole);
    const std::int64_t near = any(random);
    // Half of them as near to the figure as the counts allow.
    const Ratio value =
        i % 2 == 0 ? figure : Ratio(near * figure.numerator() / figure.denominator(), near);
    for (const std::string_view comparator : {">=", ">", "<=", "<"}) {
      const Threshold target = own(comparator, figure);
      const Threshold shown = rounded(target, {value});
      exact += shown.approximate ? 0 : 1;
      ASSERT_TRUE(shown.approximate || holds(value, shown) == holds(value, target))
          << value.decimal(9) << " " << target.code();
    }
  }
  EXPECT_GT(exact, 40000);
}

}  // namespace
}  // namespace baocao::resolution
