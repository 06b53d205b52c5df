// Cells: what they mean, and what is said about those that mean nothing.
#include "unit/table/sheets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::table::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct Read {
  std::string value;
  std::vector<std::string> faults;
  Bound bound;
};

// One cell of can_bo under the field's own header; the rest of the row is sound.
Read read(const std::string& field, const std::string& cell) {
  Rows rows{{"Họ và tên", "Giới tính"}, {"Lê Văn A", "Nam"}};
  for (const char* required : {"ngay_sinh", "chuc_danh"}) {
    if (field != required) {
      rows[0].emplace_back(required);
      rows[1].emplace_back(field == "ngay_sinh" || required == std::string("chuc_danh") ? "BT"
                                                                                        : "1980");
    }
  }
  rows[0].push_back(field);
  rows[1].push_back(cell);
  Read read;
  read.bound = test::bound(files(file("can_bo", "02143.xlsx", sheet(rows))));
  read.value = read.bound.value("can_bo", field, 0);
  for (const std::string& fault : read.bound.faults(true)) {
    read.faults.push_back(fault.substr(0, 4));
  }
  return read;
}

TEST(DateCells, KeepThePrecisionTheyAreWrittenWith) {
  EXPECT_EQ(read("ngay_sinh", "5.3.1985").value, "1985-03-05");
  EXPECT_EQ(read("ngay_sinh", "#d:1985-03-05").value, "1985-03-05");
  EXPECT_EQ(read("ngay_sinh", "02/1985").value, "1985-02-01..1985-02-28");
  EXPECT_EQ(read("ngay_sinh", "#n:1985").value, "1985-01-01..1985-12-31");
  EXPECT_EQ(read("ngay_sinh", "1985-03-05 00:00:00").value, "1985-03-05");
}

TEST(Cells, ThatWereDecodedAreQuotedAsTheFileHasThemToo) {
  input::Sheet list = sheet({{"Họ và tên", "Ngày sinh", "Dân tộc", "Chức danh"},
                             {"Lê Văn A", "05/03/1985", "T\u00B5yy", "Bí thư"}});
  list.decode(6, "Tàyy");
  const Bound read = bound(files(file("can_bo", "02143.xlsx", std::move(list))));
  const diag::Diagnostic* fault = read.find("N203");
  ASSERT_NE(fault, nullptr);
  EXPECT_THAT(fault->message, HasSubstr("Tàyy"));
  EXPECT_THAT(fault->notes, ::testing::Contains("trong tệp ghi là \"T\u00B5yy\""));
}

TEST(DateCells, RefuseWhatIsNoDate) {
  const Read impossible = read("ngay_sinh", "31/02/1985");
  EXPECT_THAT(impossible.faults, ElementsAre("N204"));
  EXPECT_EQ(impossible.value, "?");
  const diag::Diagnostic& fault = *impossible.bound.find("N204");
  EXPECT_EQ(fault.message, "\"31/02/1985\" không phải là ngày hợp lệ");
  EXPECT_EQ(fault.span.cell, "D2");
  EXPECT_EQ(fault.span.column, "ngay_sinh");
  EXPECT_EQ(fault.unit, "02143");
  EXPECT_THAT(fault.notes,
              ElementsAre("ô này coi như chưa có số liệu; người này được tính là \"chưa rõ\" ở các "
                          "chỉ tiêu cần ngày sinh"));
  EXPECT_THAT(read("ngay_sinh", "29/02/1985").faults, ElementsAre("N204"));
  EXPECT_THAT(read("ngay_sinh", "không rõ").faults, ElementsAre("N204"));
  EXPECT_THAT(read("ngay_sinh", "05/03/1985 (âm lịch)").faults, ElementsAre("N204"));
  EXPECT_THAT(read("ngay_sinh", "05/3/1085").faults, ElementsAre("N206"));
  EXPECT_THAT(read("ngay_sinh", "#e:#N/A").faults, ElementsAre("N202"));
}

TEST(DateCells, AreReadInEveryCommonWriting) {
  for (const char* text : {"05/03/1985",
                           "5-3-1985",
                           "05-03-1985",
                           "'05/3/1985",
                           "ngày 5 tháng 3 năm 1985",
                           " 05/3/1985\u00A0"}) {
    EXPECT_EQ(read("ngay_sinh", text).value, "1985-03-05") << text;
  }
  for (const char* text : {"3/1985", "tháng 3/1985", "tháng 3 năm 1985"}) {
    EXPECT_EQ(read("ngay_sinh", text).value, "1985-03-01..1985-03-31") << text;
  }
  for (const char* text : {"1985", "1985 (Mão)", "năm 1985"}) {
    EXPECT_EQ(read("ngay_sinh", text).value, "1985-01-01..1985-12-31") << text;
  }
}

TEST(DateCells, TakeACenturyOnlyWhenTheOtherCannotBe) {
  const Read birth = read("ngay_sinh", "05/3/85");
  EXPECT_EQ(birth.value, "1985-03-05");
  EXPECT_THAT(birth.faults, ElementsAre("N221"));
  EXPECT_EQ(birth.bound.find("N221")->message, "\"05/3/85\" được hiểu là năm 1985");
  EXPECT_EQ(read("ngay_sinh", "3/85").value, "1985-03-01..1985-03-31");
  EXPECT_EQ(read("ngay_sinh", "05/3/05").value, "2005-03-05");
  EXPECT_EQ(read("ngay_vao_dang", "3.2.10").value, "2010-02-03");
  const Read neither = read("ngay_sinh", "05/3/25");
  EXPECT_EQ(neither.value, "?");
  EXPECT_THAT(neither.faults, ElementsAre("N205"));
}

TEST(DateCells, SwapDayAndMonthOnlyWhenTheTextProvesIt) {
  const Read swapped = read("ngay_sinh", "03/25/1985");
  EXPECT_EQ(swapped.value, "1985-03-25");
  EXPECT_THAT(swapped.faults, ElementsAre("N220"));
  EXPECT_EQ(read("ngay_sinh", "03/12/1985").value, "1985-12-03");
  EXPECT_THAT(read("ngay_sinh", "13/25/1985").faults, ElementsAre("N204"));
}

TEST(DateCells, RecogniseNumbersThatLostOrGainedADateFormat) {
  const Read serial = read("ngay_sinh", "#n:31111");
  EXPECT_EQ(serial.value, "1985-03-05");
  EXPECT_THAT(serial.faults, ElementsAre("N219"));
  EXPECT_THAT(read("ngay_sinh", "#n:99999").faults, ElementsAre("N204"));
  EXPECT_THAT(read("ngay_sinh", "#n:5.1985").faults, ElementsAre("N204"));
  for (const char* number : {"#n:1985.0", "#n:1.985E3", "#n:1985.0000000000002"}) {
    EXPECT_EQ(read("ngay_sinh", number).value, "1985-01-01..1985-12-31") << number;
  }
  const Read year = read("ngay_sinh", "#s:1985=1905-06-07");
  EXPECT_EQ(year.value, "1985-01-01..1985-12-31");
  EXPECT_THAT(year.faults, ElementsAre("N218"));
}

TEST(DateCells, KnowOnlyTheMonthWhereTheFormatHidesTheDay) {
  EXPECT_EQ(read("ngay_sinh", "#m:1985-03-01").value, "1985-03-01..1985-03-31");
  EXPECT_EQ(read("ngay_sinh", "#m:1985-03-05").value, "1985-03-05");
}

std::vector<std::string> births(const Rows& cells, std::vector<std::string>& faults) {
  Rows rows{{"Họ và tên", "Ngày sinh", "Chức vụ"}};
  for (const auto& cell : cells) {
    rows.push_back({"Lê Văn A" + std::to_string(rows.size()), cell[0], "CV"});
  }
  const Bound bound = test::bound(files(file("can_bo", "02143.xlsx", sheet(rows))));
  faults = bound.faults();
  return bound.column("can_bo", "ngay_sinh");
}

TEST(DateColumns, KnowOnlyTheYearWhereASpreadsheetSwappedDayAndMonth) {
  std::vector<std::string> faults;
  EXPECT_THAT(births({{"25/03/1985"},
                      {"13/04/1986"},
                      {"31/12/1987"},
                      {"#d:1985-03-05"},
                      {"#d:1986-07-07"},
                      {"#d:1987-01-12"},
                      {"#d:1988-02-10"}},
                     faults),
              ElementsAre("1985-03-25",
                          "1986-04-13",
                          "1987-12-31",
                          "1985-01-01..1985-12-31",
                          "1986-07-07",
                          "1987-01-01..1987-12-31",
                          "1988-01-01..1988-12-31"));
  EXPECT_THAT(faults, ElementsAre("S119 B1"));
}

TEST(DateColumns, AreTrustedWhereDatesAboveTheTwelfthAreDateCellsToo) {
  std::vector<std::string> faults;
  births({{"25/03/1985"},
          {"13/04/1986"},
          {"31/12/1987"},
          {"#d:1985-03-05"},
          {"#d:1987-01-12"},
          {"#d:1988-02-10"},
          {"#d:1988-02-20"}},
         faults);
  EXPECT_THAT(faults, IsEmpty());
}

TEST(DateColumns, DoubtDatesBetweenThoseWrittenMonthFirst) {
  std::vector<std::string> faults;
  EXPECT_THAT(births({{"03/25/1985"}, {"03/05/1985"}, {"1985-03-05"}}, faults),
              ElementsAre("1985-03-25", "1985-01-01..1985-12-31", "1985-03-05"));
  EXPECT_THAT(faults, ElementsAre("S119 B1", "N220 B2"));
}

TEST(CodeCells, TakeTheHighestOfSeveralLevels) {
  EXPECT_EQ(read("trinh_do_chuyen_mon", "ĐH Luật; ThS QLKT").value, "thac_si");
  EXPECT_EQ(read("trinh_do_chuyen_mon", "Đại học Kinh tế").value, "dai_hoc");
  EXPECT_EQ(read("trinh_do_chuyen_mon", "Thạc sĩ (2019)").value, "thac_si");
  EXPECT_EQ(read("ly_luan_chinh_tri", "TC LLCT - HC").value, "trung_cap");
}

TEST(CodeCells, DoNotCountALevelStillStudiedFor) {
  const Read studying = read("trinh_do_chuyen_mon", "đang học ThS");
  EXPECT_EQ(studying.value, "?");
  EXPECT_THAT(studying.faults, ElementsAre("N213"));
  const Read holds_one = read("trinh_do_chuyen_mon", "Đại học; đang học ThS");
  EXPECT_EQ(holds_one.value, "dai_hoc");
  EXPECT_THAT(holds_one.faults, IsEmpty());
  EXPECT_EQ(read("trinh_do_chuyen_mon", "NCS").value, "?");
  EXPECT_EQ(read("trinh_do_chuyen_mon", "Đại học năm 3").value, "?");
  EXPECT_EQ(read("trinh_do_chuyen_mon", "Đại học năm 2003").value, "dai_hoc");
  EXPECT_EQ(read("trinh_do_chuyen_mon", "Đại học (đang học)").value, "?");
}

TEST(CodeCells, ReadALevelWithItsSpeciality) {
  for (const char* text : {"ĐH (2019)",
                           "Kỹ sư CNTT",
                           "CN Luật",
                           "Cử nhân",
                           "CN",
                           "Bác sĩ",
                           "BS đa khoa",
                           "ĐH Sư phạm Toán - Tin",
                           "Đại học Luật, ĐH Kinh tế"}) {
    const Read level = read("trinh_do_chuyen_mon", text);
    EXPECT_EQ(level.value, "dai_hoc") << text;
    EXPECT_THAT(level.faults, IsEmpty()) << text;
  }
  for (const char* text :
       {"Thạc sĩ Luật (2019)", "ThS. Kinh tế", "BS CKI", "BSCKI Nội", "Cao học"}) {
    EXPECT_EQ(read("trinh_do_chuyen_mon", text).value, "thac_si") << text;
  }
  EXPECT_EQ(read("trinh_do_chuyen_mon", "CN kỹ thuật điện").value, "so_cap");
  EXPECT_EQ(read("trinh_do_chuyen_mon", "TC").value, "trung_cap");
  EXPECT_EQ(read("ly_luan_chinh_tri", "TC").value, "trung_cap");
  EXPECT_EQ(read("ly_luan_chinh_tri", "CN").value, "cu_nhan");
  EXPECT_EQ(read("ly_luan_chinh_tri", "Cao cấp LLCT năm 2019").value, "cao_cap");
}

TEST(CodeCells, TellAPartThatIsTakenForASpeciality) {
  const Read passed = read("trinh_do_chuyen_mon", "ĐH Nông nghiệp, khuyến nông");
  EXPECT_EQ(passed.value, "dai_hoc");
  EXPECT_THAT(passed.faults, ElementsAre("N222"));
  EXPECT_EQ(read("trinh_do_chuyen_mon", "ĐH Luật; Thac sy QLKT").value, "?");
  EXPECT_THAT(read("trinh_do_chuyen_mon", "Đại học; khuyến nông").faults, ElementsAre("N222"));
  EXPECT_EQ(read("trinh_do_chuyen_mon", "ĐH: Kế toán").value, "dai_hoc");
}

TEST(CodeCells, KeepTheLevelHeldBeforeTheOneStudiedFor) {
  EXPECT_EQ(read("trinh_do_chuyen_mon", "ĐH (đang học ThS)").value, "dai_hoc");
  EXPECT_EQ(read("trinh_do_chuyen_mon", "ĐH Luật, đang học ThS").value, "dai_hoc");
  EXPECT_EQ(read("ly_luan_chinh_tri", "Trung cấp đang học cao cấp").value, "trung_cap");
  EXPECT_EQ(read("ly_luan_chinh_tri", "đang học CC LLCT").value, "?");
}

TEST(CodeCells, ReadGradeCodes) {
  EXPECT_EQ(read("ngach", "01.003").value, "chuyen_vien");
  const Read cut = read("ngach", "#n:1.002");
  EXPECT_EQ(cut.value, "chuyen_vien_chinh");
  EXPECT_THAT(cut.faults, ElementsAre("N212"));
  EXPECT_EQ(read("ngach", "06.031").value, "chuyen_vien");
}

TEST(CodeCells, SuggestTheNearestWord) {
  const Read unknown = read("trinh_do_chuyen_mon", "Thac sy");
  EXPECT_EQ(unknown.value, "?");
  EXPECT_THAT(unknown.faults, ElementsAre("N203"));
  EXPECT_THAT(unknown.bound.find("N203")->help, HasSubstr("ý bạn là \"Thạc sĩ\""));
  EXPECT_THAT(read("trinh_do_chuyen_mon", "Chưa tốt nghiệp đại học").faults, ElementsAre("N213"));
  EXPECT_THAT(read("trinh_do_chuyen_mon", "Thạc sỉ QLGD").bound.find("N203")->help,
              HasSubstr("ý bạn là \"Thạc sĩ\""));
  EXPECT_THAT(read("dan_toc", "04").faults, ElementsAre("N203"));
  EXPECT_THAT(read("gioi_tinh", "").faults, ElementsAre("S105"));
}

TEST(PostCells, HoldSets) {
  EXPECT_EQ(read("chuc_danh", "UV BTV, PCT UBND").value, "uy_vien_btv+pho_chu_tich_ubnd");
  EXPECT_EQ(read("chuc_danh", "Phó Bí thư Thường trực Đảng ủy - Chủ tịch UBND xã Văn Lang").value,
            "pho_bi_thu+chu_tich_ubnd");
  EXPECT_EQ(read("chuc_danh", "ĐUV\nTrưởng phòng Kinh tế, Hạ tầng và Đô thị").value,
            "uy_vien_bch+truong_phong");
  EXPECT_EQ(read("chuc_danh", "PCT UBMTTQ kiêm Chủ tịch Hội Nông dân").value,
            "pho_chu_tich_mttq+chu_tich_nong_dan");
  EXPECT_EQ(read("chuc_danh", "Bí thư Đoàn xã").value, "bi_thu_doan");
  EXPECT_EQ(read("chuc_danh", "BT-CT HĐND").value, "bi_thu+chu_tich_hdnd");
  EXPECT_EQ(read("chuc_danh", "Chánh Văn phòng HĐND, UBND").value, "chanh_vp_hdnd_ubnd");
}

TEST(PostCells, PassOverTheBodyBehindAPost) {
  EXPECT_EQ(read("chuc_danh", "Trưởng Ban Xây dựng Đảng, Đảng ủy xã").value, "truong_ban_xdd");
  EXPECT_EQ(read("chuc_danh", "Chuyên viên - Phòng Kinh tế").value, "chuyen_vien");
  EXPECT_EQ(read("chuc_danh", "TP Kinh tế").value, "truong_phong");
  EXPECT_EQ(read("chuc_danh", "Bí thư ĐU - Chủ tịch HĐND").value, "bi_thu+chu_tich_hdnd");
  EXPECT_EQ(read("chuc_danh", "PCT UBND, Ban Thường vụ").value, "?");
  EXPECT_EQ(read("chuc_danh", "Phòng Kinh tế").value, "?");
}

TEST(PostCells, AreUnknownAsAWholeWhenOnePartIs) {
  const Read read = test::read("chuc_danh", "UV BTV, Bí thư Chi bộ 3");
  EXPECT_EQ(read.value, "?");
  EXPECT_THAT(read.faults, ElementsAre("N211"));
  EXPECT_THAT(read.bound.find("N211")->message, HasSubstr("\"Bí thư Chi bộ 3\""));
}

TEST(BooleanCells, ReadTicksAndWords) {
  for (const char* yes : {"x", "X", "×", "✓", "√", "1", "Có"}) {
    EXPECT_EQ(read("phu_hop_vi_tri", yes).value, "có") << yes;
  }
  for (const char* no : {"Không", "0", "#n:0"}) {
    EXPECT_EQ(read("phu_hop_vi_tri", no).value, "không") << no;
  }
  EXPECT_EQ(read("phu_hop_vi_tri", "").value, "?");
  EXPECT_THAT(read("phu_hop_vi_tri", "một phần").faults, ElementsAre("N208"));
}

TEST(IdCells, AreRepaddedOnlyWhenANumberLostItsZeros) {
  EXPECT_EQ(read("cccd", "019185000123").value, "019185000123");
  EXPECT_EQ(read("cccd", "123456789").value, "123456789");
  const Read padded = read("cccd", "#n:1185000123");
  EXPECT_EQ(padded.value, "001185000123");
  EXPECT_THAT(padded.faults, ElementsAre("N210"));
  EXPECT_EQ(read("cccd", "#n:1.9185000123E10").value, "019185000123");
  EXPECT_THAT(read("cccd", "19185000123").faults, ElementsAre("N209"));
  EXPECT_THAT(read("cccd", "01918500O123").faults, ElementsAre("N209"));
}

TEST(IdCells, SayWhenASpreadsheetRoundedTheNumber) {
  const Read rounded = read("cccd", "1,08E+10");
  EXPECT_THAT(rounded.faults, ElementsAre("N209"));
  EXPECT_THAT(rounded.bound.find("N209")->message, HasSubstr("làm tròn"));
}

TEST(IdCells, NeverShowTheNumber) {
  const Read read = test::read("cccd", "19185000123");
  const diag::Diagnostic& fault = *read.bound.find("N209");
  for (const std::string& text : {fault.message, fault.help, fault.value}) {
    EXPECT_THAT(text, Not(HasSubstr("19185")));
  }
}

TEST(NumberCells, FollowVietnameseWriting) {
  EXPECT_EQ(read("stt", "1.234").value, "1234");
  EXPECT_EQ(read("stt", "12,5").value, "12.5");
  EXPECT_EQ(read("stt", "1.234,5").value, "1234.5");
  EXPECT_EQ(read("stt", "#n:0.30000000000000004").value, "0.3");
  EXPECT_EQ(read("stt", "#n:1E3").value, "1000");
  EXPECT_EQ(read("stt", "7.").value, "7");
  EXPECT_THAT(read("stt", "1,234").faults, ElementsAre("N207"));
  EXPECT_THAT(read("stt", "5a").faults, ElementsAre("N207"));
}

}  // namespace
}  // namespace baocao::table::test
