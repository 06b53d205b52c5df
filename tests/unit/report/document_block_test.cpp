#include "report/document_block.hpp"

#include "report/evaluate.hpp"

#include <gtest/gtest.h>

namespace baocao::report {
namespace {

const base::Date cut_off = *base::Date::from_ymd(2026, 12, 31);
const std::string date_gap = "\u00A0\u00A0\u00A0\u00A0";
const std::string gap = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";

std::string shown(const Document& document, std::string_view key) {
  return printed(*document_block(document, cut_off).find(key));
}

Document draft() {
  Document document;
  document.symbol = "BC/ĐU";
  document.place = "Công Hải";
  return document;
}

TEST(DocumentBlock, LeavesBlanksForNumberAndDate) {
  EXPECT_EQ(shown(draft(), "so_ky_hieu"), gap + "-BC/ĐU");
  EXPECT_EQ(shown(draft(), "dia_danh_ngay"),
            "Công Hải, ngày" + date_gap + "tháng" + date_gap + "năm\u00A02027");
  EXPECT_TRUE(document_block(draft(), cut_off).find("so")->is_none());
}

TEST(DocumentBlock, WritesNumberAndDateAsTheRulesSay) {
  Document document = draft();
  document.number = 5;
  document.date = base::Date::from_ymd(2026, 2, 5);
  EXPECT_EQ(shown(document, "so_ky_hieu"), "05-BC/ĐU");
  EXPECT_EQ(shown(document, "dia_danh_ngay"), "Công Hải, ngày 05 tháng 02 năm 2026");
  document.number = 1250;
  EXPECT_EQ(shown(document, "so_ky_hieu"), "1250-BC/ĐU");
}

TEST(DocumentBlock, EndsEachRecipientWithASemicolonAndTheLastWithAPeriod) {
  Document document = draft();
  document.recipients = {"Tỉnh ủy (báo cáo),", "Các chi bộ;", "Lưu Văn phòng Đảng ủy"};
  EXPECT_EQ(shown(document, "noi_nhan"), "Tỉnh ủy (báo cáo);, Các chi bộ;, Lưu Văn phòng Đảng ủy.");
}

}  // namespace
}  // namespace baocao::report
