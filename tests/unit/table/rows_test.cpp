// Rows around the records, sheets without a table, headers that do not fit.
#include "unit/table/sheets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::table::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::vector<std::string> head = {"TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Dân tộc"};

Bound roster(Rows rows) {
  rows.insert(rows.begin(), head);
  return test::bound(files(file("can_bo", "02143.xlsx", sheet(rows))));
}

TEST(Rows, SkipsGroupsSubtotalsSpacersAndRepeatedHeaders) {
  const Bound bound = roster({{"A", "B", "1", "2", "3"},
                              {"I", "KHỐI ĐẢNG"},
                              {"1", "Lê A", "1985", "BT", "Kinh"},
                              {},
                              {"1. Văn phòng Đảng ủy"},
                              {"2", "Lê B", "1985", "CV", "Kinh"},
                              {"", "Cộng"},
                              head,
                              {"II. KHỐI CHÍNH QUYỀN"},
                              {"3", "Lê C", "1985", "CV", "Kinh"},
                              {"III", "ĐƠN VỊ KHÁC"},
                              {"4", "Tống Văn D", "1985", "CV", "Kinh"},
                              {"5"},
                              {"", "Tổng cộng: 4 người"}});
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("can_bo", "ho_ten"), ElementsAre("Lê A", "Lê B", "Lê C", "Tống Văn D"));
  EXPECT_THAT(bound.column("can_bo", "khoi"), ElementsAre("dang", "dang", "chinh_quyen", "?"));
}

TEST(Rows, TakesBodiesInTheColumnOfNamesForGroups) {
  const Bound bound = roster({{"", "Đảng ủy xã Văn Lang"},
                              {"1", "Lê A", "1985", "BT", "Kinh"},
                              {"", "Ủy ban nhân dân xã"},
                              {"2", "Lê B", "1985", "CV", "Kinh"}});
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("can_bo", "ho_ten"), ElementsAre("Lê A", "Lê B"));
}

TEST(Rows, KeepsAPersonOfWhomOnlyTheNameIsKnown) {
  const Bound bound = roster({{"1", "Lê A"}, {"", "Lê B"}});
  EXPECT_THAT(bound.column("can_bo", "ho_ten"), ElementsAre("Lê A", "Lê B"));
  EXPECT_THAT(bound.faults(), ElementsAre("N201 C2", "N201 D2", "N201 C3", "N201 D3"));
  EXPECT_EQ(bound.find("N201")->message, "thiếu ngày sinh");
}

TEST(Rows, TakesSexFromBehindTheNameWhereThereIsNoOther) {
  const Bound bound = roster({{"1", "Bà Lê Thị A (Nữ)", "1985", "BT", "Kinh"},
                              {"2", "ĐỒNG CHÍ: LÊ  VĂN B ", "1985", "CV", "Kinh"},
                              {"3", "Lê C (biệt phái)", "1985", "CV", "Kinh"}});
  EXPECT_THAT(bound.column("can_bo", "ho_ten"), ElementsAre("Lê Thị A", "LÊ VĂN B", "Lê C"));
  EXPECT_THAT(bound.column("can_bo", "gioi_tinh"), ElementsAre("nu", "?", "?"));
}

TEST(Rows, DoNotChooseBetweenTheNameAndTheColumnOfSex) {
  const Bound bound = test::bound(files(file("can_bo",
                                             "02143.xlsx",
                                             sheet({{"Họ tên", "Giới tính", "Năm sinh", "Chức vụ"},
                                                    {"Lê A (Nữ)", "Nam", "1985", "BT"},
                                                    {"Lê B (nữ)", "Nữ", "1985", "CV"}}))));
  EXPECT_THAT(bound.column("can_bo", "gioi_tinh"), ElementsAre("?", "nu"));
  EXPECT_THAT(bound.faults(), ElementsAre("N216 B2"));
}

TEST(Rows, MayBeginInAnyColumnAndCarryNoNumbers) {
  const Bound bound =
      test::bound(files(file("can_bo",
                             "02143.xlsx",
                             sheet({{},
                                    {"", "", "TT", "Họ tên", "", "Năm sinh", "Chức vụ"},
                                    {"", "", "", "Lê A", "", "1985", "BT"},
                                    {"", "", "#n:1", "Lê B", "", "1986", "CV"},
                                    {"", "", "#n:1", "Lê C", "", "1987", "CV"}}))));
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("can_bo", "ho_ten"), ElementsAre("Lê A", "Lê B", "Lê C"));
}

TEST(Rows, KeepsAPersonWhoseNameIsAnError) {
  const Bound bound = roster({{"1", "#e:#N/A", "1985", "BT", "Kinh"}});
  EXPECT_EQ(bound.table("can_bo").rows, 1U);
  EXPECT_THAT(bound.faults(), ElementsAre("N202 B2"));
}

TEST(Rows, KeepsAPersonNamedLikeASubtotal) {
  const Bound bound = roster({{"1", "Cộng Thị Tổng", "1985", "BT", "Kinh"}, {"", "Cộng", "1"}});
  EXPECT_THAT(bound.column("can_bo", "ho_ten"), ElementsAre("Cộng Thị Tổng"));
}

TEST(Rows, TellsDataInColumnsWithoutATitleOnce) {
  const Bound bound =
      roster({{"1", "Lê A", "1985", "BT", "Kinh", "x"}, {"2", "Lê B", "1985", "CV", "Kinh", "y"}});
  EXPECT_THAT(bound.faults(), ElementsAre("S104 F2"));
}

TEST(Rows, RejectsRowsThatNameNobody) {
  const Bound bound =
      roster({{"1", "", "05/3/1985", "CV", "Kinh"}, {"2", "Lê B", "1985", "CV", "Kinh"}});
  EXPECT_THAT(bound.faults(), ElementsAre("K302 B2"));
  EXPECT_EQ(bound.table("can_bo").rows, 1U);
}

TEST(Rows, StopsAtTheSignaturesAndGoesOnAtTheNextHeader) {
  const Bound bound = roster({{"1", "Lê A", "1985", "BT", "Kinh"},
                              {"", "", "Văn Lang, ngày 30 tháng 9 năm 2026"},
                              {"", "NGƯỜI LẬP", "", "BÍ THƯ"},
                              {"", "Hoàng Văn X", "", "Lê A"},
                              head,
                              {"2", "Lê B", "1985", "PBT", "Kinh"}});
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("can_bo", "ho_ten"), ElementsAre("Lê A", "Lê B"));
}

TEST(Rows, ReadASecondTableByItsOwnHeader) {
  const Rows rows{{"Họ và tên", "Ngày sinh", "Giới tính", "Chức danh"},
                  {"Lê Văn A", "05/03/1985", "Nam", "Bí thư"},
                  {"II. NGƯỜI HOẠT ĐỘNG KHÔNG CHUYÊN TRÁCH"},
                  {"Chức danh", "Họ và tên", "Giới tính", "Ngày sinh"},
                  {"Chuyên viên", "Lò Thị B", "Nữ", "20/11/1990"}};
  const Bound read = bound(files(file("can_bo", "02143.xlsx", sheet(rows))));
  EXPECT_THAT(read.faults(true), IsEmpty());
  EXPECT_THAT(read.column("can_bo", "ho_ten"), ElementsAre("Lê Văn A", "Lò Thị B"));
  EXPECT_THAT(read.column("can_bo", "ngay_sinh"), ElementsAre("1985-03-05", "1990-11-20"));
  EXPECT_EQ(read.table("can_bo").span(1, "ngay_sinh").cell, "D5");
}

TEST(Rows, TellWhereASecondTableCannotBeRead) {
  const Rows rows{{"Họ và tên", "Ngày sinh", "Giới tính", "Chức danh"},
                  {"Lê Văn A", "05/03/1985", "Nam", "Bí thư"},
                  {"Chức danh", "Họ và tên", "Giới tính", "Ngày sinh"},
                  {"Chuyên viên", "Lò Thị B", "Nữ", "20/11/1990"}};
  const Bound read = bound(files(file("can_bo", "02143.xlsx", sheet(rows, {{2, 0, 9, 0}}))));
  ASSERT_THAT(read.faults(), ElementsAre("S120"));
  EXPECT_EQ(read.find("S120")->span.row, 3U);
  EXPECT_EQ(read.table("can_bo").rows, 1U);
}

TEST(Rows, OfWordsAloneAreNoHeader) {
  const Rows rows{{"Họ và tên", "Giới tính", "Trình độ chuyên môn", "Chức danh", "Ngày sinh"},
                  {"Lê Văn A", "Nữ", "Thạc sĩ", "Bí thư", ""},
                  {"Lò Thị B", "Nữ", "Đại học", "Chuyên viên", ""}};
  const Bound read = bound(files(file("can_bo", "02143.xlsx", sheet(rows))));
  EXPECT_EQ(read.table("can_bo").rows, 2U);
}

TEST(Rows, KeepsPersonsWhoseNotesSpeakOfDates) {
  const Bound bound =
      roster({{"", "Lê A", "1985", "", "nghỉ từ ngày 01 tháng 10 năm 2026"}, {"", "Lê B", "1986"}});
  EXPECT_THAT(bound.column("can_bo", "ho_ten"), ElementsAre("Lê A", "Lê B"));
}

TEST(Rows, TakesDashesForBlankCells) {
  const Bound bound = roster({{"1", "Lê A", "1985", "BT", "-"}, {"2", "Lê B", "1986", "BT", "…"}});
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("can_bo", "dan_toc"), ElementsAre("?", "?"));
}

TEST(Sheets, SkipsHiddenSheetsWithAWarningAndSheetsWithoutATableWithANote) {
  File file =
      test::file("can_bo", "02143.xlsx", sheet({head, {"1", "Lê A", "1985", "BT", "Kinh"}}));
  input::Sheet hidden = sheet({head, {"1", "Lê B", "1985", "BT", "Kinh"}});
  hidden.hidden = true;
  file.sheets.push_back(std::move(hidden));
  file.sheets.push_back(sheet({{"Hướng dẫn"}, {"Ghi ngày theo dạng dd/mm/yyyy"}}));
  const Bound bound = test::bound(files(std::move(file)));
  EXPECT_EQ(bound.table("can_bo").rows, 1U);
  EXPECT_THAT(bound.faults(true), ElementsAre("S115", "S102"));
  EXPECT_THAT(bound.find("S115")->message, HasSubstr("gồm 1 dòng"));
  EXPECT_EQ(bound.find("S115")->severity, diag::Severity::warning);
}

TEST(Sheets, NotesAHiddenSheetWithoutRecords) {
  File file =
      test::file("can_bo", "02143.xlsx", sheet({head, {"1", "Lê A", "1985", "BT", "Kinh"}}));
  input::Sheet list = sheet({{"Nam"}, {"Nữ"}});
  list.hidden = true;
  file.sheets.push_back(std::move(list));
  EXPECT_THAT(test::bound(files(std::move(file))).faults(true), ElementsAre("S102"));
}

TEST(Sheets, ReportsAFileWithoutTheTableAndReadsTheNext) {
  const Bound bound = test::bound(
      files(file("can_bo", "a.xlsx", sheet({{"Kính gửi: Đảng ủy xã"}, {"Báo cáo tình hình"}})),
            file("can_bo", "02143.xlsx", sheet({head, {"1", "Lê A", "1985", "BT", "Kinh"}}))));
  EXPECT_THAT(bound.faults(), ElementsAre("S101"));
  EXPECT_EQ(bound.find("S101")->span.file, "a.xlsx");
  EXPECT_EQ(bound.table("can_bo").rows, 1U);
}

TEST(Sheets, ReportsATableWithoutRows) {
  const Bound bound = roster({});
  EXPECT_THAT(bound.faults(), ElementsAre("S112"));
}

TEST(Headers, MissingRequiredColumnIsOneFault) {
  const Bound bound = test::bound(files(
      file("can_bo", "02143.xlsx", sheet({{"TT", "Họ và tên", "Chức vụ"}, {"1", "Lê A", "BT"}}))));
  EXPECT_THAT(bound.faults(), ElementsAre("S103"));
  EXPECT_EQ(bound.find("S103")->field, "ngay_sinh");
  EXPECT_EQ(bound.table("can_bo").rows, 1U);
}

TEST(Headers, UnknownColumnSuggestsTheNearest) {
  const Bound bound = test::bound(files(file(
      "can_bo",
      "02143.xlsx",
      sheet({{"TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Tôn giao", "Hệ số lương", "Điện thoại"},
             {"1", "Lê A", "1985", "BT", "Không", "#n:4.98", "0912"}}))));
  EXPECT_THAT(bound.faults(), ElementsAre("S104 E1"));
  EXPECT_THAT(bound.find("S104")->help, HasSubstr("\"Tôn giáo\""));
}

TEST(Headers, UnknownColumnIsSettledByTheLinesItAsksFor) {
  const Rows rows = {{"TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Thành \"phần\""},
                     {"1", "Lê A", "1985", "BT", "Tày"}};
  const Bound asked = test::bound(files(file("can_bo", "02143.xlsx", sheet(rows))));
  const auto& notes = asked.find("S104")->notes;
  EXPECT_EQ(notes.at(1), "[columns.\"02143.xlsx\"]");
  EXPECT_THAT(notes, testing::Contains("\"Thành \\\"phần\\\"\" = \"dan_toc\""));
  File file = test::file("can_bo", "02143.xlsx", sheet(rows));
  file.columns = {{"Thành \"phần\"", "dan_toc"}};
  const Bound settled = test::bound(files(std::move(file)));
  EXPECT_THAT(settled.faults(), IsEmpty());
  EXPECT_THAT(settled.column("can_bo", "dan_toc"), ElementsAre("tay"));
}

TEST(Headers, MissingColumnAsksWhichUnknownOneItIs) {
  const Bound bound = test::bound(
      files(file("can_bo",
                 "a/02143.xlsx",
                 sheet({{"TT", "Họ và tên", "Ra đời", "Chức vụ"}, {"1", "Lê A", "1985", "BT"}}))));
  EXPECT_THAT(bound.find("S103")->notes,
              ElementsAre("chép vào job.toml hai dòng sau:",
                          "[columns.\"a/02143.xlsx\"]",
                          "\"Ra đời\" = \"ngay_sinh\""));
}

TEST(Headers, GradeCodesUnderWagesAreRead) {
  const Bound bound =
      test::bound(files(file("can_bo",
                             "02143.xlsx",
                             sheet({{"TT", "Họ tên", "Năm sinh", "Chức vụ", "Lương hiện hưởng", ""},
                                    {"", "", "", "", "Mã ngạch", "Hệ số"},
                                    {"1", "Lê A", "1985", "BT", "01.003", "#n:4.98"}},
                                   {{0, 4, 0, 5}}))));
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("can_bo", "ngach"), ElementsAre("chuyen_vien"));
}

TEST(Headers, DoubtfulLevelWithoutDataIsNotTold) {
  const Bound bound =
      test::bound(files(file("can_bo",
                             "02143.xlsx",
                             sheet({{"TT", "Họ tên", "Năm sinh", "Chức vụ", "Trình độ CM", ""},
                                    {"", "", "", "", "Đại học", "Còn lại"},
                                    {"1", "Lê A", "1985", "BT", "x"}},
                                   {{0, 4, 0, 5}}))));
  EXPECT_THAT(bound.faults(), IsEmpty());
}

TEST(Headers, WagesUnderAGroupAreNoPosts) {
  const Bound bound =
      test::bound(files(file("can_bo",
                             "02143.xlsx",
                             sheet({{"TT", "Họ và tên", "Ngày sinh", "Chức danh", "Phụ cấp", ""},
                                    {"", "", "", "", "Chức vụ", "Khu vực"},
                                    {"1", "Lê A", "1985", "BT", "#n:0.3", "#n:0.2"}}))));
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("can_bo", "chuc_danh"), ElementsAre("bi_thu"));
}

Bound before_and_after(const std::string& second) {
  return test::bound(
      files(file("can_bo",
                 "02143.xlsx",
                 sheet({{"TT", "Họ và tên", "Ngày sinh", "Trước khi sắp xếp", "", second},
                        {"", "", "", "Chức vụ", "Đơn vị công tác", "Chức vụ"},
                        {"1", "Lê A", "1985", "Bí thư", "Xã cũ", "Chuyên viên"}},
                       {{0, 0, 1, 0}, {0, 1, 1, 1}, {0, 2, 1, 2}, {0, 3, 0, 4}}))));
}

TEST(Headers, UnderAnUnknownHeaderAreNotMixedWithTheOthers) {
  const Bound bound = before_and_after("Hiện nay");
  EXPECT_THAT(bound.column("can_bo", "chuc_danh"), ElementsAre("chuyen_vien"));
  EXPECT_THAT(bound.faults(), ElementsAre("S106 E2", "S106 D2"));
}

TEST(Headers, OnlyUnderUnknownHeadersAreAmbiguous) {
  const Bound bound = before_and_after("Sau khi sắp xếp");
  EXPECT_THAT(bound.column("can_bo", "chuc_danh"), ElementsAre("?"));
  EXPECT_EQ(bound.find("S105")->field, "chuc_danh");
}

const Rows two_birth_dates = {{"TT", "Họ và tên", "Ngày sinh", "Năm sinh", "Chức vụ"},
                              {"1", "Lê A", "05/3/1985", "1986", "BT"}};

TEST(Headers, TwoColumnsForOneFieldAreReadFromNeither) {
  const Bound bound = test::bound(files(file("can_bo", "02143.xlsx", sheet(two_birth_dates))));
  EXPECT_THAT(bound.faults(), ElementsAre("S105 C1"));
  EXPECT_THAT(bound.find("S105")->message, HasSubstr("\"Năm sinh\" (cột D)"));
  EXPECT_THAT(bound.column("can_bo", "ngay_sinh"), ElementsAre("?"));
}

TEST(Headers, GradeCodesUnderWagesYieldToAColumnOfGrades) {
  const Rows rows{{"TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Lương hiện hưởng", "", "Ngạch"},
                  {"", "", "", "", "Mã ngạch", "Hệ số", ""},
                  {"1", "Lê A", "05/3/1985", "BT", "01.002", "4,4", "Chuyên viên"}};
  const Bound bound = test::bound(files(file(
      "can_bo",
      "02143.xlsx",
      sheet(
          rows,
          {{0, 4, 0, 5}, {0, 0, 1, 0}, {0, 1, 1, 1}, {0, 2, 1, 2}, {0, 3, 1, 3}, {0, 6, 1, 6}}))));
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("can_bo", "ngach"), ElementsAre("chuyen_vien"));
}

TEST(Headers, TheJobSettlesAnAmbiguousColumn) {
  File file = test::file("can_bo", "02143.xlsx", sheet(two_birth_dates));
  file.columns = {{"Ngày sinh", "ngay_sinh"}};
  const Bound bound = test::bound(files(std::move(file)));
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("can_bo", "ngay_sinh"), ElementsAre("1985-03-05"));
}

TEST(Headers, SettingsThatFitNothingAreFaults) {
  File file =
      test::file("can_bo", "02143.xlsx", sheet({head, {"1", "Lê A", "1985", "BT", "Kinh"}}));
  file.columns = {{"Trình độ", "trinh_do_chuyen_mom"}, {"Chức vụ", "chuc_danh"}};
  const Bound bound = test::bound(files(std::move(file)));
  EXPECT_THAT(bound.faults(), ElementsAre("S109", "S113"));
  EXPECT_THAT(bound.find("S109")->help, HasSubstr("trinh_do_chuyen_mon"));
}

}  // namespace
}  // namespace baocao::table::test
