#include "input/sheet.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace baocao::input {
namespace {

TEST(Lines, AreJoinedWhereTheyTouch) {
  const std::vector<Lines> lines = joined({{7, 9}, {0, 1}, {2, 2}, {4, 4}, {8, 8}});
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].first, 0U);
  EXPECT_EQ(lines[0].last, 2U);
  EXPECT_EQ(lines[1].first, 4U);
  EXPECT_EQ(lines[2].last, 9U);
  EXPECT_TRUE(joined({}).empty());
}

TEST(Sheet, FindsCellsByAddress) {
  Sheet sheet;
  sheet.add(0, 1, CellKind::text, "a");
  sheet.add(3, 0, CellKind::number, "5");
  sheet.add({3, 4, "1", {}, CellKind::boolean, true});

  EXPECT_EQ(sheet.rows(), 4U);
  EXPECT_EQ(sheet.at(0, 1)->text, "a");
  EXPECT_EQ(sheet.at(3, 4)->kind, CellKind::boolean);
  EXPECT_TRUE(sheet.at(3, 4)->from_formula);
  EXPECT_EQ(sheet.at(0, 0), nullptr);
  EXPECT_EQ(sheet.at(2, 0), nullptr);
  EXPECT_EQ(sheet.at(3, 3), nullptr);
  EXPECT_EQ(sheet.at(9, 0), nullptr);
}

TEST(Sheet, GivesRowsAndEmptyRows) {
  Sheet sheet;
  sheet.add(1, 0, CellKind::text, "a");
  sheet.add(1, 2, CellKind::text, "b");
  sheet.add(3, 0, CellKind::text, "c");
  EXPECT_EQ(sheet.row(0).size(), 0U);
  ASSERT_EQ(sheet.row(1).size(), 2U);
  EXPECT_EQ(sheet.row(1)[1].text, "b");
  EXPECT_EQ(sheet.row(2).size(), 0U);
  EXPECT_EQ(sheet.row(3).size(), 1U);
  EXPECT_EQ(sheet.row(4).size(), 0U);
}

TEST(Sheet, KeepsTextWhileItGrowsAndMoves) {
  Sheet sheet;
  const std::string large(200'000, 'x');
  for (std::uint32_t row = 0; row < 20'000; ++row) {
    sheet.add(row, 0, CellKind::text, "hàng " + std::to_string(row));
  }
  sheet.add(20'000, 0, CellKind::text, large);
  sheet.add(20'000, 1, CellKind::text, "sau");
  const Sheet moved = std::move(sheet);
  EXPECT_EQ(moved.at(0, 0)->text, "hàng 0");
  EXPECT_EQ(moved.at(19'999, 0)->text, "hàng 19999");
  EXPECT_EQ(moved.at(20'000, 0)->text, large);
  EXPECT_EQ(moved.at(20'000, 1)->text, "sau");
}

TEST(Sheet, NamesCells) {
  EXPECT_EQ(column_name(0), "A");
  EXPECT_EQ(column_name(25), "Z");
  EXPECT_EQ(column_name(26), "AA");
  EXPECT_EQ(column_name(701), "ZZ");
  EXPECT_EQ(column_name(702), "AAA");
  EXPECT_EQ(column_name(16'383), "XFD");
  EXPECT_EQ(cell_name(16, 3), "D17");
}

}  // namespace
}  // namespace baocao::input
