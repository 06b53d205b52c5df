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

TEST(DateCells, RefuseWhatIsNoDate) {
  const Read impossible = read("ngay_sinh", "31/02/1985");
  EXPECT_THAT(impossible.faults, ElementsAre("N204"));
  EXPECT_EQ(impossible.value, "?");
  const diag::Diagnostic& fault = *impossible.bound.find("N204");
  EXPECT_EQ(fault.message, "\"31/02/1985\" không phải là ngày hợp lệ");
  EXPECT_EQ(fault.span.cell, "D2");
  EXPECT_EQ(fault.span.column, "ngay_sinh");
  EXPECT_EQ(fault.unit, "02143");
  EXPECT_THAT(fault.notes, ElementsAre("ô này coi như chưa có số liệu"));
  EXPECT_THAT(read("ngay_sinh", "#n:31045").faults, ElementsAre("N204"));
  EXPECT_THAT(read("ngay_sinh", "không rõ").faults, ElementsAre("N204"));
  EXPECT_THAT(read("ngay_sinh", "05/3/85").faults, ElementsAre("N205"));
  EXPECT_THAT(read("ngay_sinh", "05/3/1085").faults, ElementsAre("N206"));
  EXPECT_THAT(read("ngay_sinh", "#e:#N/A").faults, ElementsAre("N202"));
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
