// The layouts that rosters really come in.
#include "unit/table/sheets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::table::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* van_lang = "can-bo/02143-xa-van-lang.xlsx";

TEST(Forms, ReadsAPlainListUnderATitle) {
  const Bound bound = test::bound(files(file(
      "can_bo",
      "can-bo/x.xlsx",
      sheet({{"TỈNH ỦY THÁI NGUYÊN"},
             {"ĐẢNG ỦY XÃ VĂN LANG"},
             {},
             {"", "DANH SÁCH CÁN BỘ, CÔNG CHỨC"},
             {"STT",
              "HỌ VÀ TÊN",
              "Ngày, tháng,\nnăm sinh (dd/mm)",
              "Giới tính",
              "Chức vụ",
              "Trình độ CM"},
             {"#n:1", "Đ/c NGUYỄN VĂN  A (Nữ)", "05/3/1985", "Nữ", "BT ĐU, CT HĐND", "Thạc sỹ"},
             {"#n:2", "Trần Thị B", "#d:1990-12-31", "nam", "Chuyên viên", "ĐH"}}))));
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("can_bo", "ho_ten"), ElementsAre("NGUYỄN VĂN A", "Trần Thị B"));
  EXPECT_THAT(bound.column("can_bo", "ngay_sinh"), ElementsAre("1985-03-05", "1990-12-31"));
  EXPECT_THAT(bound.column("can_bo", "chuc_danh"),
              ElementsAre("bi_thu+chu_tich_hdnd", "chuyen_vien"));
  EXPECT_THAT(bound.column("can_bo", "trinh_do_chuyen_mon"), ElementsAre("thac_si", "dai_hoc"));
  EXPECT_THAT(bound.column("can_bo", "don_vi"), ElementsAre("02143", "02143"));
  const diag::Span span = bound.table("can_bo").span(1, "ngay_sinh");
  EXPECT_EQ(span.cell, "C7");
  EXPECT_EQ(span.file, "can-bo/x.xlsx");
}

// Sex exists only as the column that holds the birth date (BM04/BNV).
TEST(Forms, ReadsSexFromTheColumnOfTheBirthDate) {
  const Bound bound = test::bound(
      files(file("can_bo",
                 "bm04.xlsx",
                 sheet({{"BÁO CÁO DANH SÁCH VÀ TIỀN LƯƠNG CÁN BỘ, CÔNG CHỨC CẤP XÃ"},
                        {"Đơn vị báo cáo: Văn Lăng"},
                        {"Stt",
                         "Họ và tên",
                         "Ngày tháng năm sinh",
                         "",
                         "Chức vụ hoặc chức danh công tác",
                         "Cơ quan, đơn vị đang làm việc",
                         "Mức lương hiện hưởng",
                         "",
                         "Ghi chú"},
                        {"", "", "Nam", "Nữ", "", "", "Hệ số lương", "Bậc lương hiện hưởng"},
                        {"(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"},
                        {"#n:1", "Lý Văn C", "#n:1980", "", "PBT TT", "Đảng ủy", "#n:4.98", "#n:3"},
                        {"#n:2", "Ma Thị D", "", "7/1991", "PCT UBND", "UBND"},
                        {"#n:3", "Hà Văn E", "01/02/1988", "01/02/1988", "Chuyên viên"},
                        {"", "Tổng số", "#n:2", "#n:1"},
                        {"", "", "", "", "", "Văn Lăng, ngày 05 tháng 10 năm 2026"},
                        {"", "Người lập bảng", "", "", "", "Thủ trưởng đơn vị"},
                        {"", "(Ký, ghi rõ họ tên)", "", "", "", "(Ký, đóng dấu)"},
                        {"", "Nguyễn Thị G", "", "", "", "Lê Văn H"}},
                       {{2, 0, 3, 0},
                        {2, 1, 3, 1},
                        {2, 2, 2, 3},
                        {2, 4, 3, 4},
                        {2, 5, 3, 5},
                        {2, 6, 2, 7},
                        {2, 8, 3, 8}}))));
  EXPECT_THAT(bound.column("can_bo", "ho_ten"), ElementsAre("Lý Văn C", "Ma Thị D", "Hà Văn E"));
  EXPECT_THAT(bound.column("can_bo", "ngay_sinh"),
              ElementsAre("1980-01-01..1980-12-31", "1991-07-01..1991-07-31", "1988-02-01"));
  EXPECT_THAT(bound.column("can_bo", "gioi_tinh"), ElementsAre("nam", "nu", "?"));
  EXPECT_THAT(bound.column("can_bo", "don_vi"), ElementsAre("05665", "05665", "05665"));
  EXPECT_THAT(bound.faults(), ElementsAre("N216 C8"));
}

TEST(Forms, ReadsTheListOf39ColumnsWithLevelsMarkedByX) {
  Rows rows{{"ĐẢNG BỘ TỈNH THÁI NGUYÊN"}, {"ĐẢNG ỦY PHƯỜNG BÁCH QUANG"}, {"DANH SÁCH"}, {}};
  rows.push_back({"STT",
                  "Họ và tên",
                  "Ngày, tháng, năm sinh",
                  "",
                  "Số CMND",
                  "Số sổ BHYT/BHXH",
                  "Chức vụ/Chức danh",
                  "Đơn vị công tác",
                  "Dân tộc",
                  "Trình độ chuyên môn",
                  "",
                  "",
                  "",
                  "",
                  "",
                  "Trình độ lý luận chính trị",
                  "",
                  "",
                  "Ghi chú"});
  rows.push_back({"",
                  "",
                  "Nam",
                  "Nữ",
                  "",
                  "",
                  "",
                  "",
                  "",
                  "Tiến sĩ",
                  "Thạc sĩ",
                  "Đại học",
                  "Cao đẳng",
                  "Trung cấp",
                  "Còn lại",
                  "Cử nhân",
                  "Cao cấp",
                  "Trung cấp"});
  Rows::value_type numbers;
  for (int i = 1; i <= 19; ++i) {
    numbers.push_back("#n:" + std::to_string(i));
  }
  rows.push_back(numbers);
  rows.push_back({"#n:1",
                  "Vi Văn A",
                  "#d:1979-01-02",
                  "",
                  "#n:19079000123",
                  "",
                  "BT",
                  "Đảng ủy",
                  "Tày",
                  "",
                  "x",
                  "",
                  "",
                  "",
                  "",
                  "",
                  "X"});
  rows.push_back({"#n:2",
                  "Vi Thị B",
                  "",
                  "03/4/1983",
                  "019183000124",
                  "",
                  "ĐUV",
                  "UBND",
                  "Mèo",
                  "",
                  "x",
                  "x",
                  "",
                  "",
                  "",
                  "",
                  "",
                  "năm 2015"});
  rows.push_back(
      {"#n:3", "Vi Văn C", "1970", "", "", "", "CV", "", "H'Mông", "", "", "", "", "", "x"});
  const Bound bound = test::bound(files(file("can_bo", "ds.xlsx", sheet(rows))));
  EXPECT_THAT(bound.column("can_bo", "trinh_do_chuyen_mon"), ElementsAre("thac_si", "?", "so_cap"));
  EXPECT_THAT(bound.column("can_bo", "ly_luan_chinh_tri"), ElementsAre("cao_cap", "?", "?"));
  EXPECT_THAT(bound.column("can_bo", "gioi_tinh"), ElementsAre("nam", "nu", "nam"));
  EXPECT_THAT(bound.column("can_bo", "cccd"), ElementsAre("019079000123", "019183000124", "?"));
  EXPECT_THAT(bound.column("can_bo", "dan_toc"), ElementsAre("tay", "mong", "mong"));
  EXPECT_THAT(bound.column("can_bo", "co_quan"), ElementsAre("Đảng ủy", "UBND", "?"));
  EXPECT_THAT(bound.column("can_bo", "don_vi"), ElementsAre("05500", "05500", "05500"));
  EXPECT_THAT(bound.faults(), ElementsAre("S106 O6", "N210 E8", "N212 I9", "N214 K9", "N215 R9"));
}

TEST(Forms, ReadsACsvWithEnglishHeaders) {
  const Bound bound = test::bound(
      files(file("can_bo",
                 "can-bo/05665-xa-van-lang.csv",
                 sheet({{"name", "birth_date", "gender", "position", "education", "unit"},
                        {"Bế Văn A", "1985-03-05", "Female", "bi_thu", "thac_si", ""},
                        {"Bế Văn B",
                         "1986-03-05",
                         "M",
                         "Trưởng phòng Văn hóa - Xã hội",
                         "CĐ",
                         "Xã Văn Lang"}}))));
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("can_bo", "don_vi"), ElementsAre("05665", "02143"));
  EXPECT_THAT(bound.column("can_bo", "chuc_danh"), ElementsAre("bi_thu", "truong_phong"));
  EXPECT_THAT(bound.column("can_bo", "gioi_tinh"), ElementsAre("nu", "nam"));
}

TEST(Forms, ReadsAFemaleColumnMarkedByX) {
  const Bound bound =
      test::bound(files(file("can_bo",
                             van_lang,
                             sheet({{"TT", "Họ tên", "Năm sinh", "Nữ (x)", "Chức danh"},
                                    {"1", "Lê A B", "1985", "x", "BT"},
                                    {"2", "Lê A C", "1986", "", "PBT"}}))));
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("can_bo", "gioi_tinh"), ElementsAre("nu", "nam"));
}

TEST(Forms, TakesAColumnOfMarksWithoutAnyMarkAsNotFilledIn) {
  const Bound bound = test::bound(
      files(file("can_bo",
                 van_lang,
                 sheet({{"TT", "Họ tên", "Năm sinh", "Nữ", "Người địa phương (x)", "Chức danh"},
                        {"1", "Lê A B", "1985", "", "x", "BT"},
                        {"2", "Lê A C", "1986", "", "", "PBT"}}))));
  EXPECT_THAT(bound.faults(), ElementsAre("S107 D1"));
  EXPECT_THAT(bound.column("can_bo", "gioi_tinh"), ElementsAre("?", "?"));
  EXPECT_THAT(bound.column("can_bo", "nguoi_dia_phuong"), ElementsAre("có", "không"));
}

TEST(Forms, JoinsNamesWrittenInTwoColumns) {
  const Bound apart =
      test::bound(files(file("can_bo",
                             van_lang,
                             sheet({{"TT", "Họ đệm", "Tên", "Năm sinh", "Chức danh"},
                                    {"1", "Lê Thị", "Hoa", "1985", "BT"}}))));
  EXPECT_THAT(apart.column("can_bo", "ho_ten"), ElementsAre("Lê Thị Hoa"));
  const Bound merged =
      test::bound(files(file("can_bo",
                             van_lang,
                             sheet({{"TT", "Họ và tên", "", "Năm sinh", "Chức danh"},
                                    {"1", "Lê Thị", "Hoa", "1985", "BT"}},
                                   {{0, 1, 0, 2}}))));
  EXPECT_THAT(merged.column("can_bo", "ho_ten"), ElementsAre("Lê Thị Hoa"));
}

TEST(Forms, JoinsDatesWrittenInThreeColumns) {
  const Bound bound =
      test::bound(files(file("can_bo",
                             van_lang,
                             sheet({{"TT", "Họ tên", "Ngày sinh", "", "", "Chức danh"},
                                    {"", "", "Ngày", "Tháng", "Năm", ""},
                                    {"1", "Lê A", "#n:5", "#n:3", "#n:1985", "BT"},
                                    {"2", "Lê B", "", "11", "1990", "CV"},
                                    {"3", "Lê C", "31", "2", "1990", "CV"}},
                                   {{0, 2, 0, 4}}))));
  EXPECT_THAT(bound.column("can_bo", "ngay_sinh"),
              ElementsAre("1985-03-05", "1990-11-01..1990-11-30", "?"));
  EXPECT_THAT(bound.faults(), ElementsAre("N204 C5"));
}

TEST(Forms, AddsUpPostsOfTwoColumns) {
  const Bound bound = test::bound(files(
      file("can_bo",
           van_lang,
           sheet({{"TT", "Họ tên", "Năm sinh", "Chức vụ Đảng", "Chức vụ chính quyền"},
                  {"1", "Lê A B", "1985", "Ủy viên BTV", "Phó Chủ tịch UBND xã Văn Lang"}}))));
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("can_bo", "chuc_danh"), ElementsAre("uy_vien_btv+pho_chu_tich_ubnd"));
}

TEST(Forms, FillsUnitsMergedOverSeveralRows) {
  const Bound bound =
      test::bound(files(file("bien_che",
                             "bien-che.xlsx",
                             sheet({{"TT", "Đơn vị", "Khối", "Biên chế được giao", "Có mặt"},
                                    {"1", "Xã Văn Lăng", "Khối Đảng", "#n:17", "#n:15"},
                                    {"", "", "Khối chính quyền", "#n:32", "1.029"},
                                    {"", "", "Khối MTTQ", "8", "12,5"},
                                    {"", "Tổng cộng", "", "#n:57", "#n:1055"}},
                                   {{1, 1, 3, 1}}))));
  EXPECT_THAT(bound.faults(), IsEmpty());
  EXPECT_THAT(bound.column("bien_che", "don_vi"), ElementsAre("05665", "05665", "05665"));
  EXPECT_THAT(bound.column("bien_che", "khoi"), ElementsAre("dang", "chinh_quyen", "mat_tran"));
  EXPECT_THAT(bound.column("bien_che", "co_mat"), ElementsAre("15", "1029", "12.5"));
}

}  // namespace
}  // namespace baocao::table::test
