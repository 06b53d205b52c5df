// Several sheets in one file, and lines that nobody sees.
#include "unit/table/sheets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::table::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::vector<std::string> head = {
    "TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Dân tộc", "Trình độ chuyên môn"};

using Named = std::pair<std::string, Rows>;

Bound workbook(const std::vector<Named>& sheets, const std::string& name = "02143.xlsx") {
  File file;
  file.table = "can_bo";
  file.name = name;
  for (const auto& [title, rows] : sheets) {
    Rows all = rows;
    all.insert(all.begin(), head);
    file.sheets.push_back(sheet(all));
    file.sheets.back().name = title;
    file.sheets.back().file = name;
  }
  return test::bound(files(std::move(file)));
}

const std::vector<std::string> a = {"1", "Lê A", "1985", "BT", "Kinh", "ĐH"};
const std::vector<std::string> b = {"2", "Lê B", "05/3/1986", "PBT", "Tày", "ĐH"};
const std::vector<std::string> c = {"1", "Lê C", "1987", "CT UBND", "Kinh", "ThS"};
const std::vector<std::string> d = {"2", "Lê D", "1988", "CV", "Nùng", "ĐH"};

TEST(SummarySheets, ThatRepeatTheOthersAreLeftOutWithOneNote) {
  for (const char* name : {"Tổng hợp", "Sheet1"}) {
    const Bound bound = workbook({{name, {a, b, c, d}}, {"Khối Đảng", {a, b}}, {"UBND", {c, d}}});
    EXPECT_THAT(bound.column("can_bo", "ho_ten"), ElementsAre("Lê A", "Lê B", "Lê C", "Lê D"));
    EXPECT_THAT(bound.column("can_bo", "khoi"),
                ElementsAre("dang", "dang", "chinh_quyen", "chinh_quyen"));
    EXPECT_THAT(bound.faults(true), ElementsAre("S118"));
    EXPECT_EQ(bound.find("S118")->severity, diag::Severity::note);
    EXPECT_THAT(text(bound.dataset.accounts.at(1)), HasSubstr("lặp lại các trang khác"));
    EXPECT_THAT(text(bound.dataset.accounts.at(2)), HasSubstr("2 dòng được tính"));
    EXPECT_THAT(text(bound.dataset.accounts.at(2)), HasSubstr("theo tên trang: Khối: Khối Đảng"));
  }
}

TEST(SummarySheets, KeepWhoStandsThereAloneAndTellWhatDiffers) {
  std::vector<std::string> other_level = c;
  other_level[5] = "Tiến sĩ";
  const Bound bound =
      workbook({{"Đảng", {a, b}},
                {"UBND", {c, d}},
                {"Tổng hợp", {a, b, other_level, d, {"5", "Lê E", "1990", "CV", "Kinh", "ĐH"}}}});
  EXPECT_THAT(bound.column("can_bo", "ho_ten"),
              ElementsAre("Lê A", "Lê B", "Lê C", "Lê D", "Lê E"));
  EXPECT_EQ(bound.value("can_bo", "trinh_do_chuyen_mon", 2), "thac_si");
  EXPECT_THAT(bound.faults(), ElementsAre("S118"));
  EXPECT_THAT(
      bound.find("S118")->notes,
      ElementsAre("hàng 4 ghi khác trang chi tiết (Trình độ chuyên môn); tính theo trang chi tiết",
                  "hàng 6 chỉ có ở trang này nên vẫn được tính"));
}

TEST(SummarySheets, AreNoListsOfTheSamePeopleInOtherQuarters) {
  const Bound bound = workbook({{"Quý I", {a, b}}, {"Quý II", {a, b}}, {"Quý III", {a, b}}});
  EXPECT_EQ(bound.find("S118"), nullptr);
  EXPECT_NE(bound.find("K301"), nullptr);
}

TEST(SummarySheets, AreNoListsOfOtherPeople) {
  const Bound bound = workbook({{"Tổng hợp", {a, b}}, {"UBND", {c, d}}});
  EXPECT_EQ(bound.table("can_bo").rows, 4U);
  EXPECT_THAT(bound.faults(), IsEmpty());
}

TEST(SheetNames, GiveTheCommune) {
  const Bound bound =
      workbook({{"Văn Lang", {a, b}}, {"Xã Văn Lăng", {c}}, {"P. Bách Quang", {d}}}, "tinh.xlsx");
  EXPECT_THAT(bound.column("can_bo", "don_vi"), ElementsAre("02143", "02143", "05665", "?"));
  EXPECT_THAT(bound.faults(), ElementsAre("S108"));
}

TEST(HiddenLines, AreReadAndTold) {
  input::Sheet list = sheet({head, a, b, c});
  list.hidden_rows = {{2, 3}};
  list.hidden_columns = {{4, 4}, {9, 9}};
  const Bound bound = test::bound(files(file("can_bo", "02143.xlsx", std::move(list))));
  EXPECT_EQ(bound.table("can_bo").rows, 3U);
  EXPECT_THAT(bound.column("can_bo", "dan_toc"), ElementsAre("kinh", "tay", "kinh"));
  EXPECT_THAT(bound.faults(), ElementsAre("S116", "S117"));
  EXPECT_EQ(bound.find("S116")->message, "2 dòng số liệu nằm ở hàng đang ẩn");
  EXPECT_THAT(bound.find("S116")->notes, ElementsAre("các dòng này vẫn được tính: hàng 3, 4"));
  EXPECT_THAT(bound.find("S117")->message, HasSubstr("cột E (Dân tộc)"));
}

TEST(HiddenLines, WithoutRecordsOrFieldsAreNotTold) {
  input::Sheet list = sheet({head, a, {}, b});
  list.hidden_rows = {{2, 2}};
  list.hidden_columns = {{8, 9}};
  EXPECT_THAT(test::bound(files(file("can_bo", "02143.xlsx", std::move(list)))).faults(),
              IsEmpty());
}

}  // namespace
}  // namespace baocao::table::test
