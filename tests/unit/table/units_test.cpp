// Which unit a row belongs to, and the hierarchy itself.
#include "unit/table/sheets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::table::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::vector<std::string> head = {"TT", "Họ và tên", "Ngày sinh", "Chức vụ"};
const std::vector<std::string> person = {"1", "Lê Văn A", "05/3/1985", "BT"};

std::string unit_of(const std::string& title, const std::string& name, Bound& bound) {
  bound = test::bound(files(file("can_bo", name, sheet({{title}, head, person}))));
  return bound.value("can_bo", "don_vi", 0);
}

TEST(UnitOfSheet, IsNamedInTheTitleWithItsAccents) {
  Bound bound;
  EXPECT_EQ(unit_of("ĐẢNG ỦY XÃ VĂN LANG", "a.xlsx", bound), "02143");
  EXPECT_EQ(unit_of("UBND XÃ VĂN LĂNG, TỈNH THÁI NGUYÊN", "a.xlsx", bound), "05665");
  EXPECT_EQ(unit_of("Đơn vị báo cáo: Văn Lăng", "a.xlsx", bound), "05665");
  EXPECT_THAT(bound.faults(), IsEmpty());
}

TEST(UnitOfSheet, IsNamedByTheFile) {
  Bound bound;
  EXPECT_EQ(unit_of("DANH SÁCH", "can-bo/05665-xa-van-lang.xlsx", bound), "05665");
  EXPECT_EQ(unit_of("DANH SÁCH", "can-bo/Xã Văn Lang.xlsx", bound), "02143");
}

TEST(UnitOfSheet, IsNeverGuessedWithoutAccents) {
  Bound bound;
  EXPECT_EQ(unit_of("DANH SÁCH", "can-bo/xa-van-lang.xlsx", bound), "?");
  EXPECT_THAT(bound.faults(), ElementsAre("S108"));
  EXPECT_EQ(bound.table("can_bo").unit[0], Table::no_unit);
}

TEST(UnitOfSheet, TitleAndFileNameThatDifferAreAWarning) {
  Bound bound;
  EXPECT_EQ(unit_of("ĐẢNG ỦY XÃ VĂN LANG", "05665.xlsx", bound), "02143");
  EXPECT_THAT(bound.faults(), ElementsAre("S111"));
}

TEST(UnitOfSheet, TwoUnitsInTheTitleNameNone) {
  Bound bound;
  EXPECT_EQ(unit_of("Xã Văn Lang và xã Văn Lăng", "a.xlsx", bound), "?");
}

TEST(UnitOfSheet, IsSettledByTheJob) {
  File file = test::file("can_bo", "a.xlsx", sheet({{"ĐẢNG ỦY XÃ VĂN LANG"}, head, person}));
  file.unit = "05500";
  const Bound bound = test::bound(files(std::move(file)));
  EXPECT_EQ(bound.value("can_bo", "don_vi", 0), "05500");
}

TEST(UnitOfSheet, SettledByAnUnknownCodeIsAFault) {
  File file = test::file("can_bo", "a.xlsx", sheet({head, person}));
  file.unit = "99999";
  EXPECT_THAT(test::bound(files(std::move(file))).faults(), ElementsAre("S110"));
}

TEST(UnitColumn, TakesCodesAndNamesAndSuggestsTheNearest) {
  const Bound bound = test::bound(files(file("trang_bi",
                                             "trang-bi.csv",
                                             sheet({{"Đơn vị", "Đạt định mức", "Ghi chú"},
                                                    {"Xã Văn Lang", "Có", ""},
                                                    {"#n:5665", "Không", ""},
                                                    {"Đảng ủy phường Bách Quang", "x", ""},
                                                    {"Xã Văn Lâng", "Có", "n"}}))));
  EXPECT_THAT(bound.column("trang_bi", "don_vi"), ElementsAre("02143", "05665", "05500", "?"));
  EXPECT_THAT(bound.column("trang_bi", "dat_dinh_muc"), ElementsAre("có", "không", "có", "có"));
  EXPECT_THAT(bound.faults(), ElementsAre("N217 A5"));
  EXPECT_THAT(bound.find("N217")->help, HasSubstr("Xã Văn Lang"));
}

TEST(Units, FormAHierarchy) {
  const Bound bound = test::bound(files());
  const Units& units = bound.dataset.units;
  ASSERT_EQ(units.all.size(), 4U);
  EXPECT_THAT(units.subtree(0), ElementsAre(0, 1, 2, 3));
  EXPECT_TRUE(units.is_leaf(1));
  EXPECT_FALSE(units.is_leaf(0));
  EXPECT_EQ(units.find_text("văn lăng"), 2);
  EXPECT_EQ(units.find_text("Xã VĂN LANG"), 1);
  EXPECT_EQ(units.find_text("Van Lang"), std::nullopt);
  EXPECT_EQ(bound.table("don_vi").unit[2], 2);
}

TEST(Units, CompleteTheirNamesAndReportWrongParents) {
  const Bound bound = test::bound(only(file("don_vi",
                                            "dv.csv",
                                            sheet({{"Mã", "Tên đơn vị", "Loại", "Cấp trên"},
                                                   {"1", "Tỉnh A", "", ""},
                                                   {"2", "B", "Phường", "1"},
                                                   {"3", "Xã C", "", "9"},
                                                   {"4", "Xã D", "", "4"},
                                                   {"2", "E", "Xã", "1"}}))));
  const auto& all = bound.dataset.units.all;
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0].kind, "tinh");
  EXPECT_EQ(all[1].full_name, "Phường B");
  EXPECT_EQ(all[2].name, "C");
  EXPECT_EQ(all[2].kind, "xa");
  EXPECT_THAT(bound.faults(), ElementsAre("K301 A6", "S114 D4", "S114 D5"));
}

}  // namespace
}  // namespace baocao::table::test
