#include "unit/archive/example.hpp"

namespace baocao::archive {
namespace {

using testing::ElementsAre;

TEST_F(ArchiveTest, OpensAPeriodOnce) {
  Archive archive = with_period();
  EXPECT_EQ(archive.period(key), period());
  Period other = period();
  other.due = day("2026-10-11");
  EXPECT_EQ(code_of(archive.open_period(other, act(), sink)), "A204");
  EXPECT_EQ(code_of(archive.period({key.resolution, "2026-Q4"})), "A203");
}

TEST_F(ArchiveTest, TheVerySamePeriodAgainChangesNothing) {
  Archive archive = with_period();
  const std::string head = archive.head().value();
  EXPECT_TRUE(archive.open_period(period(), act(), sink));
  EXPECT_EQ(archive.head(), head);
}

TEST_F(ArchiveTest, ListsPeriodsInOrder) {
  Archive archive = with_period();
  Period earlier = period();
  earlier.key.period = "2026-Q2";
  ASSERT_TRUE(archive.open_period(earlier, act(), sink));
  EXPECT_THAT(archive.periods().value(), ElementsAre(earlier, period()));
}

TEST_F(ArchiveTest, OpensNoPeriodWithoutItsDefinitions) {
  Archive archive = created();
  definitions = "chưa có";
  EXPECT_EQ(code_of(archive.open_period(period(), act(), sink)), "A209");
}

TEST_F(ArchiveTest, TakesOnlyCodesThatCanNameFiles) {
  Archive archive = with_period();
  for (const char* code : {"", "../x", "Xã A", ".an", "a/b"}) {
    Period odd = period();
    odd.key.period = "2026-Q4";
    odd.units[0].code = code;
    EXPECT_EQ(code_of(archive.open_period(odd, act(), sink)), "A213") << code;
  }
  Period twice = period();
  twice.key.period = "2026-Q4";
  twice.units[1].code = twice.units[0].code;
  EXPECT_EQ(code_of(archive.open_period(twice, act(), sink)), "A213");
}

TEST_F(ArchiveTest, ChangesAnOpenPeriod) {
  Archive archive = with_period();
  Period other = period();
  other.due = day("2026-10-15");
  other.units = {{"05700", "Xã Mới"}, {"05665", "Phường Văn Lăng"}};
  other.forms = {"can_bo", "danh_gia"};
  ASSERT_TRUE(archive.change_period(other, Locked::refuse, act(), sink));
  EXPECT_EQ(archive.period(key), other);
}

TEST_F(ArchiveTest, KeepsUnitsAndDateOncePackagesCame) {
  Archive archive = with_period();
  ASSERT_TRUE(archive.register_package(package("05665", 1, "An"), Locked::refuse, act(), sink));
  Period other = period();
  other.units.erase(other.units.begin());
  EXPECT_EQ(code_of(archive.change_period(other, Locked::refuse, act(), sink)), "A206");
  Period redated = period();
  redated.as_of = day("2026-09-29");
  EXPECT_EQ(code_of(archive.change_period(redated, Locked::refuse, act(), sink)), "A217");
  EXPECT_EQ(archive.period(key), period());
}

TEST_F(ArchiveTest, LocksAPeriodForGood) {
  Archive archive = with_period();
  ASSERT_TRUE(archive.lock(key, act("2026-10-20T17:00:00", "chốt quý III"), sink));
  const Period locked = archive.period(key).value();
  ASSERT_TRUE(locked.lock);
  EXPECT_EQ(locked.lock->at, "2026-10-20T17:00:00");
  EXPECT_EQ(locked.lock->why, "chốt quý III");
  EXPECT_EQ(code_of(archive.lock(key, act(), sink)), "A205");
  EXPECT_EQ(code_of(archive.change_period(period(), Locked::refuse, act(), sink)), "A205");
  EXPECT_EQ(code_of(archive.change_period(period(), Locked::revise, act(), sink)), "A214");
  EXPECT_TRUE(archive.change_period(
      period(), Locked::revise, act("2026-10-21T08:00:00", "gia hạn theo công văn 12"), sink));
  EXPECT_TRUE(archive.period(key)->lock);
}

}  // namespace
}  // namespace baocao::archive
