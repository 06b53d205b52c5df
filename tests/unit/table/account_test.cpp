// What was taken for what, as it is told to people.
#include "unit/table/sheets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::table::test {
namespace {

using ::testing::HasSubstr;

// The account of the sheet in a place of the file, behind that of the units.
std::string told(File file, std::size_t sheet = 0) {
  for (input::Sheet& each : file.sheets) {
    each.file = file.name;
  }
  return text(bound(files(std::move(file))).dataset.accounts.at(1 + sheet));
}

TEST(SheetAccounts, TellEveryRowAndColumnOfASheet) {
  const std::string told =
      test::told(file("can_bo",
                      "can-bo/a.xlsx",
                      sheet({{"ĐẢNG ỦY XÃ VĂN LANG"},
                             {"TT", "Họ và tên", "Ngày sinh", "", "Chức vụ", "Điện thoại", "Sở"},
                             {"", "", "Nam", "Nữ"},
                             {"1", "2", "3", "4", "5", "6", "7"},
                             {"I. KHỐI ĐẢNG"},
                             {"1", "Lê A", "1985", "", "BT", "0912", "x"},
                             {"2", "Lê B", "", "1986", "CV"},
                             {},
                             {"", "Tổng cộng"},
                             {"", "", "", "", "Người lập"}},
                            {{1, 2, 1, 3}})));
  EXPECT_EQ(told,
            "can-bo/a.xlsx, trang \"Danh sách\": bảng \"Danh sách cán bộ\", 2 dòng được tính\n"
            "  đơn vị: Xã Văn Lang (theo đầu trang)\n"
            "  hàng 2-3: tiêu đề\n"
            "  hàng 4: số thứ tự cột\n"
            "  hàng 5: tên nhóm \"KHỐI ĐẢNG\" (Khối: Khối Đảng)\n"
            "  hàng 6-7: số liệu\n"
            "  hàng 8: trống\n"
            "  hàng 9: dòng cộng\n"
            "  hàng 10: phần ký, không đọc\n"
            "  cột A \"TT\": STT\n"
            "  cột B \"Họ và tên\": Họ và tên\n"
            "  cột C \"Ngày sinh > Nam\": Ngày sinh (ghi ở cột này là Giới tính: Nam)\n"
            "  cột D \"Ngày sinh > Nữ\": Ngày sinh (ghi ở cột này là Giới tính: Nữ)\n"
            "  cột E \"Chức vụ\": Chức vụ, chức danh\n"
            "  không dùng: cột F \"Điện thoại\"\n"
            "  không hiểu: cột G \"Sở\"\n");
}

TEST(SheetAccounts, SayHowAColumnIsUnderstood) {
  File file = test::file("can_bo",
                         "02143.xlsx",
                         sheet({{"Họ tên", "NS", "Chức vụ", "Dân tộc", "DT", "Chính trị", ""},
                                {"", "", "", "", "", "Cao cấp", "Trung cấp"},
                                {"Lê A", "1985", "BT", "Tày", "Tày", "x"}}));
  file.columns = {{"NS", "ngay_sinh"}};
  const std::string told = test::told(std::move(file));
  EXPECT_THAT(told, HasSubstr("cột B \"NS\": Ngày sinh (do [columns] nêu)"));
  EXPECT_THAT(told, HasSubstr("Lý luận chính trị (dấu x là Cao cấp)"));
  EXPECT_THAT(told, HasSubstr("không dùng: cột D \"Dân tộc\" (cùng nghĩa với cột khác: Dân tộc)"));
  EXPECT_THAT(told, HasSubstr("đơn vị: Xã Văn Lang (theo tên tệp)"));
}

TEST(SheetAccounts, SayWhyASheetWasNotRead) {
  File file = test::file("can_bo", "a.xlsx", sheet({{"Hướng dẫn"}}));
  file.sheets.push_back(sheet({}));
  file.sheets.push_back(sheet({{"Nháp"}}));
  file.sheets.back().hidden = true;
  EXPECT_EQ(told(std::move(file)), "a.xlsx, trang \"Danh sách\": không đọc vì không có bảng này\n");
  File more = test::file("can_bo", "a.xlsx", sheet({}));
  more.sheets.push_back(sheet({{"Nháp"}}));
  more.sheets.back().hidden = true;
  EXPECT_THAT(told(std::move(more), 1), HasSubstr("không đọc vì trang đang ẩn"));
}

TEST(SheetAccounts, NameDecodedColumnsAndRowsThatWereDropped) {
  input::Sheet list = sheet({{"Họ tên", "Năm sinh", "Chức vụ"},
                             {"Lê A", "1985", "BT"},
                             {"Lê A", "1985", "BT"},
                             {"", "1985", "CV"}});
  list.decoded.push_back({0, text::Legacy::tcvn3, true, 2});
  const std::string told = test::told(file("can_bo", "02143.xlsx", std::move(list)));
  EXPECT_THAT(told, HasSubstr("1 dòng được tính"));
  EXPECT_THAT(told, HasSubstr("hàng 4: có số liệu nhưng không ghi họ tên, bị loại"));
  EXPECT_THAT(
      told, HasSubstr("cột A: chuyển từ mã TCVN3 (ABC) sang Unicode, 2 ô, nhận ra theo phông chữ"));
}

}  // namespace
}  // namespace baocao::table::test
