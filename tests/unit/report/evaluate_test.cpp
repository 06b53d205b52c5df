#include "report/evaluate.hpp"

#include "expr/parser.hpp"
#include "report/tests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::report {
namespace {

using ::testing::HasSubstr;

Value indicator(const char* id, Value share) {
  return Map{{"ma", id}, {"ty_le", std::move(share)}};
}

Value model() {
  return Map{{"ten", "Đại Từ"},
             {"so", 7},
             {"trong", Value()},
             {"ngay", *base::Date::from_ymd(2026, 9, 5)},
             {"chi_tieu", List{indicator("5a", base::Ratio(1, 3)), indicator("5b", Value())}}};
}

tl::expected<Value, EvaluateError> run(const std::string& source, bool lenient = false) {
  const auto tree = expr::parse(source);
  if (!tree) {
    ADD_FAILURE() << source << ": " << tree.error().message;
    return Value();
  }
  const Value values = model();
  Scope scope(values);
  scope.lenient = lenient;
  return evaluate(**tree, scope);
}

std::string shown(const std::string& source, bool lenient = false) {
  const auto value = run(source, lenient);
  return value ? printed(*value) : "[" + std::string(value.error().code.id()) + "]";
}

EvaluateError fault(const std::string& source) {
  auto value = run(source);
  EXPECT_FALSE(value) << source;
  return value ? EvaluateError{{}, "T500", "", ""} : value.error();
}

TEST(Evaluate, ReachesIntoTheModel) {
  EXPECT_EQ(shown("ten"), "Đại Từ");
  EXPECT_EQ(shown("chi_tieu[0].ma"), "5a");
  EXPECT_EQ(shown("chi_tieu[-1]['ma']"), "5b");
  EXPECT_EQ(shown("ten[:3]"), "Đại");
  EXPECT_EQ(shown("ten[0]"), "Đ");
  EXPECT_EQ(shown("ten[-1]"), "ừ");
  EXPECT_EQ(shown("[1, 2, 3][1:]"), "2, 3");
}

TEST(Evaluate, NamesTheNearestNameWhenOneIsUnknown) {
  const EvaluateError error = fault("1 + chi_tiu");
  EXPECT_EQ(error.code, diag::Code("T511"));
  EXPECT_THAT(error.message, HasSubstr("chi_tiu"));
  EXPECT_THAT(error.help, HasSubstr("chi_tieu"));
  EXPECT_EQ(error.where.offset, 4U);
  EXPECT_EQ(error.where.length, 7U);
}

TEST(Evaluate, NamesTheNearestKeyWhenOneIsUnknown) {
  const EvaluateError error = fault("chi_tieu[0].tyle");
  EXPECT_EQ(error.code, diag::Code("T512"));
  EXPECT_THAT(error.help, HasSubstr("ty_le"));
  EXPECT_EQ(shown("chi_tieu[5]"), "[T512]");
  EXPECT_EQ(shown("trong.ten"), "[T512]");
}

TEST(Evaluate, SuggestsFiltersTestsAndFunctions) {
  EXPECT_EQ(fault("so | phan_tam").code, diag::Code("T513"));
  EXPECT_THAT(fault("so | phan_tam").help, HasSubstr("phan_tram"));
  EXPECT_EQ(fault("so is definde").code, diag::Code("T514"));
  EXPECT_THAT(fault("so is definde").help, HasSubstr("defined"));
  EXPECT_EQ(fault("rang(3)").code, diag::Code("T514"));
}

TEST(Evaluate, LenientTurnsUnknownIntoNothing) {
  EXPECT_EQ(shown("khong_co", true), "");
  EXPECT_EQ(shown("khong_co.nua[0]", true), "");
  EXPECT_EQ(shown("khong_co + 1", true), "");
  EXPECT_EQ(shown("1 if khong_co > 3 else 2", true), "2");
  EXPECT_EQ(shown("khong_co is defined", true), "không");
  EXPECT_EQ(shown("so | khong_co_bo_loc", true), "[T513]");
}

TEST(Evaluate, AsksUnknownNamesOnlyWhetherTheyAreDefined) {
  EXPECT_EQ(shown("ten is defined"), "có");
  EXPECT_EQ(shown("trong is defined"), "có");
  EXPECT_EQ(shown("khong_co is defined"), "không");
  EXPECT_EQ(shown("khong_co is not defined"), "có");
  EXPECT_EQ(shown("chi_tieu[0].khong_co is undefined"), "có");
  EXPECT_EQ(shown("khong_co is none"), "[T511]");
  EXPECT_EQ(shown("khong_co | mac_dinh('…')"), "…");
  EXPECT_EQ(shown("(1 + khong_co) | mac_dinh('…')"), "[T511]");
}

TEST(Evaluate, ComputesExactly) {
  EXPECT_EQ(shown("0.1 + 0.2 == 0.3"), "có");
  EXPECT_EQ(shown("(1 / 3) * 3 == 1"), "có");
  EXPECT_EQ(shown("-7 % 3"), "2");
  EXPECT_EQ(shown("12.5"), "12,5");
  EXPECT_EQ(shown("1 / 0"), "[T516]");
  EXPECT_EQ(shown("9000000000000000000 * 9"), "[T516]");
}

TEST(Evaluate, RefusesToCompareWhatHasNoOrder) {
  EXPECT_EQ(fault("trong < 3").code, diag::Code("T515"));
  EXPECT_EQ(fault("so + ten").code, diag::Code("T515"));
  EXPECT_EQ(shown("so == 'bảy'"), "không");
  EXPECT_EQ(shown("trong == none"), "có");
}

TEST(Evaluate, ComparesDatesAndVietnameseTexts) {
  EXPECT_EQ(shown("ngay < 2026-10-01"), "có");
  EXPECT_EQ(shown("ngay - 2026-09-01"), "4");
  EXPECT_EQ(shown("ngay + 1"), "06/09/2026");
  EXPECT_EQ(shown("'Ân' < 'Bình'"), "có");
  EXPECT_EQ(shown("so between 7 and 9"), "có");
  EXPECT_EQ(shown("so between 8 and 9"), "không");
}

TEST(Evaluate, FindsInListsTextsAndMaps) {
  EXPECT_EQ(shown("2 in [1, 2]"), "có");
  EXPECT_EQ(shown("'Từ' in ten"), "có");
  EXPECT_EQ(shown("'ma' not in chi_tieu[0]"), "không");
  EXPECT_EQ(shown("1 in 12"), "[T515]");
}

TEST(Evaluate, SkipsTheSideItDoesNotNeed) {
  EXPECT_EQ(shown("false and khong_co"), "không");
  EXPECT_EQ(shown("so or khong_co"), "7");
  EXPECT_EQ(shown("'a' if so else khong_co"), "a");
  EXPECT_EQ(shown("'a' if trong"), "");
  EXPECT_EQ(shown("not trong"), "có");
}

TEST(Evaluate, GivesFaultsOfFiltersAnAddress) {
  const EvaluateError error = fault("ten | phan_tram");
  EXPECT_EQ(error.code, diag::Code("T517"));
  EXPECT_THAT(error.message, HasSubstr("cần số, nhận được chữ"));
}

TEST(Evaluate, CountsNoTablesInTemplates) {
  EXPECT_EQ(fault("count(can_bo where true)").code, diag::Code("T518"));
}

TEST(Evaluate, InnerFramesHideOuterNames) {
  const Value values = model();
  Scope scope(values);
  scope.push();
  scope.set("ten", "khác");
  const auto tree = expr::parse("ten");
  ASSERT_TRUE(tree);
  EXPECT_EQ(printed(*evaluate(**tree, scope)), "khác");
  scope.pop();
  EXPECT_EQ(printed(*evaluate(**tree, scope)), "Đại Từ");
}

TEST(Evaluate, EveryTestHoldsForItsExample) {
  for (const report::Test& test : all_tests()) {
    EXPECT_EQ(shown(std::string(test.example)), "có") << test.example;
    EXPECT_EQ(find_test(test.name), &test);
  }
}

}  // namespace
}  // namespace baocao::report
