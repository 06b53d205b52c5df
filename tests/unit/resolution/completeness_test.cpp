#include "resolution/completeness.hpp"

#include "resolution/example_data.hpp"
#include "schema/schema.hpp"
#include "tasks.hpp"

#include <gtest/gtest.h>

namespace baocao::resolution {
namespace {

// A province "t" with the communes a, b, c.
table::Dataset dataset_of(const std::string& tables) {
  const std::string units = R"(don_vi = [{ ma = "t", loai = "tinh" },
  { ma = "a", loai = "xa", cap_tren = "t" }, { ma = "b", loai = "xa", cap_tren = "t" },
  { ma = "c", loai = "phuong", cap_tren = "t" }]
)";
  const auto root = config::parse(units + tables, "rows.toml");
  EXPECT_TRUE(root);
  std::vector<ExampleFault> faults;
  table::Dataset dataset = example_data(*root, test::project_schema(), faults);
  EXPECT_TRUE(faults.empty());
  return dataset;
}

indicator::Result reads(std::vector<std::string> tables) {
  indicator::Result result;
  result.tables = std::move(tables);
  return result;
}

TEST(Completeness, CountsTheLowestUnitsWithRows) {
  const table::Dataset dataset = dataset_of(
      R"(can_bo = [{ don_vi = "a", ho_ten = "A" }, { don_vi = "a", ho_ten = "B" }, { don_vi = "c", ho_ten = "C" }])");
  const auto found = Completeness(dataset).of(reads({"don_vi", "can_bo"}), 0);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->units, 2U);
  EXPECT_EQ(found->of, 3U);
  EXPECT_FALSE(found->complete());
  EXPECT_EQ(found->table->name, "can_bo");
}

TEST(Completeness, AnEmptyListHandedInCounts) {
  table::Dataset dataset = dataset_of(R"(can_bo = [{ don_vi = "a", ho_ten = "A" }])");
  dataset.tables.at("can_bo").sources.emplace_back().unit = std::uint16_t{2};
  EXPECT_EQ(Completeness(dataset).of(reads({"can_bo"}), 0)->units, 2U);
}

TEST(Completeness, IsThatOfTheTableWithTheFewestUnits) {
  const table::Dataset dataset = dataset_of(
      R"(can_bo = [{ don_vi = "a", ho_ten = "A" }, { don_vi = "b", ho_ten = "B" }]
boi_duong = [{ don_vi = "b", nguoi = 2 }])");
  const Completeness completeness(dataset);
  EXPECT_EQ(completeness.of(reads({"can_bo"}), 0)->units, 2U);
  const auto both = completeness.of(reads({"boi_duong", "can_bo"}), 0);
  EXPECT_EQ(both->units, 1U);
  EXPECT_EQ(both->table->name, "boi_duong");
}

TEST(Completeness, ATableFromAboveDoesNotCount) {
  const table::Dataset dataset =
      dataset_of(R"(lop_hoc = [{ don_vi = "t", loai_lop = "boi_duong" }])");
  EXPECT_FALSE(Completeness(dataset).of(reads({"don_vi", "lop_hoc"}), 0));
}

TEST(Completeness, ALowestUnitHasNoneBelow) {
  const table::Dataset dataset = dataset_of(R"(can_bo = [{ don_vi = "a", ho_ten = "A" }])");
  EXPECT_FALSE(Completeness(dataset).of(reads({"can_bo"}), 1));
}

}  // namespace
}  // namespace baocao::resolution
