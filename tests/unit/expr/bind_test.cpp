#include "expr/bind.hpp"

#include "unit/expr/data.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::expr {
namespace {

using test::project_schema;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

Context context() {
  Context context;
  context.as_of = *base::Date::from_ymd(2026, 9, 30);
  context.period = *base::Period::parse("2026-Q3");
  context.parameters["tuoi_tre"] = base::Ratio(42);
  context.first_year = 2026;
  context.last_year = 2030;
  context.conditions["uy_vien"] = "chuc_danh in [bi_thu, uy_vien_bch]";
  context.conditions["phuong"] = "don_vi.loai == phuong";
  context.conditions["sai"] = "trinh_do_chuyen_mom == dai_hoc";
  context.conditions["vong"] = "vong or uy_vien";
  return context;
}

std::vector<Fault> faults(std::string_view text, std::string_view table = "can_bo") {
  const auto bound =
      bind_condition(text, project_schema(), *project_schema().find(table), context());
  return bound ? std::vector<Fault>() : bound.error();
}

// "E412 14+7: message | help"
std::string fault(std::string_view text, std::string_view table = "can_bo") {
  const std::vector<Fault> found = faults(text, table);
  if (found.size() != 1) {
    return std::to_string(found.size()) + " lỗi";
  }
  const Fault& only = found.front();
  return std::string(only.code.id()) + " " + std::to_string(only.where.offset) + "+" +
         std::to_string(only.where.length) + ": " + only.message + " | " + only.help;
}

TEST(Bind, AcceptsEveryConstruct) {
  for (const std::string_view text : {
           "khoa_hoc_cong_nghe",
           "not khoa_hoc_cong_nghe and true",
           "khoa_hoc_cong_nghe == false",
           "trinh_do_chuyen_mon >= thac_si",
           "thac_si <= trinh_do_chuyen_mon",
           "trinh_do_chuyen_mon between cao_dang and dai_hoc",
           "gioi_tinh != nu or dan_toc not in [kinh, tay]",
           "chuc_danh in [bi_thu, pho_bi_thu]",
           "uy_vien and not uy_vien",
           "tuoi(ngay_sinh) < tuoi_tre",
           "tuoi(ngay_sinh, ngay_vao_dang) >= 18",
           "ngay_sinh < ngay_vao_dang",
           "ngay_bo_nhiem >= ngay_chot - 365",
           "ngay_chot - ngay_sinh > 18 * 365.25",
           "ngay_sinh >= 1960-01-01",
           "stt in [1, nam_bao_cao - 2025]",
           "min(stt, 3) == max(1, -stt) + 2 / 1 % 5",
           "ho_ten != 'x'",
           "cccd is not none or don_vi is none",
           "don_vi.loai == phuong",
           "nam(ngay_sinh) between nam_dau - 42 and nam_cuoi",
           "ngay_bo_nhiem between ngay_dau_ky and ngay_chot",
           "stt >= (3 if don_vi.loai == phuong else 2)",
           "trinh_do_chuyen_mon >= (dai_hoc) if don_vi.loai == phuong else uy_vien",
           "exists(boi_duong where noi_dung == khac)",
           "count(danh_gia) >= 2",
           "latest(danh_gia.xep_loai by nam) >= hoan_thanh",
           "latest(luan_chuyen.tu_ngay where hinh_thuc == luan_chuyen by tu_ngay) >= 2026-01-01",
           "sum(danh_gia.nam) > 0",
           "phuong and don_vi.loai != phuong",
           "latest(danh_gia.nam where ky is none by nam) == 2026",
       }) {
    EXPECT_THAT(faults(text), SizeIs(0)) << text << ": " << fault(text);
  }
  EXPECT_EQ(fault("can_bo.nhom == cong_chuc and ky == ky_bao_cao", "danh_gia"), "0 lỗi");
  EXPECT_EQ(fault("exists(can_bo where gioi_tinh == nu) and don_vi.loai == xa", "don_vi"), "0 lỗi");
  EXPECT_EQ(fault("sum(bien_che: min(co_mat, duoc_giao)) >= sum(bien_che.duoc_giao)", "don_vi"),
            "0 lỗi");
}

TEST(Bind, SyntaxFaultsArePassedOn) {
  EXPECT_EQ(fault("gioi_tinh = nu"), "E410 10+1: so sánh bằng viết là \"==\" | ");
  EXPECT_THAT(fault(""), HasSubstr("E410"));
}

TEST(Bind, UnknownNamesGetTheNearestOne) {
  EXPECT_EQ(fault("trinh_do_chuyen_mom >= thac_si"),
            "E411 0+19: bảng \"can_bo\" không có trường \"trinh_do_chuyen_mom\" | ý bạn là "
            "\"trinh_do_chuyen_mon\"?");
  EXPECT_THAT(fault("tuoi(ngay_sinh) < tuoi_tree"), HasSubstr("ý bạn là \"tuoi_tre\"?"));
  EXPECT_THAT(fault("uy_vienn"), HasSubstr("ý bạn là \"uy_vien\"?"));
  EXPECT_THAT(fault("don_vi.loaii == xa"), HasSubstr("E411"));
  EXPECT_THAT(fault("xa_lac.loai == xa"), HasSubstr("trước dấu \".\" phải là tên một bảng"));
  EXPECT_THAT(fault("exists(danh_giaa)"), HasSubstr("ý bạn là \"danh_gia\"?"));
  EXPECT_THAT(fault("latest(danh_gia.xep by nam) == 1"), HasSubstr("không có trường \"xep\""));
  EXPECT_THAT(fault("exists(danh_gia where gioi_tinh == nu)"),
              HasSubstr("bảng \"danh_gia\" không có trường \"gioi_tinh\""));
}

TEST(Bind, UnknownWordsGetTheNearestOfTheirList) {
  EXPECT_EQ(fault("trinh_do_chuyen_mon >= thac_sy"),
            "E412 23+7: danh mục \"Trình độ chuyên môn\" không có từ khóa \"thac_sy\" | ý bạn là "
            "\"thac_si\"?");
  EXPECT_THAT(fault("chuc_danh in [bi_thu, pho_bithu]"), HasSubstr("E412 22+9"));
  EXPECT_THAT(fault("gioi_tinh == thac_si"),
              HasSubstr("\"thac_si\" là từ khóa của trường \"trinh_do_chuyen_mon\""));
  EXPECT_THAT(fault("ly_luan_chinh_tri between trung_cap and cao_cao"), HasSubstr("E412"));
  EXPECT_THAT(fault("gioi_tinh == ky_bao_cao"), HasSubstr("không có từ khóa \"q3\""));
}

TEST(Bind, TypesMustFit) {
  EXPECT_EQ(fault("stt"), "E413 0+3: chỗ này cần một điều kiện đúng hoặc sai, không phải số | ");
  EXPECT_THAT(fault("stt == ngay_sinh"), HasSubstr("cùng kiểu với vế trái, không phải ngày"));
  EXPECT_THAT(fault("stt == 'a'"), HasSubstr("không phải chữ"));
  EXPECT_THAT(fault("ngach == trinh_do_chuyen_mon"), HasSubstr("E413"));
  EXPECT_THAT(fault("gioi_tinh < nu"), HasSubstr("không có thứ bậc"));
  EXPECT_THAT(fault("ho_ten > 'a'"), HasSubstr("không có thứ bậc"));
  EXPECT_THAT(fault("chuc_danh == bi_thu"), HasSubstr("viết: trường in"));
  EXPECT_THAT(fault("cccd == '1'"), HasSubstr("is none"));
  EXPECT_THAT(fault("don_vi == 'a'"), HasSubstr("don_vi.loai"));
  EXPECT_THAT(fault("stt in 5"), HasSubstr("phải là một danh sách"));
  EXPECT_THAT(fault("stt in []"), HasSubstr("phải là một danh sách"));
  EXPECT_THAT(fault("stt in ['a']"), HasSubstr("E413 8+3"));
  EXPECT_THAT(fault("gioi_tinh in ['nu']"), HasSubstr("từ khóa của danh mục"));
  EXPECT_THAT(fault("stt == none"), HasSubstr("is none"));
  EXPECT_THAT(fault("ho_ten ~ 'a' == 'b'"), HasSubstr("chỉ dùng trong mẫu báo cáo"));
  EXPECT_THAT(fault("ho_ten|upper == 'b'"), HasSubstr("chỉ dùng trong mẫu báo cáo"));
  EXPECT_THAT(fault("ho_ten + 1 == 2"), HasSubstr("cần một số, không phải chữ"));
  EXPECT_THAT(fault("1 + ho_ten == 2"), HasSubstr("cần một số, không phải chữ"));
  EXPECT_THAT(fault("not stt"), HasSubstr("cần một điều kiện"));
  EXPECT_THAT(fault("uy_vien if uy_vien"), HasSubstr("thiếu phần \"else\""));
  EXPECT_THAT(fault("tuoi(stt) > 1"), HasSubstr("cần một ngày, không phải số"));
  EXPECT_THAT(fault("latest(danh_gia.ho_ten by nam) == 'a'"), HasSubstr("E413"));
  EXPECT_THAT(fault("latest(danh_gia.nam by ky) == 1"), HasSubstr("một ngày hoặc một số"));
  EXPECT_THAT(fault("nam == ky_bao_cao", "danh_gia"), HasSubstr("chỉ so sánh được với"));
}

TEST(Bind, TablesMustBeLinked) {
  EXPECT_THAT(fault("exists(bien_che)"), HasSubstr("E414"));
  EXPECT_THAT(fault("exists(can_bo)", "danh_gia"), HasSubstr("E414"));
  EXPECT_THAT(fault("exists(don_vi)", "don_vi"), HasSubstr("E414"));
  EXPECT_THAT(fault("danh_gia.nam == 1"), HasSubstr("dùng exists, count, sum hoặc latest"));
}

TEST(Bind, FunctionsMustExistAndGetTheirValues) {
  EXPECT_THAT(fault("tuoii(ngay_sinh) > 1"), HasSubstr("ý bạn là \"tuoi\"?"));
  EXPECT_THAT(fault("min(1) > 1"), HasSubstr("E415"));
  EXPECT_THAT(fault("tuoi() > 1"), HasSubstr("E415"));
  EXPECT_THAT(fault("stt is even"), HasSubstr("E415"));
  EXPECT_THAT(fault("latest(danh_gia.nam) == 1"), HasSubstr("cần \"by\""));
}

TEST(Bind, AllFaultsOfATextComeAtOnce) {
  EXPECT_THAT(faults("a == 1 and gioi_tinh == b or exists(c where d)"), SizeIs(3));
  EXPECT_THAT(faults("chuc_danh in [x, y, bi_thu]"), SizeIs(2));
  EXPECT_THAT(faults("exists(danh_gia where xa == 1 and nam == gan)"), SizeIs(2));
}

TEST(Bind, FaultsOfANamedConditionStandAtItsName) {
  EXPECT_EQ(fault("uy_vien and sai"),
            "E411 12+3: trong điều kiện \"sai\": bảng \"can_bo\" không có trường "
            "\"trinh_do_chuyen_mom\" | ý bạn là \"trinh_do_chuyen_mon\"?");
  EXPECT_THAT(fault("uy_vien", "danh_gia"), HasSubstr("trong điều kiện \"uy_vien\""));
}

TEST(Bind, ANamedConditionThatNamesItselfIsAFault) {
  EXPECT_EQ(fault("vong"),
            "E422 0+4: trong điều kiện \"vong\": các điều kiện gọi vòng: vong → vong | viết lại để "
            "không điều kiện nào dùng đến chính nó");
}

TEST(Bind, ANameWithTwoMeaningsIsAFault) {
  Context ambiguous = context();
  ambiguous.conditions["stt"] = "gioi_tinh == nu";
  const auto& table = *project_schema().find("can_bo");
  const auto bound = bind_condition("stt > 3", project_schema(), table, ambiguous);
  ASSERT_FALSE(bound);
  EXPECT_EQ(bound.error().front().code.id(), "E426");
  EXPECT_TRUE(bind_condition("uy_vien", project_schema(), table, ambiguous));
}

TEST(Bind, AFaultInANamedConditionKnowsItsPlaceThere) {
  const auto found = faults("uy_vien and sai");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].condition, "sai");
  EXPECT_EQ(found[0].inside.offset, 0U);
  EXPECT_EQ(found[0].inside.length, 19U);
}

TEST(Bind, TellsWhichTablesAreRead) {
  const auto bound = bind_condition("exists(can_bo where exists(danh_gia) and don_vi.loai == xa)",
                                    project_schema(),
                                    *project_schema().find("don_vi"),
                                    context());
  ASSERT_TRUE(bound);
  std::vector<std::string> names;
  for (const std::size_t table : bound->needs) {
    names.push_back(project_schema().tables()[table]->name);
  }
  EXPECT_THAT(names, ElementsAre("can_bo", "danh_gia", "don_vi"));
}

TEST(Bind, DiagnosticsQuoteThePlace) {
  const std::string_view text = "họ == 1";
  const auto found = faults(text);
  ASSERT_THAT(found, SizeIs(1));
  const auto made = diagnostic(found[0], text, "chỉ tiêu 1, khóa meets", {.file = "f", .line = 3});
  EXPECT_EQ(made.code.id(), "E411");
  EXPECT_EQ(made.message, "chỉ tiêu 1, khóa meets: bảng \"can_bo\" không có trường \"họ\"");
  EXPECT_THAT(made.notes, ElementsAre("trong biểu thức: họ == 1 (từ ký tự 1, chỗ \"họ\")"));
  EXPECT_EQ(made.span.line, 3U);
}

}  // namespace
}  // namespace baocao::expr
