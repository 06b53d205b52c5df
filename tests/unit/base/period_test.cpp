#include "base/period.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace baocao::base {
namespace {

struct Case {
  const char* code;
  const char* first;
  const char* last;
};

class PeriodCodes : public testing::TestWithParam<Case> {};

TEST_P(PeriodCodes, ReadAndPrintTheSameAndCoverTheirDays) {
  const auto period = Period::parse(GetParam().code);
  ASSERT_TRUE(period);
  EXPECT_EQ(period->code(), GetParam().code);
  EXPECT_EQ(period->first().iso(), GetParam().first);
  EXPECT_EQ(period->last().iso(), GetParam().last);
}

INSTANTIATE_TEST_SUITE_P(All,
                         PeriodCodes,
                         testing::Values(Case{"2026", "2026-01-01", "2026-12-31"},
                                         Case{"2026-H1", "2026-01-01", "2026-06-30"},
                                         Case{"2026-H2", "2026-07-01", "2026-12-31"},
                                         Case{"2026-Q3", "2026-07-01", "2026-09-30"},
                                         Case{"2026-02", "2026-02-01", "2026-02-28"},
                                         Case{"2028-02", "2028-02-01", "2028-02-29"}),
                         [](const auto& test) {
                           std::string name = test.param.code;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(Period, RefusesAnythingElse) {
  for (const char* text :
       {"", "26", "2026-Q5", "2026-H3", "2026-13", "2026-Q", "Q3-2026", "2026 Q3"}) {
    EXPECT_FALSE(Period::parse(text)) << text;
  }
}

}  // namespace
}  // namespace baocao::base
