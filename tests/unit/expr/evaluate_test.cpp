#include "expr/evaluate.hpp"

#include "unit/expr/data.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::expr {
namespace {

using test::Data;
using test::project_schema;
using test::Values;

constexpr Truth no = Truth::no;
constexpr Truth yes = Truth::yes;
constexpr Truth unknown = Truth::unknown;

Context context() {
  Context context;
  context.as_of = *base::Date::from_ymd(2026, 9, 30);
  context.period = *base::Period::parse("2026-Q3");
  context.parameters["tuoi_tre"] = base::Ratio(42);
  return context;
}

Condition bound(std::string_view text, std::string_view table, const Context& with = context()) {
  const auto condition =
      bind_condition(text, project_schema(), *project_schema().find(table), with);
  EXPECT_TRUE(condition) << text << ": " << (condition ? "" : condition.error().front().message);
  return condition.value_or(Condition());
}

std::vector<Truth> run(const Data& data, std::string_view text, std::string_view table = "can_bo") {
  return evaluate(bound(text, table), View(data.dataset));
}

// Of a roster of one person.
Truth of(const Values& person, std::string_view text) {
  Data data;
  data.add("can_bo", data.unit("a", "xa"), person);
  return run(data, text).at(0);
}

std::string reason(const Data& data,
                   std::string_view text,
                   std::string_view table = "can_bo",
                   std::size_t row = 0) {
  const Condition condition = bound(text, table);
  const View view(data.dataset);
  return Explainer(condition, view).reason(row);
}

std::string reason(const Values& person, std::string_view text) {
  Data data;
  data.add("can_bo", data.unit("a", "xa"), person);
  return reason(data, text);
}

TEST(Evaluate, AndOrNotFollowKleene) {
  const std::map<std::string, Truth> operands = {
      {"false", no}, {"true", yes}, {"khoa_hoc_cong_nghe", unknown}};
  for (const auto& [a, left] : operands) {
    EXPECT_EQ(of({}, "not " + a), left == unknown ? unknown : left == yes ? no : yes);
    for (const auto& [b, right] : operands) {
      const Truth both = left == no || right == no     ? no
                         : left == yes && right == yes ? yes
                                                       : unknown;
      const Truth either = left == yes || right == yes ? yes
                           : left == no && right == no ? no
                                                       : unknown;
      EXPECT_EQ(of({}, a + " and " + b), both) << a << b;
      EXPECT_EQ(of({}, a + " or " + b), either) << a << b;
    }
  }
}

TEST(Evaluate, AConditionalIsUnknownOnlyWhenItsBranchesDiffer) {
  EXPECT_EQ(of({}, "true if khoa_hoc_cong_nghe else true"), yes);
  EXPECT_EQ(of({}, "true if khoa_hoc_cong_nghe else false"), unknown);
  EXPECT_EQ(of({{"khoa_hoc_cong_nghe", "không"}}, "true if khoa_hoc_cong_nghe else false"), no);
  EXPECT_EQ(of({{"khoa_hoc_cong_nghe", "có"}}, "true if khoa_hoc_cong_nghe else false"), yes);
}

TEST(Evaluate, OrderedListsCompareByRank) {
  const Values master = {{"trinh_do_chuyen_mon", "thac_si"}};
  EXPECT_EQ(of(master, "trinh_do_chuyen_mon >= thac_si"), yes);
  EXPECT_EQ(of(master, "trinh_do_chuyen_mon > thac_si"), no);
  EXPECT_EQ(of(master, "trinh_do_chuyen_mon < tien_si"), yes);
  EXPECT_EQ(of(master, "trinh_do_chuyen_mon <= dai_hoc"), no);
  EXPECT_EQ(of(master, "dai_hoc < trinh_do_chuyen_mon"), yes);
  EXPECT_EQ(of(master, "trinh_do_chuyen_mon between dai_hoc and thac_si"), yes);
  EXPECT_EQ(of(master, "trinh_do_chuyen_mon == thac_si"), yes);
  EXPECT_EQ(of(master, "trinh_do_chuyen_mon != thac_si"), no);
  EXPECT_EQ(of({}, "trinh_do_chuyen_mon >= thac_si"), unknown);
}

TEST(Evaluate, ASetIsInAListWhenTheyShareAWord) {
  const Values head = {{"chuc_danh", "pho_bi_thu chu_tich_ubnd"}};
  EXPECT_EQ(of(head, "chuc_danh in [bi_thu, pho_bi_thu]"), yes);
  EXPECT_EQ(of(head, "chuc_danh in [bi_thu]"), no);
  EXPECT_EQ(of(head, "chuc_danh not in [bi_thu]"), yes);
  EXPECT_EQ(of({}, "chuc_danh not in [bi_thu]"), unknown);
  EXPECT_EQ(of({{"dan_toc", "tay"}}, "dan_toc in [kinh, tay]"), yes);
  EXPECT_EQ(of({{"dan_toc", "tay"}}, "dan_toc not in [kinh, tay]"), no);
  EXPECT_EQ(of({}, "dan_toc in [kinh, tay]"), unknown);
}

TEST(Evaluate, AgeIsCountedAtTheDayOfTheFigures) {
  EXPECT_EQ(of({{"ngay_sinh", "01/10/1984"}}, "tuoi(ngay_sinh) < tuoi_tre"), yes);
  EXPECT_EQ(of({{"ngay_sinh", "30/9/1984"}}, "tuoi(ngay_sinh) < tuoi_tre"), no);
  EXPECT_EQ(of({{"ngay_sinh", "30/9/1984"}}, "tuoi(ngay_sinh) == 42"), yes);
  EXPECT_EQ(of({{"ngay_sinh", "3/2/1984"}, {"ngay_vao_dang", "2/2/2002"}},
               "tuoi(ngay_sinh, ngay_vao_dang) >= 18"),
            no);
}

TEST(Evaluate, ADateKnownToTheYearDecidesWhatEveryDayOfItAgreesOn) {
  EXPECT_EQ(of({{"ngay_sinh", "1984"}}, "tuoi(ngay_sinh) < tuoi_tre"), unknown);
  EXPECT_EQ(of({{"ngay_sinh", "1984"}}, "tuoi(ngay_sinh) between 41 and 42"), yes);
  EXPECT_EQ(of({{"ngay_sinh", "1984"}}, "tuoi(ngay_sinh) == 42"), unknown);
  EXPECT_EQ(of({{"ngay_sinh", "1984"}}, "tuoi(ngay_sinh) == 43"), no);
  EXPECT_EQ(of({{"ngay_sinh", "1985"}}, "tuoi(ngay_sinh) < tuoi_tre"), yes);
  EXPECT_EQ(of({{"ngay_sinh", "9/1984"}}, "tuoi(ngay_sinh) >= tuoi_tre"), yes);
  EXPECT_EQ(of({{"ngay_sinh", "10/1984"}}, "tuoi(ngay_sinh) >= tuoi_tre"), no);
  EXPECT_EQ(of({{"ngay_sinh", "1984"}}, "ngay_sinh < 1985-01-01"), yes);
  EXPECT_EQ(of({{"ngay_sinh", "1984"}}, "ngay_sinh == 1984-05-01"), unknown);
  EXPECT_EQ(of({{"ngay_sinh", "1984"}}, "ngay_sinh != 1985-05-01"), yes);
  EXPECT_EQ(of({{"ngay_sinh", "1984"}}, "ngay_sinh + 366 > 1984-12-31"), yes);
  EXPECT_EQ(of({{"ngay_sinh", "1984"}}, "ngay_chot - ngay_sinh > 1"), yes);
}

TEST(Evaluate, AYearIsTakenFromADate) {
  EXPECT_EQ(of({{"ngay_sinh", "31/12/1984"}}, "nam(ngay_sinh) == 1984"), yes);
  EXPECT_EQ(of({{"ngay_sinh", "1984"}}, "nam(ngay_sinh) == 1984"), yes)
      << "the year is all it needs";
  EXPECT_EQ(of({{"ngay_sinh", "1984"}}, "nam(ngay_sinh) > 1984"), no);
  EXPECT_EQ(of({}, "nam(ngay_sinh) == 1984"), unknown);
}

TEST(Evaluate, AConditionalNumberIsUnknownWhereItsConditionTipsIt) {
  const std::string text = "stt >= (3 if gioi_tinh == nu else 5)";
  EXPECT_EQ(of({{"stt", "4"}, {"gioi_tinh", "nu"}}, text), yes);
  EXPECT_EQ(of({{"stt", "4"}, {"gioi_tinh", "nam"}}, text), no);
  EXPECT_EQ(of({{"stt", "4"}}, text), unknown);
  EXPECT_EQ(of({{"stt", "6"}}, text), yes) << "both branches agree";
}

TEST(Evaluate, NumbersAreExact) {
  EXPECT_EQ(of({{"stt", "3"}}, "stt / 10 == 0.3"), yes);
  EXPECT_EQ(of({{"stt", "3"}}, "stt * 3 - 2 + -1 == 6"), yes);
  EXPECT_EQ(of({{"stt", "7"}}, "stt % 4 == 3 and -1 % 4 == 3"), yes);
  EXPECT_EQ(of({{"stt", "7"}}, "min(stt, 5) == 5 and max(stt, 5) == 7"), yes);
  EXPECT_EQ(of({{"stt", "7"}}, "stt in [6, 7] and stt not in [8]"), yes);
  EXPECT_EQ(of({{"stt", "7"}}, "nam_bao_cao == 2026 and ngay_chot == 2026-09-30"), yes);
}

TEST(Evaluate, WhatCannotBeCalculatedIsUnknown) {
  EXPECT_EQ(of({{"stt", "0"}}, "1 / stt > 0"), unknown);
  EXPECT_EQ(of({{"stt", "0"}}, "1 % stt > 0"), unknown);
  EXPECT_EQ(of({{"stt", "9000000000000000000"}}, "stt * stt > 0"), unknown);
  EXPECT_EQ(of({{"stt", "9000000"}}, "ngay_chot + stt > ngay_chot"), unknown);
  EXPECT_EQ(of({}, "stt - stt == 0"), unknown);
}

TEST(Evaluate, IsNoneIsNeverUnknown) {
  EXPECT_EQ(of({}, "cccd is none"), yes);
  EXPECT_EQ(of({{"cccd", "1"}}, "cccd is none"), no);
  EXPECT_EQ(of({{"cccd", "1"}}, "cccd is not none"), yes);
  EXPECT_EQ(of({}, "khoa_hoc_cong_nghe is none"), yes);
  EXPECT_EQ(of({}, "chuc_danh is none and stt is none and ngay_sinh is none"), yes);
}

TEST(Evaluate, TextsAreEqualOrNot) {
  EXPECT_EQ(of({{"que_quan", "Phú Lương"}}, "que_quan == 'Phú Lương'"), yes);
  EXPECT_EQ(of({{"que_quan", "Phú Lương"}}, "que_quan != 'Phú Lương'"), no);
  EXPECT_EQ(of({{"que_quan", "Phú Lương"}}, "que_quan in ['a', 'Phú Lương']"), yes);
  EXPECT_EQ(of({}, "que_quan == 'a'"), unknown);
}

TEST(Evaluate, TheUnitOfARowIsReachedFromEveryTable) {
  Data data;
  const auto commune = data.unit("a", "xa");
  const auto ward = data.unit("b", "phuong");
  data.add("can_bo", ward, {});
  data.add("can_bo", commune, {{"gioi_tinh", "nu"}});
  data.add("can_bo", table::Table::no_unit, {});
  data.add("danh_gia", commune, {}, 1);
  data.add("danh_gia", ward, {}, table::Table::no_person);
  EXPECT_THAT(run(data, "don_vi.loai == phuong"), testing::ElementsAre(yes, no, unknown));
  EXPECT_THAT(run(data, "don_vi.loai == xa", "danh_gia"), testing::ElementsAre(yes, no));
  EXPECT_THAT(run(data, "can_bo.gioi_tinh == nu", "danh_gia"), testing::ElementsAre(yes, unknown));
  EXPECT_THAT(run(data, "don_vi.loai == xa and loai == xa", "don_vi"),
              testing::ElementsAre(yes, no));
}

TEST(Evaluate, ThePeriodHasItsWord) {
  Data data;
  const auto unit = data.unit("a", "xa");
  data.add("danh_gia", unit, {{"ky", "q3"}}, 0);
  data.add("danh_gia", unit, {{"ky", "ca_nam"}}, 0);
  data.add("danh_gia", unit, {}, 0);
  const View view(data.dataset);
  const auto in = [&](std::string_view period) {
    Context other = context();
    other.period = *base::Period::parse(period);
    return evaluate(bound("ky == ky_bao_cao", "danh_gia", other), view);
  };
  EXPECT_THAT(in("2026-Q3"), testing::ElementsAre(yes, no, unknown));
  EXPECT_THAT(in("2026"), testing::ElementsAre(no, yes, unknown));
  // No word stands for a half-year or a month: no row is of that period.
  EXPECT_THAT(in("2026-H1"), testing::ElementsAre(no, no, unknown));
  EXPECT_THAT(in("2026-07"), testing::ElementsAre(no, no, unknown));
}

// One person with gradings; the table is supplied even when there are none.
Truth graded(const std::vector<Values>& gradings, std::string_view text) {
  Data data;
  const auto unit = data.unit("a", "xa");
  data.add("can_bo", unit, {});
  data.add("can_bo", unit, {});
  data.supply("danh_gia");
  data.add("danh_gia", unit, {{"xep_loai", "hoan_thanh_xuat_sac"}, {"nam", "2026"}}, 1);
  for (const Values& grading : gradings) {
    data.add("danh_gia", unit, grading, 0);
  }
  return run(data, text).at(0);
}

TEST(Evaluate, ExistsLooksAtTheRecordsOfThePersonAlone) {
  const std::string_view text = "exists(danh_gia where xep_loai >= hoan_thanh_tot)";
  EXPECT_EQ(graded({}, text), no);
  EXPECT_EQ(graded({{{"xep_loai", "hoan_thanh"}}}, text), no);
  EXPECT_EQ(graded({{{"xep_loai", "hoan_thanh_tot"}}}, text), yes);
  EXPECT_EQ(graded({{}}, text), unknown);
  EXPECT_EQ(graded({{}, {{"xep_loai", "hoan_thanh"}}}, text), unknown);
  EXPECT_EQ(graded({{}, {{"xep_loai", "hoan_thanh_tot"}}}, text), yes);
  EXPECT_EQ(graded({{}}, "exists(danh_gia)"), yes);
}

TEST(Evaluate, CountsAndSumsKnowTheirBounds) {
  const std::vector<Values> three = {
      {{"xep_loai", "hoan_thanh_tot"}, {"nam", "2"}}, {{"nam", "3"}}, {{"xep_loai", "hoan_thanh"}}};
  EXPECT_EQ(graded(three, "count(danh_gia) == 3"), yes);
  EXPECT_EQ(graded(three, "count(danh_gia where xep_loai >= hoan_thanh_tot) >= 1"), yes);
  EXPECT_EQ(graded(three, "count(danh_gia where xep_loai >= hoan_thanh_tot) == 2"), unknown);
  EXPECT_EQ(graded(three, "count(danh_gia where xep_loai >= hoan_thanh_tot) > 2"), no);
  EXPECT_EQ(graded(three, "sum(danh_gia.nam where nam is not none) == 5"), yes);
  EXPECT_EQ(graded(three, "sum(danh_gia: nam * 2 where nam is not none) == 10"), yes);
  EXPECT_EQ(graded(three, "sum(danh_gia.nam) >= 0"), unknown);
  EXPECT_EQ(graded({}, "sum(danh_gia.nam) == 0"), yes);
  // The second record may or may not be counted: between 2 and 5.
  const std::string where = " where nam is not none and xep_loai >= hoan_thanh_tot)";
  EXPECT_EQ(graded(three, "sum(danh_gia.nam" + where + " between 2 and 5"), yes);
  EXPECT_EQ(graded(three, "sum(danh_gia.nam" + where + " > 2"), unknown);
}

TEST(Evaluate, LatestTakesTheRecordThatIsCertainlyNewest) {
  const Values old = {{"nam", "2024"}, {"xep_loai", "hoan_thanh"}};
  const Values recent = {{"nam", "2025"}, {"xep_loai", "hoan_thanh_tot"}};
  const std::string_view text = "latest(danh_gia.xep_loai by nam) == hoan_thanh_tot";
  EXPECT_EQ(graded({old, recent}, text), yes);
  EXPECT_EQ(graded({recent, old}, text), yes);
  EXPECT_EQ(graded({old}, text), no);
  EXPECT_EQ(graded({}, text), unknown);
  EXPECT_EQ(graded({recent, {{"nam", "2026"}}}, text), unknown);
  EXPECT_EQ(graded({recent, {{"xep_loai", "hoan_thanh"}}}, text), unknown);
  EXPECT_EQ(graded({recent, recent}, text), unknown);
  EXPECT_EQ(graded({recent, old}, "latest(danh_gia.nam by nam) == 2025"), yes);
  EXPECT_EQ(graded({recent, old}, "latest(danh_gia.nam where nam < 2025 by nam) == 2024"), yes);
}

TEST(Evaluate, AUnitWithoutRowsHasNotReported) {
  Data data;
  const auto with = data.unit("a", "xa");
  const auto no_women = data.unit("b", "xa");
  const auto unclear = data.unit("c", "xa");
  data.unit("d", "xa");
  data.add("can_bo", with, {{"gioi_tinh", "nu"}});
  data.add("can_bo", with, {});
  data.add("can_bo", no_women, {{"gioi_tinh", "nam"}});
  data.add("can_bo", unclear, {{"gioi_tinh", "nam"}});
  data.add("can_bo", unclear, {});
  EXPECT_THAT(run(data, "exists(can_bo where gioi_tinh == nu)", "don_vi"),
              testing::ElementsAre(yes, no, unknown, unknown));
  EXPECT_THAT(run(data, "count(can_bo) == 0", "don_vi"), testing::ElementsAre(no, no, no, unknown));
}

TEST(Evaluate, ATableThatIsNotSuppliedLeavesEverythingUnknown) {
  EXPECT_EQ(of({}, "exists(boi_duong)"), unknown);
  EXPECT_EQ(of({}, "count(boi_duong) == 0"), unknown);
  EXPECT_EQ(of({}, "exists(boi_duong) or true"), yes);
}

TEST(Evaluate, LongTablesAreComputedWhole) {
  Data data;
  const auto unit = data.unit("a", "xa");
  for (int i = 0; i < 3000; ++i) {
    data.add("can_bo", unit, {{"stt", std::to_string(i)}});
  }
  const std::vector<Truth> result = run(data, "stt % 7 == 0");
  ASSERT_EQ(result.size(), 3000U);
  for (std::size_t row = 0; row < result.size(); ++row) {
    EXPECT_EQ(result[row], row % 7 == 0 ? yes : no) << row;
  }
}

TEST(Evaluate, AmountsComeAsIntervals) {
  Data data;
  const auto unit = data.unit("a", "xa");
  data.add("bien_che", unit, {{"duoc_giao", "10"}, {"co_mat", "12"}});
  data.add("bien_che", unit, {{"duoc_giao", "8"}, {"co_mat", "5"}});
  data.unit("b", "xa");
  const auto amount = bind_amount("sum(bien_che: min(co_mat, duoc_giao))",
                                  project_schema(),
                                  *project_schema().find("don_vi"),
                                  context());
  ASSERT_TRUE(amount);
  const std::vector<Interval> amounts = evaluate(*amount, View(data.dataset));
  ASSERT_EQ(amounts.size(), 2U);
  EXPECT_TRUE(amounts[0].exact());
  EXPECT_EQ(amounts[0].low, base::Ratio(15));
  EXPECT_FALSE(amounts[1].known);
}

Interval total(const Data& data, std::string_view text, std::uint16_t unit) {
  const auto amount = bind_unit_total(text, project_schema(), context());
  EXPECT_TRUE(amount) << text;
  return evaluate(*amount, View(data.dataset)).at(unit);
}

TEST(Evaluate, TheTotalOfAUnitIncludesWhatLiesBelow) {
  Data data;
  const auto province = data.unit("19", "tinh");
  const auto a = data.unit("a", "xa", province);
  const auto b = data.unit("b", "xa", province);
  const std::string text = "sum(bien_che.co_mat) / sum(bien_che.duoc_giao)";
  data.add("bien_che", a, {{"duoc_giao", "10"}, {"co_mat", "9"}});
  EXPECT_EQ(total(data, text, a).low, base::Ratio(9, 10));
  EXPECT_FALSE(total(data, text, province).known) << "a unit below has not reported";
  data.add("bien_che", b, {{"duoc_giao", "30"}, {"co_mat", "15"}});
  EXPECT_EQ(total(data, text, b).low, base::Ratio(1, 2));
  EXPECT_EQ(total(data, text, province).low, base::Ratio(24, 40)) << "not the mean of the shares";
}

TEST(Explain, NamesTheValueAndTheRelation) {
  EXPECT_EQ(reason({{"trinh_do_chuyen_mon", "dai_hoc"}}, "trinh_do_chuyen_mon >= thac_si"),
            "Trình độ chuyên môn: Đại học < Thạc sĩ");
  EXPECT_EQ(reason({{"trinh_do_chuyen_mon", "tien_si"}}, "trinh_do_chuyen_mon >= thac_si"),
            "Trình độ chuyên môn: Tiến sĩ ≥ Thạc sĩ");
  EXPECT_EQ(reason({{"ngay_sinh", "30/9/1984"}}, "tuoi(ngay_sinh) < tuoi_tre"),
            "Tuổi theo Ngày sinh: 42 ≥ 42");
  EXPECT_EQ(reason({{"gioi_tinh", "nam"}}, "gioi_tinh == nu"), "Giới tính: Nam ≠ Nữ");
  EXPECT_EQ(reason({{"phu_hop_vi_tri", "không"}}, "phu_hop_vi_tri"),
            project_schema().find("can_bo")->find("phu_hop_vi_tri")->label + ": không");
}

TEST(Explain, NamesWhatIsCalculated) {
  EXPECT_EQ(reason({{"ngay_sinh", "1984"}}, "nam(ngay_sinh) == 1990"),
            "Năm của Ngày sinh: 1984 ≠ 1990");
  Data data;
  data.add("bien_che", data.unit("a", "xa"), {{"duoc_giao", "10"}, {"co_mat", "9"}});
  EXPECT_EQ(reason(data, "sum(bien_che.co_mat) / sum(bien_che.duoc_giao) >= 1", "don_vi"),
            "tổng Biên chế có mặt : tổng Biên chế được giao: 0,9 < 1");
}

TEST(Explain, NamesWhatIsMissing) {
  EXPECT_EQ(reason(Values{}, "trinh_do_chuyen_mon >= thac_si"), "thiếu Trình độ chuyên môn");
  EXPECT_EQ(reason(Values{}, "tuoi(ngay_sinh) < 42"), "thiếu Ngày sinh");
  EXPECT_EQ(reason({{"ngay_sinh", "1984"}}, "tuoi(ngay_sinh) < 42"),
            "Ngày sinh chưa ghi đủ ngày, tháng");
  EXPECT_EQ(reason(Values{}, "chuc_danh in [bi_thu]"), "thiếu Chức vụ, chức danh");
}

TEST(Explain, GivesOnlyTheFactsThatDecide) {
  const std::string_view text = "gioi_tinh == nu and trinh_do_chuyen_mon >= thac_si";
  EXPECT_EQ(reason({{"gioi_tinh", "nu"}, {"trinh_do_chuyen_mon", "dai_hoc"}}, text),
            "Trình độ chuyên môn: Đại học < Thạc sĩ");
  EXPECT_EQ(reason({{"gioi_tinh", "nu"}}, text), "thiếu Trình độ chuyên môn");
  EXPECT_EQ(reason({{"gioi_tinh", "nam"}}, text), "Giới tính: Nam ≠ Nữ");
  EXPECT_EQ(reason({{"gioi_tinh", "nam"}, {"trinh_do_chuyen_mon", "dai_hoc"}}, text),
            "Giới tính: Nam ≠ Nữ; Trình độ chuyên môn: Đại học < Thạc sĩ");
  EXPECT_EQ(reason({{"dan_toc", "kinh"}}, "dan_toc in [tay, nung]"),
            "Dân tộc: Kinh (không thuộc: Tày, Nùng)");
}

TEST(Explain, SpeaksOfRecords) {
  Data data;
  const auto unit = data.unit("a", "xa");
  data.add("can_bo", unit, {});
  data.supply("boi_duong");
  const std::string label = project_schema().find("boi_duong")->label;
  const std::string_view text = "exists(boi_duong where noi_dung == khac)";
  EXPECT_EQ(reason(data, text), "không có dòng phù hợp ở bảng " + label);
  data.add("boi_duong", unit, {}, 0);
  EXPECT_EQ(reason(data, text), "thiếu Nội dung bồi dưỡng");
  data.add("boi_duong", unit, {{"noi_dung", "khac"}}, 0);
  EXPECT_EQ(reason(data, text), "có ở bảng " + label);
  EXPECT_EQ(reason(data, "exists(trang_bi)", "don_vi"),
            "chưa có số liệu ở bảng " + project_schema().find("trang_bi")->label);
}

}  // namespace
}  // namespace baocao::expr
