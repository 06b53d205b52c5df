#include "pdf/table.hpp"

#include "pdf/fault.hpp"
#include "pdf/summary.hpp"
#include "unit/pdf/poppler.hpp"

#include <numeric>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::pdf {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

const FontSet& fonts() {
  static const FontFiles files = FontFiles::find().value();
  return files.set();
}

base::Bytes drawn_alone(TableContent content) {
  Document document(fonts(), "Bảng");
  Flow flow(document, a4_portrait);
  std::vector<ElementPtr> elements;
  elements.push_back(std::make_unique<Table>(std::move(content)));
  lay_out(elements, flow);
  flow.write_footers("Chân trang");
  return document.finish().value();
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) {
    ++found;
  }
  return found;
}

TEST(SolveWidths, ShareSpareRoomByWhatColumnsWant) {
  EXPECT_THAT(solve_widths({{10, 20}, {10, 60}}, 160), ElementsAre(40, 120));
}

TEST(SolveWidths, KeepTheLongestWordWhenRoomIsShort) {
  const auto widths = solve_widths({{30, 30}, {20, 200}}, 100);
  EXPECT_THAT(widths, ElementsAre(30, 70));
}

TEST(SolveWidths, NeverExceedTheWidth) {
  const auto widths = solve_widths({{80, 90}, {120, 300}}, 100);
  EXPECT_THAT(std::accumulate(widths.begin(), widths.end(), 0.0), DoubleNear(100, 1e-9));
  EXPECT_THAT(widths, ElementsAre(40, 60));
}

TEST(Table, RepeatsItsHeadOnEveryPage) {
  TableContent content;
  content.columns = {{.title = "Mã"}, {.title = "Tên đơn vị"}};
  for (int i = 1; i <= 120; ++i) {
    content.rows.push_back({"m" + std::to_string(i), std::string("Xã Văn Lang")});
  }
  const base::Bytes pdf = drawn_alone(std::move(content));
  const int pages = page_count(pdf);
  EXPECT_GE(pages, 2);
  const std::string text = extracted_text(pdf);
  EXPECT_EQ(times(text, "Tên đơn vị"), static_cast<std::size_t>(pages));
  EXPECT_EQ(times(text, "Xã Văn Lang"), 120U);
  EXPECT_THAT(text, testing::HasSubstr("Trang 1/" + std::to_string(pages)));
  EXPECT_THAT(text, testing::HasSubstr("Trang " + std::to_string(pages) + "/"));
}

TEST(Table, ShrinksItsLettersToStayOnThePage) {
  TableContent content;
  content.columns = {{.title = "Chỉ tiêu"}};
  content.font_size = 12;
  content.least_font_size = 6;
  for (int i = 0; i < 48; ++i) {
    content.rows.push_back({std::string("Cán bộ có trình độ đại học")});
  }
  EXPECT_EQ(page_count(drawn_alone(content)), 1);
  content.least_font_size = 12;
  EXPECT_EQ(page_count(drawn_alone(content)), 2);
}

TEST(Table, RefusesARowHigherThanAPage) {
  TableContent content;
  content.columns = {{.title = "Ghi chú"}};
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    text += "chữ ";
  }
  content.rows.push_back({text});
  try {
    drawn_alone(std::move(content));
    FAIL() << "the row ran over the edge";
  } catch (const RenderFault& fault) {
    EXPECT_EQ(fault.diagnostic().code.id(), "P105");
  }
}

TEST(Table, KeepsUnwrappedColumnsOnOneLine) {
  TableContent content;
  content.columns = {{.title = "Mục tiêu", .wraps = false}, {.title = "Chỉ tiêu"}};
  content.rows.push_back(
      {std::string("≥ 100%"),
       std::string(
           "Cán bộ được bồi dưỡng năng lực quản trị dữ liệu, kỹ năng quản lý và xử lý hồ sơ "
           "trên môi trường điện tử; cập nhật kiến thức về mô hình chính quyền địa phương "
           "2 cấp; các nội dung khác theo quy định")});
  EXPECT_THAT(extracted_text(drawn_alone(std::move(content))), testing::HasSubstr("≥ 100%"));
}

}  // namespace
}  // namespace baocao::pdf
