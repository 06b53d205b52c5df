#include "indicator/sql.hpp"

#include "indicator/indicator.hpp"
#include "unit/expr/data.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::indicator {
namespace {

using testing::HasSubstr;

diag::Result<Query> query_of(const Definition& definition) {
  Context context;
  context.as_of = *base::Date::from_ymd(2026, 9, 30);
  diag::Sink sink;
  const auto plan = Plan::make({definition}, test::project_schema(), context, sink);
  EXPECT_TRUE(plan);
  return plan->sql(definition.id, {});
}

Definition share(std::string where, std::string meets) {
  Definition definition;
  definition.id = "x";
  definition.of = "can_bo";
  definition.where = std::move(where);
  definition.meets = std::move(meets);
  return definition;
}

TEST(Sql, CountsWhatIsCertainAndWhatIsNotByUnit) {
  const auto query = query_of(share("nhom == cong_chuc", "trinh_do_chuyen_mon >= thac_si"));
  ASSERT_TRUE(query);
  EXPECT_EQ(
      query->text,
      "SELECT t.\"unit_no\",\n"
      "  COUNT(*) FILTER (WHERE (t.\"nhom\" IN ('cong_chuc')) AND "
      "(t.\"trinh_do_chuyen_mon\" IN ('thac_si', 'tien_si', 'tien_si_khoa_hoc'))) AS n,\n"
      "  COUNT(*) FILTER (WHERE (t.\"nhom\" IN ('cong_chuc'))) AS d,\n"
      "  COUNT(*) FILTER (WHERE (t.\"nhom\" IN ('cong_chuc')) AND "
      "(t.\"trinh_do_chuyen_mon\" IN ('thac_si', 'tien_si', 'tien_si_khoa_hoc')) IS NULL) AS u1,\n"
      "  COUNT(*) FILTER (WHERE (t.\"nhom\" IN ('cong_chuc')) IS NULL) AS u2,\n"
      "  0 AS open\n"
      "FROM \"can_bo\" t\n"
      "GROUP BY t.\"unit_no\"");
}

TEST(Sql, DatesAreNumbersOfKnownPrecision) {
  const auto query = query_of(share("ngay_sinh >= 1984-09-30", ""));
  ASSERT_TRUE(query);
  EXPECT_THAT(query->text,
              HasSubstr("COUNT(*) FILTER (WHERE (NOT (CASE WHEN t.\"ngay_sinh_last\" < 19840930 "
                        "THEN TRUE WHEN t.\"ngay_sinh_first\" >= 19840930 THEN FALSE END))) AS d"));
}

TEST(Sql, WhatNeedsADivisionHasNoQuery) {
  const auto query = query_of(share("stt / 2 > 1", ""));
  ASSERT_FALSE(query);
  EXPECT_EQ(query.error().code.id(), "E440");
  EXPECT_EQ(query.error().message, "chỉ tiêu x: phép chia không viết bằng SQL");
}

}  // namespace
}  // namespace baocao::indicator
