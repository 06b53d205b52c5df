// The appendices of the pack on a model of the real shape, read back by openpyxl.
#include "base/file.hpp"
#include "diag/render.hpp"
#include "sample_model.hpp"
#include "workbook_facts.hpp"
#include "xlsx/appendix.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::xlsx {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class PackAppendices : public ::testing::Test {
 protected:
  std::string render(const Value& model, std::string_view level, Audience audience) {
    const auto toml = base::read_file(BAOCAO_SOURCE_DIR
                                      "/templates/resolutions/thai-nguyen-cbcx/appendices.toml");
    diag::Sink sink;
    const auto appendices = Appendices::load(toml.value_or(""), "appendices.toml", sink);
    EXPECT_TRUE(appendices.has_value()) << diag::json(sink.all());
    if (!appendices) {
      return {};
    }
    auto bytes = appendices->render(model, level, audience, scratch_.path());
    EXPECT_TRUE(bytes.has_value()) << (bytes ? "" : diag::text(bytes.error()));
    return bytes.value_or("");
  }

  std::vector<std::string> read(std::string_view level, Audience audience, int communes = 3) {
    return facts(render(sample_model(communes, level), level, audience), scratch_);
  }

  Scratch scratch_;
};

TEST_F(PackAppendices, ProvinceHasFourSheetsAndTheInternalListOnlyWhenAsked) {
  const auto open = read("tinh", Audience::outward);
  for (const char* sheet :
       {"I. Chỉ tiêu|", "II. Theo xã, phường|", "III. Cơ cấu|", "IV. Lỗi dữ liệu|"}) {
    EXPECT_TRUE(any_starts_with(open, sheet));
  }
  EXPECT_THAT(open, Not(Contains(HasSubstr("Nguyễn Thị Thu Hà"))));
  EXPECT_TRUE(
      has(read("tinh", Audience::internal), "V. Nội bộ|E10|text|Nguyễn Thị Thu Hà|General"));
}

// The list of exceptions stands last and only when there are any; names stay inside.
TEST_F(PackAppendices, ExceptionsArePrintedWhenThereAreAny) {
  using report::List;
  using report::Map;
  EXPECT_THAT(read("tinh", Audience::outward), Not(Contains(HasSubstr("Ngoại lệ"))));
  Map map = *sample_model(3, "tinh").map();
  Map exception{{"ma", "K310"},
                {"quy_tac", "tuoi-toi-da"},
                {"noi_dung", "đã 68 tuổi, trên 65"},
                {"don_vi", "Xã Văn Lăng"},
                {"ly_do", "kéo dài"},
                {"nguoi_cho_phep", "Trần Thị Bình"},
                {"den_het", *base::Date::from_ymd(2026, 12, 31)},
                {"so_luong", 2},
                {"ho_ten", "Lê Thị An"},
                {"noi", "a.csv, ô B2"}};
  for (auto& [name, value] : map) {
    if (name.starts_with("ngoai_le")) {
      value = List{exception};
    }
  }
  const auto open = facts(render(map, "tinh", Audience::outward), scratch_);
  EXPECT_TRUE(has(open, "V. Ngoại lệ|D10|number|2|#,##0"));
  EXPECT_THAT(open, Not(Contains(HasSubstr("Lê Thị An"))));
  EXPECT_TRUE(has(facts(render(map, "tinh", Audience::internal), scratch_),
                  "VII. Ngoại lệ, nội bộ|C10|text|Lê Thị An|General"));
}

TEST_F(PackAppendices, EachIndicatorSaysHowManyUnitsItIsOf) {
  const auto lines = read("tinh", Audience::outward);
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|I14|text|91/92|General"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|I14|fill|FFFFF2CC"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|I20|text|–|General"));
}

TEST_F(PackAppendices, TasksArePrintedWhenTheJobHasTheirTable) {
  using report::List;
  using report::Map;
  EXPECT_THAT(read("tinh", Audience::outward), Not(Contains(HasSubstr("Nhiệm vụ|"))));
  const auto due = *base::Date::from_ymd(2026, 6, 30);
  Map map = *sample_model(3, "tinh").map();
  for (auto& [name, value] : map) {
    if (name == "tong_nhiem_vu") {
      value = Map{{"co_bang", true}, {"den_het", *base::Date::from_ymd(2026, 12, 31)}};
    } else if (name == "nhiem_vu") {
      value = List{Map{{"ma", "III.3"},
                       {"ten", "Trang bị máy móc"},
                       {"chu_tri", Value()},
                       {"thoi_han", "hằng năm"},
                       {"han", due},
                       {"trang_thai", "overdue"},
                       {"trang_thai_loi", "quá hạn"},
                       {"da_xong", false},
                       {"tre_han", true},
                       {"gan_han", false},
                       {"ngay_hoan_thanh", Value()},
                       {"minh_chung", Value()},
                       {"ghi_chu", "chờ vốn"}}};
    }
  }
  const auto lines = facts(render(map, "tinh", Audience::outward), scratch_);
  EXPECT_TRUE(has(lines, "V. Nhiệm vụ|D11|text|Không nêu|General"));
  EXPECT_THAT(lines, Not(Contains(HasSubstr("VI."))));
  EXPECT_TRUE(has(lines, "V. Nhiệm vụ|F11|date|2026-06-30|dd/mm/yyyy"));
  EXPECT_TRUE(has(lines, "V. Nhiệm vụ|G11|fill|FFFBE3D6"));
  EXPECT_TRUE(has(lines, "V. Nhiệm vụ|I11|text|chờ vốn|General"));
}

TEST_F(PackAppendices, CommuneHasNoMatrix) {
  const auto lines = read("xa", Audience::outward, 0);
  EXPECT_TRUE(any_starts_with(lines, "II. Cơ cấu|"));
  EXPECT_THAT(lines, Not(Contains(HasSubstr("Theo xã, phường"))));
}

TEST_F(PackAppendices, PercentagesAreFormulasWithTheirValueCached) {
  const auto lines = read("tinh", Audience::outward);
  // Target 5a: d = 2327 / 3 + 3 = 778, n = 778 * 73 / 140 = 405.
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|A14|text|5a|General"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|E14|number|405|#,##0"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|F14|number|778|#,##0"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|G14|formula|=IF(F14=0,\"\",E14/F14)|0.0%"));
  EXPECT_TRUE(any_starts_with(lines, "I. Chỉ tiêu|G14|cached|0.52056555269922"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|K14|text|chưa đạt|General"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|K14|fill|FFFBE3D6"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|L14|number|179|#,##0"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|M14|date|2030-12-31|dd/mm/yyyy"));
}

TEST_F(PackAppendices, MissingFiguresAreWordsNotFormulas) {
  const auto lines = read("tinh", Audience::outward);
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|G20|text|không có dữ liệu|General"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|N20|text|Thiếu dữ liệu: Trang bị|General"));
  EXPECT_FALSE(any_starts_with(lines, "I. Chỉ tiêu|E20|"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|J19|text|không nêu mức|General"));
}

TEST_F(PackAppendices, MatrixDividesTheFiguresRightOfThePrintArea) {
  const auto lines = read("tinh", Audience::outward);
  EXPECT_TRUE(has(lines, "II. Theo xã, phường|page|area|$A$1:$N$16"));
  EXPECT_TRUE(has(lines, "II. Theo xã, phường|C12|formula|=IF(P12=0,\"\",O12/P12)|0.0%"));
  EXPECT_TRUE(has(lines, "II. Theo xã, phường|B12|text|Toàn tỉnh|General"));
  EXPECT_TRUE(has(lines, "II. Theo xã, phường|F13|formula|=IF(V13=0,\"\",U13/V13)|0.0%"));
  EXPECT_TRUE(has(lines, "II. Theo xã, phường|F13|fill|FFFBE3D6"));
  EXPECT_TRUE(has(lines, "II. Theo xã, phường|C14|text|–|General"));
}

TEST_F(PackAppendices, DataThatLooksLikeAFormulaStaysText) {
  const auto lines = read("tinh", Audience::outward);
  EXPECT_TRUE(has(lines, "IV. Lỗi dữ liệu|H10|text|=HYPERLINK(\"x\")|General"));
  EXPECT_TRUE(has(lines, "IV. Lỗi dữ liệu|H11|text|+84 912|General"));
  EXPECT_TRUE(has(lines, "IV. Lỗi dữ liệu|H12|text|-1|General"));
  EXPECT_TRUE(has(lines, "IV. Lỗi dữ liệu|H13|text|@SUM(A1)|General"));
  EXPECT_THAT(lines, Not(Contains(AllOf(StartsWith("IV."), HasSubstr("|formula|")))));
}

TEST_F(PackAppendices, CompositionIsGrouped) {
  const auto lines = read("tinh", Audience::outward);
  EXPECT_TRUE(has(lines, "III. Cơ cấu|A10|text|Giới tính (cấp ủy viên)|General"));
  EXPECT_TRUE(has(lines, "III. Cơ cấu|D12|formula|=IF(C12=0,\"\",B12/C12)|0.0%"));
  EXPECT_TRUE(has(lines, "III. Cơ cấu|D14|text|không có dữ liệu|General"));
}

TEST_F(PackAppendices, PagesAreReadyToPrint) {
  const auto lines = read("tinh", Audience::outward);
  EXPECT_TRUE(
      has(lines, "book|Phụ lục báo cáo quý III năm 2026, Tỉnh Thái Nguyên|BAN TỔ CHỨC|2026-10-05"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|page|paper|9"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|page|orientation|landscape"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|page|fit|1x0"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|page|titles|$9:$10"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|page|freeze|D11"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|page|header|&P"));
  EXPECT_TRUE(has(lines, "I. Chỉ tiêu|A4|text|Phụ lục I|General"));
  EXPECT_TRUE(has(
      lines, "I. Chỉ tiêu|A6|text|(Kèm theo Báo cáo số 125-BC/BTCTU, ngày 05/10/2026)|General"));
  EXPECT_TRUE(has(lines, "IV. Lỗi dữ liệu|page|filter|A8:J13"));
}

TEST_F(PackAppendices, SameModelGivesSameBytes) {
  EXPECT_EQ(render(sample_model(20), "tinh", Audience::internal),
            render(sample_model(20), "tinh", Audience::internal));
}

}  // namespace
}  // namespace baocao::xlsx
