#include "indicator/indicator.hpp"

#include "unit/expr/data.hpp"

#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::indicator {
namespace {

using test::Data;
using test::project_schema;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Context context() {
  Context context;
  context.as_of = *base::Date::from_ymd(2026, 9, 30);
  context.period = *base::Period::parse("2026-Q3");
  return context;
}

Definition share(std::string of, std::string where, std::string meets) {
  Definition definition;
  definition.id = "x";
  definition.of = std::move(of);
  definition.where = std::move(where);
  definition.meets = std::move(meets);
  definition.file = "indicators.toml";
  definition.line = 7;
  return definition;
}

Plan plan_of(const std::vector<Definition>& definitions) {
  diag::Sink sink;
  auto plan = Plan::make(definitions, project_schema(), context(), sink);
  if (!plan) {
    throw std::runtime_error(plan.error().message);
  }
  return std::move(*plan);
}

Result computed(const Data& data, const Definition& definition) {
  static std::vector<Plan> kept;  // results point into their plan
  kept.push_back(plan_of({definition}));
  return kept.back().compute(data.dataset, 1).front();
}

std::vector<std::string> faults(const std::vector<Definition>& definitions) {
  diag::Sink sink;
  EXPECT_FALSE(Plan::make(definitions, project_schema(), context(), sink));
  std::vector<std::string> all;
  for (const diag::Diagnostic& diagnostic : sink.all()) {
    EXPECT_EQ(diagnostic.span.file, "indicators.toml");
    EXPECT_EQ(diagnostic.span.line, 7U);
    all.push_back(std::string(diagnostic.code.id()) + " " + diagnostic.message);
  }
  return all;
}

TEST(Plan, ReportsAllFaultsOfAllDefinitionsAtOnce) {
  Definition half;
  half.id = "h";
  half.numerator = "count(can_bo)";
  half.file = "indicators.toml";
  half.line = 7;
  Definition both = half;
  both.denominator = "count(can_bo)";
  both.of = "can_bo";
  const auto found = faults({share("can_bo", "gioi_tinhh == nu", "ngach >= thac_si"),
                             share("can_boo", "", ""),
                             share("", "", ""),
                             half,
                             both});
  EXPECT_THAT(
      found,
      ElementsAre(HasSubstr("E411 chỉ tiêu x, khóa where: "),
                  HasSubstr("E412 chỉ tiêu x, khóa meets: "),
                  "E421 chỉ tiêu x: không có bảng \"can_boo\"",
                  "E420 chỉ tiêu x: chưa nêu bảng được đếm",
                  "E420 chỉ tiêu h: khóa numerator và denominator phải đi cùng nhau",
                  "E420 chỉ tiêu h: numerator, denominator không dùng chung với of, meets"));
}

TEST(Plan, DefinitionsBringTheirOwnNamedConditions) {
  Definition definition = share("can_bo", "nu_gioi", "");
  EXPECT_THAT(faults({definition}), SizeIs(1));
  definition.conditions = std::make_shared<const std::map<std::string, std::string, std::less<>>>(
      std::map<std::string, std::string, std::less<>>{{"nu_gioi", "gioi_tinh == nu"}});
  EXPECT_NO_THROW(plan_of({definition}));
}

TEST(Plan, AFaultInANamedConditionIsReportedOnceAtItsPlace) {
  Definition first = share("can_bo", "sai", "");
  first.conditions = std::make_shared<const std::map<std::string, std::string, std::less<>>>(
      std::map<std::string, std::string, std::less<>>{{"sai", "xxx == 1"}});
  first.locate = [](std::string_view key, std::size_t offset) {
    return diag::Span{
        .file = std::string(key), .line = 7, .line_column = 1 + std::uint32_t(offset)};
  };
  Definition second = first;
  second.id = "y";
  second.meets = "sai and yyy == 1";
  diag::Sink sink;
  EXPECT_FALSE(Plan::make({first, second}, project_schema(), context(), sink));
  ASSERT_THAT(sink.all(), SizeIs(2));
  EXPECT_EQ(sink.all()[0].span.file, "conditions.sai");
  EXPECT_EQ(sink.all()[0].span.line_column, 1U);
  EXPECT_EQ(sink.all()[1].span.file, "meets");
  EXPECT_EQ(sink.all()[1].span.line_column, 9U);
}

TEST(Compute, EachUnitHasItsOwnThreshold) {
  Data data;
  const auto province = data.unit("19", "tinh");
  const auto a = data.unit("a", "xa", province);
  data.unit("b", "xa", province);
  data.add("bien_che", a, {{"duoc_giao", "10"}, {"co_mat", "9"}});
  Definition definition = share("can_bo", "", "gioi_tinh == nu");
  definition.threshold = "sum(bien_che.co_mat) / sum(bien_che.duoc_giao)";
  data.add("can_bo", a, {});
  const Result result = computed(data, definition);
  ASSERT_THAT(result.thresholds, SizeIs(3));
  EXPECT_EQ(result.thresholds[a].low, base::Ratio(9, 10));
  EXPECT_FALSE(result.thresholds[province].known);
  EXPECT_THAT(result.rows, ElementsAre(1U, 1U, 0U));
}

TEST(Compute, CountsWhatIsCertainAndWhatIsNot) {
  Data data;
  const auto unit = data.unit("a", "xa");
  const std::string head = "bi_thu";
  data.add("can_bo", unit, {{"chuc_danh", head}, {"gioi_tinh", "nu"}});   // n
  data.add("can_bo", unit, {{"chuc_danh", head}, {"gioi_tinh", "nam"}});  // d only
  data.add("can_bo", unit, {{"chuc_danh", head}});                        // u1
  data.add("can_bo", unit, {{"gioi_tinh", "nu"}});                        // u2
  data.add("can_bo", unit, {{"gioi_tinh", "nam"}});                       // u2
  data.add("can_bo", unit, {{"chuc_danh", "chuyen_vien"}, {"gioi_tinh", "nu"}});
  const Result result = computed(data, share("can_bo", "chuc_danh in [bi_thu]", "gioi_tinh == nu"));
  ASSERT_THAT(result.counts, SizeIs(1));
  EXPECT_EQ(result.counts[0], (Counts{.n = 1, .d = 3, .u1 = 1, .u2 = 2}));
  EXPECT_EQ(result.counts[0].unknown(), base::Ratio(3));
}

TEST(Compute, WithoutConditionsEveryRowCounts) {
  Data data;
  const auto unit = data.unit("a", "xa");
  data.add("can_bo", unit, {});
  data.add("can_bo", unit, {});
  EXPECT_EQ(computed(data, share("can_bo", "", "")).counts[0], (Counts{.n = 2, .d = 2}));
}

TEST(Compute, CountsAreRolledUpByAddingThem) {
  Data data;
  const auto province = data.unit("19", "tinh");
  const auto a = data.unit("a", "xa", province);
  const auto b = data.unit("b", "phuong", province);
  data.add("can_bo", a, {{"gioi_tinh", "nu"}});
  data.add("can_bo", b, {{"gioi_tinh", "nam"}});
  data.add("can_bo", b, {});
  data.add("can_bo", province, {{"gioi_tinh", "nu"}});
  const Result result = computed(data, share("can_bo", "", "gioi_tinh == nu"));
  EXPECT_EQ(result.counts[a], (Counts{.n = 1, .d = 1}));
  EXPECT_EQ(result.counts[b], (Counts{.n = 0, .d = 2, .u1 = 1}));
  EXPECT_EQ(result.counts[province], (Counts{.n = 2, .d = 4, .u1 = 1}));
}

TEST(Compute, UnitsAreCountedLikePersons) {
  Data data;
  const auto province = data.unit("19", "tinh");
  const auto a = data.unit("a", "xa", province);
  data.unit("b", "xa", province);
  data.add("trang_bi", a, {{"dat_dinh_muc", "có"}});
  const Result result = computed(
      data, share("don_vi", "loai in [xa, phuong]", "exists(trang_bi where dat_dinh_muc)"));
  EXPECT_EQ(result.counts[province], (Counts{.n = 1, .d = 2, .u1 = 1}));
  EXPECT_EQ(result.counts[a], (Counts{.n = 1, .d = 1}));
}

Definition quota() {
  Definition definition;
  definition.id = "q";
  definition.where = "loai == xa";
  definition.numerator = "sum(bien_che: min(co_mat, duoc_giao))";
  definition.denominator = "sum(bien_che.duoc_giao)";
  return definition;
}

TEST(Compute, ASurplusNeverHidesAShortage) {
  Data data;
  const auto province = data.unit("19", "tinh");
  const auto a = data.unit("a", "xa", province);
  const auto b = data.unit("b", "xa", province);
  data.add("bien_che", a, {{"khoi", "dang"}, {"duoc_giao", "10"}, {"co_mat", "15"}});
  data.add("bien_che", b, {{"khoi", "dang"}, {"duoc_giao", "10"}, {"co_mat", "5"}});
  const Result result = computed(data, quota());
  EXPECT_EQ(result.counts[province], (Counts{.n = 15, .d = 20}));
}

TEST(Compute, AUnitWithAMissingAmountIsOpen) {
  Data data;
  const auto province = data.unit("19", "tinh");
  const auto a = data.unit("a", "xa", province);
  const auto b = data.unit("b", "xa", province);
  data.unit("c", "xa", province);
  data.add("bien_che", a, {{"duoc_giao", "10"}, {"co_mat", "10"}});
  data.add("bien_che", b, {{"duoc_giao", "10"}});
  const Result result = computed(data, quota());
  EXPECT_EQ(result.counts[province], (Counts{.n = 10, .d = 10, .open = 2}));
  EXPECT_EQ(result.counts[b], (Counts{.open = 1}));
}

TEST(Compute, ATableThatIsNotSuppliedIsNamed) {
  Data data;
  data.add("can_bo", data.unit("a", "xa"), {});
  const Result result =
      computed(data, share("can_bo", "", "exists(boi_duong) or exists(luan_chuyen)"));
  EXPECT_THAT(result.missing_tables, ElementsAre("boi_duong", "luan_chuyen"));
  EXPECT_THAT(result.counts, ElementsAre(Counts{}));
  EXPECT_THAT(computed(data, share("can_bo", "", "")).missing_tables, IsEmpty());
}

TEST(Compute, ParentsInACircleEnd) {
  Data data;
  const auto a = data.unit("a", "xa");
  const auto b = data.unit("b", "xa", a);
  data.dataset.units.all[a].parent = b;
  data.add("can_bo", a, {});
  EXPECT_THAT(computed(data, share("can_bo", "", "")).counts, SizeIs(2));
}

// A random province: communes below districts below the province, people with gaps.
Data random_province(unsigned seed) {
  std::mt19937 random(seed);
  Data data;
  const auto province = data.unit("19", "tinh");
  std::vector<std::uint16_t> parents = {province};
  for (int i = 0; i < 5; ++i) {
    parents.push_back(data.unit("h" + std::to_string(i), "xa", parents[random() % parents.size()]));
  }
  for (int i = 0; i < 400; ++i) {
    test::Values person;
    if (random() % 5 != 0) {
      person["gioi_tinh"] = random() % 2 == 0 ? "nu" : "nam";
    }
    if (random() % 5 != 0) {
      person["chuc_danh"] = random() % 2 == 0 ? "bi_thu" : "chuyen_vien";
    }
    data.add("can_bo", parents[random() % parents.size()], person);
  }
  return data;
}

TEST(Compute, ATotalDoesNotDependOnTheGroupingOfItsUnits) {
  const Definition definition = share("can_bo", "chuc_danh in [bi_thu]", "gioi_tinh == nu");
  for (unsigned seed = 0; seed < 20; ++seed) {
    Data data = random_province(seed);
    const Counts total = computed(data, definition).counts[0];
    // All units directly below the province.
    for (table::Unit& unit : data.dataset.units.all) {
      unit.parent =
          &unit == data.dataset.units.all.data() ? std::nullopt : std::optional<std::uint16_t>(0);
    }
    EXPECT_EQ(computed(data, definition).counts[0], total) << seed;
    // No hierarchy at all: the parts add up.
    for (table::Unit& unit : data.dataset.units.all) {
      unit.parent.reset();
    }
    Counts sum;
    for (const Counts& own : computed(data, definition).counts) {
      sum += own;
    }
    EXPECT_EQ(sum, total) << seed;
  }
}

TEST(Compute, ThreadsDoNotChangeAResult) {
  const Data data = random_province(1);
  std::vector<Definition> definitions;
  for (int i = 0; i < 30; ++i) {
    definitions.push_back(
        share("can_bo", i % 2 == 0 ? "chuc_danh in [bi_thu]" : "", "gioi_tinh == nu"));
  }
  const Plan plan = plan_of(definitions);
  const std::vector<Result> alone = plan.compute(data.dataset, 1);
  const std::vector<Result> together = plan.compute(data.dataset, 8);
  ASSERT_EQ(alone.size(), together.size());
  for (std::size_t i = 0; i < alone.size(); ++i) {
    EXPECT_EQ(alone[i].counts, together[i].counts);
    EXPECT_EQ(alone[i].definition, together[i].definition);
  }
}

std::vector<std::string> drilled(const Data& data,
                                 const Definition& definition,
                                 std::uint16_t unit,
                                 Side side) {
  std::vector<std::string> members;
  for (const Member& member :
       plan_of({definition}).drill(data.dataset, definition.id, unit, side)) {
    members.push_back(member.table + " " + std::to_string(member.row) + " " + member.reason);
  }
  return members;
}

TEST(Drill, GivesTheRowsBehindEachSideWithTheirReason) {
  Data data;
  const auto province = data.unit("19", "tinh");
  const auto a = data.unit("a", "xa", province);
  const auto b = data.unit("b", "xa", province);
  data.add("can_bo", b, {{"chuc_danh", "bi_thu"}, {"trinh_do_chuyen_mon", "dai_hoc"}});
  data.add("can_bo", a, {{"chuc_danh", "bi_thu"}, {"trinh_do_chuyen_mon", "tien_si"}});
  data.add("can_bo", a, {{"chuc_danh", "bi_thu"}});
  data.add("can_bo", a, {{"trinh_do_chuyen_mon", "tien_si"}});
  data.add("can_bo", a, {{"chuc_danh", "chuyen_vien"}});
  const Definition definition =
      share("can_bo", "chuc_danh in [bi_thu]", "trinh_do_chuyen_mon >= thac_si");
  EXPECT_THAT(drilled(data, definition, province, Side::met),
              ElementsAre("can_bo 1 Trình độ chuyên môn: Tiến sĩ ≥ Thạc sĩ"));
  EXPECT_THAT(drilled(data, definition, province, Side::unmet),
              ElementsAre("can_bo 0 Trình độ chuyên môn: Đại học < Thạc sĩ"));
  EXPECT_THAT(
      drilled(data, definition, province, Side::unknown),
      ElementsAre("can_bo 2 thiếu Trình độ chuyên môn", "can_bo 3 thiếu Chức vụ, chức danh"));
  EXPECT_THAT(drilled(data, definition, a, Side::unmet), IsEmpty());
  EXPECT_THAT(drilled(data, definition, b, Side::unmet), SizeIs(1));
}

TEST(Drill, OfSumsGivesTheUnitsAndTheirAmounts) {
  Data data;
  const auto province = data.unit("19", "tinh");
  data.add("bien_che", data.unit("a", "xa", province), {{"duoc_giao", "20"}, {"co_mat", "18"}});
  data.add("bien_che", data.unit("b", "xa", province), {{"duoc_giao", "8"}, {"co_mat", "9"}});
  data.add("bien_che", data.unit("c", "xa", province), {{"duoc_giao", "8"}});
  EXPECT_THAT(drilled(data, quota(), province, Side::unmet), ElementsAre("don_vi 1 18/20"));
  EXPECT_THAT(drilled(data, quota(), province, Side::met), ElementsAre("don_vi 2 8/8"));
  EXPECT_THAT(drilled(data, quota(), province, Side::unknown), ElementsAre("don_vi 3 chưa rõ/8"));
}

TEST(Drill, OfAPlainCountGivesTheAmountAlone) {
  Data data;
  data.add("bien_che", data.unit("a", "xa"), {{"co_mat", "18"}});
  Definition definition;
  definition.id = "q";
  definition.numerator = "sum(bien_che.co_mat)";
  definition.denominator = definition.numerator;
  EXPECT_THAT(drilled(data, definition, 0, Side::met), ElementsAre("don_vi 0 18"));
}

TEST(Drill, AgreesWithTheCounts) {
  const Definition definition = share("can_bo", "chuc_danh in [bi_thu]", "gioi_tinh == nu");
  for (unsigned seed = 0; seed < 10; ++seed) {
    const Data data = random_province(seed);
    const Result result = computed(data, definition);
    for (std::uint16_t unit = 0; unit < data.dataset.units.all.size(); ++unit) {
      const auto size = [&](Side side) {
        return base::Ratio(static_cast<std::int64_t>(drilled(data, definition, unit, side).size()));
      };
      const Counts& counts = result.counts[unit];
      EXPECT_EQ(size(Side::met), counts.n);
      EXPECT_EQ(size(Side::unknown), counts.unknown());
      EXPECT_EQ(size(Side::unmet), counts.d - counts.n - counts.u1);
    }
  }
}

TEST(Drill, AnUnknownIndicatorHasNoMembers) {
  Data data;
  data.add("can_bo", data.unit("a", "xa"), {});
  EXPECT_THAT(plan_of({share("can_bo", "", "")}).drill(data.dataset, "khác", 0, Side::met),
              IsEmpty());
}

}  // namespace
}  // namespace baocao::indicator
