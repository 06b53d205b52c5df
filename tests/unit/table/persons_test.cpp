// Duplicates, and records linked to the persons they are about.
#include "unit/table/sheets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::table::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::vector<std::string> head = {"TT", "Họ và tên", "Ngày sinh", "Chức vụ", "CCCD"};

File roster(const std::string& name, Rows rows) {
  rows.insert(rows.begin(), head);
  return file("can_bo", name, sheet(rows));
}

TEST(Duplicates, OfOneUnitAreRejectedAndNameTheFirst) {
  const Bound bound =
      test::bound(files(roster("02143.xlsx",
                               {{"1", "Lê Văn A", "05/3/1985", "BT", "019085000123"},
                                {"2", "Lê Văn B", "05/3/1986", "CV", "019085000123"},
                                {"3", "LÊ VĂN A", "5.3.1985", "Bí thư", ""},
                                {"4", "Lê Văn A", "05/3/1985", "PBT", ""},
                                {"5", "Lê Văn A", "", "BT", ""}})));
  EXPECT_EQ(bound.table("can_bo").rows, 3U);
  EXPECT_THAT(bound.column("can_bo", "stt"), ElementsAre("1", "4", "5"));
  EXPECT_THAT(bound.faults(), ElementsAre("N201 C6", "K301 E3", "K301 B4"));
  EXPECT_THAT(bound.find("K301")->message, HasSubstr("ô E2"));
  EXPECT_EQ(bound.table("can_bo").span(1, "ho_ten").cell, "B5");
}

TEST(Duplicates, OfTwoUnitsBothCount) {
  const std::vector<std::string> row = {"1", "Lê Văn A", "05/3/1985", "BT", "019085000123"};
  const Bound bound = test::bound(files(roster("02143.xlsx", {row}), roster("05665.xlsx", {row})));
  EXPECT_EQ(bound.table("can_bo").rows, 2U);
}

File gradings(Rows rows) {
  rows.insert(rows.begin(), {"Đơn vị", "Họ và tên", "Ngày sinh", "Năm", "Kỳ", "Xếp loại"});
  return file("danh_gia", "danh-gia.xlsx", sheet(rows));
}

TEST(Linking, FindsPersonsByUnitNameAndBirthDate) {
  const Bound bound = test::bound(
      files(roster("02143.xlsx",
                   {{"1", "Lê Văn A", "05/3/1985", "BT", ""}, {"2", "Lê Văn A", "1990", "CV", ""}}),
            roster("05665.xlsx", {{"1", "Lê Văn A", "05/3/1985", "BT", ""}}),
            gradings({{"Xã Văn Lang", "LÊ VĂN A", "1985", "2026", "Cả năm", "HTTNV"},
                      {"Xã Văn Lăng", "Lê Văn A", "", "2026", "Cả năm", "HTXSNV"},
                      {"Xã Văn Lang", "Lê Văn A", "", "2026", "Cả năm", "HTNV"},
                      {"Xã Văn Lang", "Lê Văn B", "", "2026", "Cả năm", "HTNV"},
                      {"Xã Văn Lăng", "Lê Văn A", "1991", "2026", "Cả năm", "HTNV"}})));
  EXPECT_THAT(bound.table("danh_gia").person,
              ElementsAre(0, 2, Table::no_person, Table::no_person, Table::no_person));
  EXPECT_THAT(bound.faults(), ElementsAre("K304 B4", "K303 B5", "K303 B6"));
}

TEST(Linking, TakesARecordOfTheProvinceToThePersonsCommune) {
  File records = test::file("danh_gia",
                            "danh-gia.xlsx",
                            sheet({{"TỈNH ỦY, UBND TỈNH THÁI NGUYÊN"},
                                   {"Họ và tên", "Năm", "Kỳ", "Xếp loại"},
                                   {"Lê Văn A", "2026", "Quý III", "Tốt"}}));
  const Bound bound = test::bound(
      files(roster("05665.xlsx", {{"1", "Lê Văn A", "1985", "BT", ""}}), std::move(records)));
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.table("danh_gia").unit, ElementsAre(2));
  EXPECT_EQ(bound.value("danh_gia", "ky", 0), "q3");
}

TEST(Linking, DropsASecondGradingOfOnePersonAndPeriod) {
  const Bound bound =
      test::bound(files(roster("02143.xlsx", {{"1", "Lê Văn A", "05/3/1985", "BT", ""}}),
                        gradings({{"02143", "Lê Văn A", "1985", "2026", "Cả năm", "HTTNV"},
                                  {"02143", "Lê Văn A", "", "2026", "Cả năm", "HTXSNV"},
                                  {"02143", "Lê Văn A", "", "2025", "Cả năm", "HTXSNV"}})));
  EXPECT_EQ(bound.table("danh_gia").rows, 2U);
  EXPECT_THAT(bound.table("danh_gia").person, ElementsAre(0, 0));
  EXPECT_THAT(bound.faults(), ElementsAre("K301 B3"));
}

TEST(Threads, ChangeNothing) {
  const auto rosters = [] {
    Rows rows;
    for (int i = 0; i < 50; ++i) {
      rows.push_back(
          {"", "Lê Văn " + std::to_string(i), i % 7 == 0 ? "31/02/1985" : "1985", "BT", ""});
    }
    return files(
        roster("02143.xlsx", rows), roster("05665.xlsx", rows), roster("05500.xlsx", rows));
  }();
  diag::Sink one_sink;
  diag::Sink four_sink;
  const Dataset one = table::bind(baocao::test::project_schema(), rosters, one_sink, 1);
  const Dataset four = table::bind(baocao::test::project_schema(), rosters, four_sink, 4);
  EXPECT_EQ(one.find("can_bo")->unit, four.find("can_bo")->unit);
  ASSERT_EQ(one_sink.all().size(), four_sink.all().size());
  for (std::size_t i = 0; i < one_sink.all().size(); ++i) {
    EXPECT_EQ(one_sink.all()[i].span.file + one_sink.all()[i].span.cell,
              four_sink.all()[i].span.file + four_sink.all()[i].span.cell);
  }
}

}  // namespace
}  // namespace baocao::table::test
