// The counting in one pass against what is too simple to be wrong.
#include "indicator/indicator.hpp"
#include "unit/expr/random.hpp"
#include "unit/expr/slow.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace baocao::indicator {
namespace {

using expr::Truth;
using test::Data;

Context context() {
  Context context;
  context.as_of = *base::Date::from_ymd(2026, 9, 30);
  return context;
}

Definition share(std::string of, std::string where, std::string meets) {
  Definition definition;
  definition.of = std::move(of);
  definition.where = std::move(where);
  definition.meets = std::move(meets);
  return definition;
}

Plan plan_of(std::vector<Definition> definitions) {
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    definitions[i].id = std::to_string(i);
  }
  diag::Sink sink;
  auto plan = Plan::make(definitions, test::project_schema(), context(), sink);
  if (!plan) {
    throw std::runtime_error(plan.error().message);
  }
  return std::move(*plan);
}

// By unit, row after row.
std::vector<Counts> slowly_counted(const Data& data, const Definition& definition) {
  const test::Slow slow(data.dataset, context().as_of);
  const expr::NodePtr where = *expr::parse(definition.where);
  const expr::NodePtr meets = *expr::parse(definition.meets);
  const table::Table& table = *data.dataset.find(definition.of);
  std::vector<Counts> counts(data.dataset.units.all.size());
  for (std::size_t row = 0; row < table.rows; ++row) {
    Counts& unit = counts[table.unit[row]];
    const Truth in = slow.truth(*where, {&table, row});
    const Truth met = slow.truth(*meets, {&table, row});
    unit.d += in == Truth::yes ? 1 : 0;
    unit.n += in == Truth::yes && met == Truth::yes ? 1 : 0;
    unit.u1 += in == Truth::yes && met == Truth::unknown ? 1 : 0;
    unit.u2 += in == Truth::unknown ? 1 : 0;
  }
  return counts;
}

TEST(Tally, AgreesWithTheSlowReferenceOnRandomIndicators) {
  std::size_t compared = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    test::Chance chance(seed);
    const Data data = test::random_data(chance);
    test::Writer writer(chance);
    std::vector<Definition> definitions;
    for (int i = 0; i < 50; ++i) {
      const bool persons = i % 3 != 0;
      const auto on = persons ? test::On::person : test::On::unit;
      definitions.push_back(share(
          persons ? "can_bo" : "don_vi", writer.condition(i % 4, on), writer.condition(2, on)));
    }
    const Plan plan = plan_of(definitions);
    for (const Result& result : plan.compute(data.dataset, 1)) {
      try {
        ASSERT_EQ(result.counts, slowly_counted(data, *result.definition))
            << result.definition->where << " | " << result.definition->meets << ", seed " << seed;
        ++compared;
      } catch (const std::overflow_error&) {
        // Beyond 64 bits the pass says "unknown"; the slow one has no answer to compare.
      }
    }
  }
  EXPECT_GT(compared, 2900U);
}

TEST(Tally, CountsMoreIndicatorsThanAWordHasBits) {
  Data data;
  const auto unit = data.unit("a", "xa");
  std::vector<Definition> definitions;
  for (int i = 0; i < 200; ++i) {
    data.add("can_bo", unit, {{"stt", std::to_string(i)}});
    definitions.push_back(share("can_bo", "", "stt < " + std::to_string(i)));
  }
  const Plan plan = plan_of(definitions);
  const std::vector<Result> results = plan.compute(data.dataset, 2);
  for (int i = 0; i < 200; ++i) {
    EXPECT_EQ(results[static_cast<std::size_t>(i)].counts[0], (Counts{.n = i, .d = 200}));
  }
}

// The same part in both conditions, in several indicators, and said in two ways.
TEST(Tally, SharedPartsCountForEachIndicatorThatHasThem) {
  Data data;
  const auto unit = data.unit("a", "xa");
  data.add("can_bo", unit, {{"gioi_tinh", "nu"}, {"dan_toc", "kinh"}});
  data.add("can_bo", unit, {{"gioi_tinh", "nam"}, {"dan_toc", "kinh"}});
  data.add("can_bo", unit, {{"dan_toc", "tay"}});
  std::vector<Definition> definitions = {share("can_bo", "gioi_tinh == nu", "gioi_tinh == nu"),
                                         share("can_bo", "gioi_tinh == nu", "dan_toc == kinh"),
                                         share("can_bo", "dan_toc == kinh", "gioi_tinh in [nu]"),
                                         share("can_bo", "stt / 2 == 1", "gioi_tinh == nu"),
                                         share("can_bo", "stt / 2 == 1", "stt / 2 == 1")};
  const Plan plan = plan_of(definitions);
  const std::vector<Result> results = plan.compute(data.dataset, 1);
  EXPECT_EQ(results[0].counts[0], (Counts{.n = 1, .d = 1, .u2 = 1}));
  EXPECT_EQ(results[1].counts[0], (Counts{.n = 1, .d = 1, .u2 = 1}));
  EXPECT_EQ(results[2].counts[0], (Counts{.n = 1, .d = 2}));
  EXPECT_EQ(results[3].counts[0], (Counts{.u2 = 3}));
  EXPECT_EQ(results[4].counts[0], (Counts{.u2 = 3}));
}

TEST(Tally, CountsThousandsOfRowsOfAUnit) {
  Data data;
  const auto unit = data.unit("a", "xa");
  for (int i = 0; i < 3000; ++i) {
    data.add("can_bo", unit, i % 10 == 0 ? test::Values{} : test::Values{{"gioi_tinh", "nu"}});
  }
  const Plan plan =
      plan_of({share("can_bo", "", "gioi_tinh == nu"), share("can_bo", "gioi_tinh == nu", "")});
  const std::vector<Result> results = plan.compute(data.dataset, 1);
  EXPECT_EQ(results[0].counts[0], (Counts{.n = 2700, .d = 3000, .u1 = 300}));
  EXPECT_EQ(results[1].counts[0], (Counts{.n = 2700, .d = 2700, .u2 = 300}));
}

TEST(Tally, JudgesDatesOfAnyCenturyAndPrecision) {
  Data data;
  const auto unit = data.unit("a", "xa");
  for (const char* date : {"01/01/0100",
                           "31/12/1869",
                           "01/01/1870",
                           "1984",
                           "9/1984",
                           "31/12/2049",
                           "05/06/2049",
                           "07/06/2049",
                           "01/01/9998"}) {
    data.add("can_bo", unit, {{"ngay_sinh", date}});
  }
  data.add("can_bo", unit, {});
  const Definition definition = share("can_bo", "ngay_sinh < 1984-09-15", "ngay_sinh is not none");
  EXPECT_EQ(plan_of({definition}).compute(data.dataset, 1)[0].counts,
            slowly_counted(data, definition));
  EXPECT_EQ(slowly_counted(data, definition)[0], (Counts{.n = 3, .d = 3, .u2 = 3}));
}

// Long enough to be shared out among threads.
TEST(Tally, ThreadsThatShareATableFindTheSame) {
  Data data;
  for (int unit = 0; unit < 7; ++unit) {
    data.unit(std::to_string(unit), "xa");
  }
  table::Table& people = data.supply("can_bo");
  people.rows = 450'000;
  table::Column& sex = people.columns[*people.schema->index("gioi_tinh")];
  for (std::size_t row = 0; row < people.rows; ++row) {
    people.unit.push_back(static_cast<std::uint16_t>(row * row % 8));  // 7: no unit
    sex.present.push_back(row % 11 == 0 ? 0 : 1);
    sex.codes.push_back(row % 3 == 0 ? 1 : 0);
  }
  const Plan plan = plan_of({share("can_bo", "", "gioi_tinh == nu")});
  const std::vector<Counts> alone = plan.compute(data.dataset, 1)[0].counts;
  EXPECT_EQ(plan.compute(data.dataset, 3)[0].counts, alone);
  EXPECT_EQ(plan.compute(data.dataset, 4)[0].counts, alone);
  std::vector<std::uint32_t> rows(7);
  for (const std::uint16_t unit : people.unit) {
    rows[unit % 7] += unit < 7 ? 1 : 0;
  }
  for (std::size_t unit = 0; unit < 7; ++unit) {
    EXPECT_EQ(alone[unit].d, base::Ratio(rows[unit]));
  }
}

}  // namespace
}  // namespace baocao::indicator
