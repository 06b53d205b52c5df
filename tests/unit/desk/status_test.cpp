#include "desk/status.hpp"

#include "report/json.hpp"

#include <gmock/gmock.h>

namespace baocao::desk {
namespace {

using archive::State;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

base::Date day(const char* iso) {
  return base::Date::parse_iso(iso).value();
}

archive::Period third_quarter() {
  archive::Period period;
  period.key = {"thai-nguyen-cbcx", "2026-Q3"};
  period.as_of = day("2026-09-30");
  period.due = day("2026-10-10");
  period.units = {{"05665", "Xã Văn Lăng"}, {"05692", "Xã Đồng Hỷ"}};
  period.forms = {"can_bo", "danh_gia"};
  return period;
}

archive::Package package(std::int64_t revision, const char* at, State state) {
  archive::Package made;
  made.key = third_quarter().key;
  made.unit = "05665";
  made.revision = revision;
  made.received_at = at;
  made.state = state;
  made.forms = {"can_bo", "danh_gia"};
  return made;
}

UnitStatus first_unit(const std::vector<archive::Package>& packages, const char* on) {
  return status(third_quarter(), packages, day(on)).units.front();
}

TEST(Status, OfAUnitThatHandedNothingIn) {
  EXPECT_EQ(first_unit({}, "2026-10-10").standing, Standing::missing);
  EXPECT_FALSE(first_unit({}, "2026-10-10").late) << "the whole due day is in time";
  EXPECT_TRUE(first_unit({}, "2026-10-11").late);
}

TEST(Status, OfAPackageOnTheDueDayAndTheDayAfter) {
  const UnitStatus in_time =
      first_unit({package(1, "2026-10-10T23:59:59", State::accepted)}, "2026-11-01");
  EXPECT_EQ(in_time.standing, Standing::accepted);
  EXPECT_FALSE(in_time.late);
  EXPECT_TRUE(first_unit({package(1, "2026-10-11T00:00:00", State::accepted)}, "2026-11-01").late);
}

TEST(Status, ARevisionAfterTheDueDayIsNotLateWhenTheFirstWasInTime) {
  const UnitStatus unit = first_unit({package(1, "2026-10-09T08:00:00", State::superseded),
                                      package(2, "2026-10-20T08:00:00", State::accepted)},
                                     "2026-11-01");
  EXPECT_FALSE(unit.late);
  EXPECT_EQ(unit.revision, 2);
  EXPECT_EQ(unit.received_at, "2026-10-09T08:00:00");
}

TEST(Status, WhatWasSentBackDoesNotCountAsReceived) {
  const UnitStatus owing =
      first_unit({package(1, "2026-10-09T08:00:00", State::returned)}, "2026-10-20");
  EXPECT_EQ(owing.standing, Standing::returned);
  EXPECT_TRUE(owing.late);
  EXPECT_EQ(owing.received_at, "");
  const UnitStatus anew = first_unit({package(1, "2026-10-09T08:00:00", State::returned),
                                      package(2, "2026-10-20T08:00:00", State::accepted)},
                                     "2026-11-01");
  EXPECT_EQ(anew.standing, Standing::accepted);
  EXPECT_EQ(anew.returned, 1);
  EXPECT_TRUE(anew.late);
}

TEST(Status, NamesTheFormsThatAreMissing) {
  archive::Package without = package(1, "2026-10-09T08:00:00", State::accepted);
  EXPECT_THAT(first_unit({without}, "2026-10-09").missing_forms, IsEmpty());
  without.forms = {"can_bo"};
  EXPECT_THAT(first_unit({without}, "2026-10-09").missing_forms, ElementsAre("danh_gia"));
}

TEST(Status, CountsUnitsByHowTheyStand) {
  const Status made = status(
      third_quarter(), {package(1, "2026-10-11T08:00:00", State::accepted)}, day("2026-10-12"));
  EXPECT_EQ(made.count(Standing::accepted), 1U);
  EXPECT_EQ(made.on_time(), 0U);
  EXPECT_EQ(made.late(), 1U);
  EXPECT_EQ(made.overdue(), 1U);
  EXPECT_THAT(status_text(made, {}), HasSubstr("Nộp chậm (1):\n  05665  Xã Văn Lăng"));
  EXPECT_THAT(status_text(made, {}), Not(HasSubstr("Thiếu biểu")));
}

TEST(Status, GivesTheSameNamesToTemplatesWhateverCameIn) {
  const auto model =
      report::parse_json(status_model(status(third_quarter(), {}, day("2026-10-12")), {}), "goi");
  ASSERT_TRUE(model) << model.error().message;
  ASSERT_NE(model->find("don_vi"), nullptr);
  EXPECT_EQ(model->find("don_vi")->list()->size(), 2U);
  EXPECT_EQ(*model->find("han")->string(), "10/10/2026");
}

}  // namespace
}  // namespace baocao::desk
