#include "resolution/finding.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace baocao::resolution {
namespace {

using base::Date;
using base::Ratio;
using indicator::Counts;

class Findings : public ::testing::Test {
 protected:
  Finding found(const char* target, Counts counts, std::string_view kind = "xa") {
    indicator_.target.threshold = Threshold::parse(target);
    EXPECT_TRUE(indicator_.target.threshold) << target;
    result_.counts = {counts};
    result_.rows = {rows_};
    return finding(indicator_, result_, 0, kind, as_of_);
  }

  Indicator indicator_;
  indicator::Result result_;
  std::uint32_t rows_ = 1;
  Date as_of_ = *Date::from_ymd(2027, 9, 30);
};

TEST_F(Findings, EachUnitIsHeldToItsOwnFigure) {
  result_.thresholds = {{Ratio(3, 10), Ratio(3, 10), true}};
  const Finding met = found(">= ty_le_dtts", {.n = 3, .d = 10});
  EXPECT_EQ(met.verdict, Verdict::met);
  EXPECT_EQ(met.threshold->code(), ">= 30%");
  result_.thresholds = {{Ratio(31, 100), Ratio(31, 100), true}};
  const Finding below = found(">= ty_le_dtts", {.n = 3, .d = 10});
  EXPECT_EQ(below.verdict, Verdict::not_met);
  EXPECT_EQ(below.gap, Ratio(1));
}

TEST_F(Findings, AnUnknownFigureOfTheUnitLeavesItUndecided) {
  result_.thresholds = {{}};
  const Finding open = found(">= ty_le_dtts", {.n = 3, .d = 10});
  EXPECT_EQ(open.verdict, Verdict::undecided);
  EXPECT_EQ(open.threshold->code(), ">= ty_le_dtts");
  EXPECT_FALSE(open.gap);
}

TEST_F(Findings, TheMilestoneIsJudgedBesideTheTarget) {
  indicator_.target.milestones = {{2027, *Threshold::parse(">= 55%")},
                                  {2028, *Threshold::parse(">= 62%")}};
  const Finding finding = found(">= 75%", {.n = 60, .d = 100});
  EXPECT_EQ(finding.verdict, Verdict::not_met);
  EXPECT_EQ(finding.gap, Ratio(15));
  ASSERT_TRUE(finding.milestone);
  EXPECT_EQ(finding.milestone->year, 2027);
  EXPECT_EQ(finding.milestone->verdict, Verdict::met);
  EXPECT_EQ(finding.milestone->gap, Ratio(0));
  as_of_ = *Date::from_ymd(2026, 12, 31);
  EXPECT_FALSE(found(">= 75%", {.n = 60, .d = 100}).milestone);
}

TEST_F(Findings, ACountIsZeroOnlyWhereSomethingWasReported) {
  EXPECT_EQ(found(">= 8", {}).verdict, Verdict::not_met);
  EXPECT_EQ(found(">= 8", {}).gap, Ratio(8));
  rows_ = 0;
  EXPECT_EQ(found(">= 8", {}).verdict, Verdict::no_data);
  EXPECT_FALSE(found(">= 8", {}).estimate.value);
  EXPECT_FALSE(found(">= 8", {}).gap);
}

TEST_F(Findings, AFigureForTheProvinceIsNotHeldAgainstACommune) {
  indicator_.target.judged_at = {"tinh"};
  EXPECT_EQ(found(">= 500", {.n = 510, .d = 510}, "tinh").verdict, Verdict::met);
  const Finding commune = found(">= 500", {.n = 4, .d = 4});
  EXPECT_EQ(commune.verdict, Verdict::no_data);
  EXPECT_FALSE(commune.not_judged.empty());
  EXPECT_EQ(commune.estimate.value, Ratio(4));
  EXPECT_FALSE(commune.gap);
}

TEST_F(Findings, WhatAPersonMustJudgeGetsNoVerdict) {
  indicator_.statement = "đạt chuẩn mức 2";
  result_.counts = {{.n = 1, .d = 1}};
  result_.rows = {1};
  const Finding finding = resolution::finding(indicator_, result_, 0, "tinh", as_of_);
  EXPECT_EQ(finding.verdict, Verdict::no_data);
  EXPECT_FALSE(finding.not_judged.empty());
}

TEST_F(Findings, AMissingTableGivesNoFigures) {
  result_.missing_tables = {"dan_so"};
  result_.thresholds = {};
  const Finding finding = found(">= ty_le_dtts", {});
  EXPECT_EQ(finding.verdict, Verdict::no_data);
  EXPECT_FALSE(finding.threshold->known);
}

}  // namespace
}  // namespace baocao::resolution
