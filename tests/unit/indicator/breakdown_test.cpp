#include "indicator/breakdown.hpp"

#include "indicator/indicator.hpp"
#include "unit/expr/data.hpp"

#include <algorithm>
#include <array>
#include <numeric>
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

const std::vector<Band> ages = {{"duoi_42", "Dưới 42 tuổi", {}, base::Ratio(42)},
                                {"tu_42", "Từ 42 tuổi", base::Ratio(42), {}}};

Plan plan_of(std::string where, std::string meets) {
  Definition definition;
  definition.id = "x";
  definition.of = "can_bo";
  definition.where = std::move(where);
  definition.meets = std::move(meets);
  Context context;
  context.as_of = *base::Date::from_ymd(2026, 9, 30);
  diag::Sink sink;
  auto plan = Plan::make({definition}, project_schema(), context, sink);
  if (!plan) {
    throw std::runtime_error(plan.error().message);
  }
  return std::move(*plan);
}

std::vector<Part> parts(const Plan& plan,
                        const Data& data,
                        const Breakdown& breakdown,
                        std::uint16_t unit = 0) {
  auto found = plan.disaggregate(data.dataset, "x", std::array{unit}, breakdown);
  EXPECT_TRUE(found) << (found ? "" : found.error().message);
  return found ? found->front() : std::vector<Part>();
}

std::vector<std::string> shown(const std::vector<Part>& parts) {
  std::vector<std::string> out;
  for (const Part& part : parts) {
    out.push_back(part.key + "|" + part.label + " " + part.counts.n.decimal() + "/" +
                  part.counts.d.decimal() + " +" + part.counts.unknown().decimal());
  }
  return out;
}

Data small_province() {
  Data data;
  const auto province = data.unit("19", "tinh");
  const auto a = data.unit("a", "xa", province);
  const auto b = data.unit("b", "phuong", province);
  data.add("can_bo",
           a,
           {{"gioi_tinh", "nu"}, {"ngay_sinh", "1990"}, {"chuc_danh", "bi_thu chu_tich_hdnd"}});
  data.add("can_bo", a, {{"gioi_tinh", "nam"}, {"ngay_sinh", "1984"}});
  data.add("can_bo",
           b,
           {{"gioi_tinh", "nu"},
            {"ngay_sinh", "1970"},
            {"khoa_hoc_cong_nghe", "có"},
            {"chuc_danh", "bi_thu"}});
  data.add("can_bo", b, {{"khoa_hoc_cong_nghe", "không"}});
  return data;
}

TEST(Breakdown, TellsRecordsApartByAWord) {
  const Data data = small_province();
  const Plan plan = plan_of("", "chuc_danh in [bi_thu]");
  EXPECT_THAT(shown(parts(plan, data, {"gioi_tinh"})),
              ElementsAre("nam|Nam 0/1 +1", "nu|Nữ 2/2 +0", "|Chưa rõ 0/1 +1"));
  EXPECT_THAT(shown(parts(plan, data, {"gioi_tinh"}, 2)),
              ElementsAre("nu|Nữ 1/1 +0", "|Chưa rõ 0/1 +1"));
}

TEST(Breakdown, ReachesTheUnit) {
  const Data data = small_province();
  EXPECT_THAT(shown(parts(plan_of("", "gioi_tinh == nu"), data, {"don_vi.loai"})),
              ElementsAre("xa|Xã 1/2 +0", "phuong|Phường 1/2 +1"));
}

TEST(Breakdown, AnAgeThatMayBeInTwoBandsIsNotKnown) {
  const Data data = small_province();
  EXPECT_THAT(
      shown(parts(plan_of("", ""), data, {"tuoi(ngay_sinh)", ages})),
      ElementsAre("duoi_42|Dưới 42 tuổi 1/1 +0", "tu_42|Từ 42 tuổi 1/1 +0", "|Chưa rõ 2/2 +0"));
}

TEST(Breakdown, YesAndNoAreParts) {
  const Data data = small_province();
  EXPECT_THAT(shown(parts(plan_of("", ""), data, {"khoa_hoc_cong_nghe"})),
              ElementsAre("co|Có 1/1 +0", "khong|Không 1/1 +0", "|Chưa rõ 2/2 +0"));
}

TEST(Breakdown, WhoHoldsTwoPostsIsInBothParts) {
  const Data data = small_province();
  EXPECT_THAT(
      shown(parts(plan_of("chuc_danh in [bi_thu]", ""), data, {"chuc_danh"})),
      ElementsAre(HasSubstr("bi_thu|"), HasSubstr("chu_tich_hdnd|"), HasSubstr("|Chưa rõ 0/0 +2")));
}

TEST(Breakdown, WhatCannotTellRecordsApartIsAFault) {
  const Data data = small_province();
  const Plan plan = plan_of("", "");
  constexpr std::array<std::uint16_t, 1> whole = {0};
  for (const char* by : {"ho_ten", "ngay_sinh", "tuoi(ngay_sinh)", "gioi_tinhh", "danh_gia.ky"}) {
    const auto found = plan.disaggregate(data.dataset, "x", whole, {by});
    ASSERT_FALSE(found) << by;
    EXPECT_EQ(found.error().code.id(), "E427");
  }
  EXPECT_FALSE(plan.disaggregate(data.dataset, "x", whole, {"gioi_tinh", ages}));
  EXPECT_THAT(parts(plan, data, {"gioi_tinh"}).size(), 3U);
  EXPECT_THAT(plan.disaggregate(data.dataset, "khác", whole, {"gioi_tinh"})->front(), IsEmpty());
}

// Rows in the given order, so that shuffling them is a change of order alone.
Data random_data(unsigned seed, bool shuffled) {
  std::mt19937 random(seed);
  std::vector<std::pair<std::uint16_t, test::Values>> people;
  for (int i = 0; i < 200; ++i) {
    test::Values person;
    const auto maybe = [&](const char* key, const std::vector<std::string>& values) {
      if (random() % 4 != 0) {
        person[key] = values[random() % values.size()];
      }
    };
    maybe("gioi_tinh", {"nam", "nu"});
    maybe("dan_toc", {"kinh", "tay", "nung"});
    maybe("chuc_danh", {"bi_thu", "chuyen_vien"});
    maybe("ngay_sinh", {"1984", "1990", "10/1984", "01/01/1975"});
    people.emplace_back(static_cast<std::uint16_t>(random() % 5), person);
  }
  if (shuffled) {
    std::shuffle(people.begin(), people.end(), random);
  }
  Data data;
  data.unit("19", "tinh");
  for (const char* code : {"a", "b", "c", "d"}) {
    data.unit(code, code[0] < 'c' ? "xa" : "phuong", std::uint16_t{0});
  }
  for (const auto& [unit, person] : people) {
    data.add("can_bo", unit, person);
  }
  return data;
}

TEST(Breakdown, ThePartsAddUpToTheWholeInAnyOrderOfRows) {
  const Plan plan = plan_of("chuc_danh in [bi_thu]", "dan_toc != kinh");
  const std::vector<Breakdown> all = {{"gioi_tinh"},
                                      {"dan_toc"},
                                      {"don_vi.loai"},
                                      {"khoa_hoc_cong_nghe"},
                                      {"tuoi(ngay_sinh)", ages}};
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Data data = random_data(seed, false);
    const Data shuffled = random_data(seed, true);
    const std::vector<Result> whole = plan.compute(data.dataset, 1);
    EXPECT_EQ(whole[0].counts, plan.compute(shuffled.dataset, 4)[0].counts);
    for (const Breakdown& breakdown : all) {
      for (std::uint16_t unit = 0; unit < 5; ++unit) {
        const std::vector<Part> found = parts(plan, data, breakdown, unit);
        Counts sum;
        for (const Part& part : found) {
          sum += part.counts;
        }
        EXPECT_EQ(sum, whole[0].counts[unit]) << breakdown.by << " " << seed;
        EXPECT_EQ(shown(found), shown(parts(plan, shuffled, breakdown, unit))) << breakdown.by;
      }
    }
  }
}

// Amounts of posts in eight communes, which stand below `groups` districts in any way; 0: right
// below the province.
Data staffing(unsigned seed, unsigned groups) {
  std::mt19937 amounts(seed);
  std::mt19937 places(seed + groups);
  Data data;
  const std::uint16_t province = data.unit("19", "tinh");
  std::vector<std::uint16_t> above = {province};
  for (unsigned group = 0; group < groups; ++group) {
    above.push_back(
        data.unit("h" + std::to_string(group), "dang_bo", above[places() % above.size()]));
  }
  for (int commune = 0; commune < 8; ++commune) {
    const std::uint16_t unit = data.unit("x" + std::to_string(commune),
                                         commune % 3 == 0 ? "phuong" : "xa",
                                         above[places() % above.size()]);
    const auto posts = 20 + amounts() % 30;
    data.add(
        "bien_che",
        unit,
        {{"duoc_giao", std::to_string(posts)}, {"co_mat", std::to_string(posts - amounts() % 9)}});
  }
  return data;
}

TEST(Breakdown, SumsAreAddedAndNeverTheirRatios) {
  Definition definition;
  definition.id = "x";
  definition.where = "loai in [xa, phuong]";
  definition.numerator = "sum(bien_che.co_mat)";
  definition.denominator = "sum(bien_che.duoc_giao)";
  diag::Sink sink;
  const auto plan = Plan::make({definition}, project_schema(), {}, sink);
  ASSERT_TRUE(plan) << plan.error().message;
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Data flat = staffing(seed, 0);
    const Counts whole = plan->compute(flat.dataset, 1)[0].counts[0];
    ASSERT_GT(whole.d, base::Ratio(0));
    for (const unsigned groups : {1U, 3U, 6U}) {
      const Data deep = staffing(seed, groups);
      for (const unsigned threads : {1U, 2U, 5U}) {
        EXPECT_EQ(plan->compute(deep.dataset, threads)[0].counts[0], whole) << groups;
      }
      const std::vector<Part> kinds = parts(*plan, deep, {"don_vi.loai"});
      ASSERT_EQ(kinds.size(), 2U);
      Counts sum = kinds[0].counts;
      sum += kinds[1].counts;
      EXPECT_EQ(sum, whole) << groups;
    }
  }
}

TEST(Breakdown, ManyUnitsAtOnceGiveWhatEachGivesAlone) {
  const Plan plan = plan_of("", "gioi_tinh == nu");
  const Data data = random_data(3, false);
  const std::array<std::uint16_t, 4> units = {3, 0, 4, 1};
  const auto together = plan.disaggregate(data.dataset, "x", units, {"chuc_danh"});
  ASSERT_TRUE(together);
  for (std::size_t i = 0; i < units.size(); ++i) {
    EXPECT_EQ(shown((*together)[i]), shown(parts(plan, data, {"chuc_danh"}, units[i])));
  }
}

}  // namespace
}  // namespace baocao::indicator
