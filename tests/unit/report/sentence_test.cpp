#include "report/sentence.hpp"

#include <gtest/gtest.h>

namespace baocao::report {
namespace {

using base::Date;
using resolution::Finding;
using resolution::Threshold;

const std::vector<std::string> nothing_missing;
const std::vector<std::string> training_missing = {"boi_duong"};

class Sentence : public ::testing::Test {
 protected:
  // A finding judged as the program judges it.
  Finding finding(const char* target, indicator::Counts counts) {
    indicator_.definition.counted = "đồng chí";
    indicator_.target.threshold = target ? Threshold::parse(target) : std::nullopt;
    result_.counts = {counts};
    result_.rows = {rows_};
    return resolution::finding(indicator_, result_, 0, "xa", *Date::from_ymd(2026, 9, 30));
  }

  resolution::Indicator indicator_;
  indicator::Result result_;
  std::uint32_t rows_ = 1;
};

TEST_F(Sentence, SaysHowManyAreLackingWhenTheTargetIsNotMet) {
  EXPECT_EQ(sentence(finding(">= 75%", {.n = 127, .d = 274}), {}),
            "127/274 đồng chí, đạt 46,4%, chưa đạt mục tiêu từ 75% trở lên, còn thiếu 79 đồng chí");
  EXPECT_EQ(sentence(finding("> 95%", {.n = 95, .d = 100}), {}),
            "95/100 đồng chí, đạt 95%, chưa đạt mục tiêu trên 95%, còn thiếu 01 đồng chí");
}

TEST_F(Sentence, SaysThatTheTargetIsMet) {
  const Finding met = finding(">= 75%", {.n = 75, .d = 100});
  EXPECT_EQ(sentence(met, {}), "75/100 đồng chí, đạt 75%, đạt mục tiêu từ 75% trở lên");
  EXPECT_EQ(verdict_key(met), "met");
  EXPECT_EQ(verdict_words(met), "đạt");
  EXPECT_EQ(share_words(met), "75%");
}

TEST_F(Sentence, ShowsEnoughDecimalsToAgreeWithTheVerdict) {
  EXPECT_EQ(sentence(finding(">= 75%", {.n = 7498, .d = 10000}), {}),
            "7.498/10.000 đồng chí, đạt 74,98%, chưa đạt mục tiêu từ 75% trở lên, còn thiếu 02 "
            "đồng chí");
  EXPECT_EQ(sentence(finding(">= 100%", {.n = 4999, .d = 5000}), {}),
            "4.999/5.000 đồng chí, đạt 99,98%, chưa đạt mục tiêu 100%, còn thiếu 01 đồng chí");
}

TEST_F(Sentence, SaysWhatIsUnknown) {
  EXPECT_EQ(sentence(finding(">= 75%", {.n = 124, .d = 274, .u1 = 3}), {}),
            "124/274 đồng chí, đạt 45,3% (có 03 đồng chí chưa rõ, tỷ lệ trong khoảng 45,3% đến "
            "46,4%), chưa đạt mục tiêu từ 75% trở lên, còn thiếu 82 đồng chí");
}

TEST_F(Sentence, LeavesOutAnIntervalTooNarrowToPrint) {
  EXPECT_EQ(sentence(finding(">= 25%", {.n = 358, .d = 2327, .u2 = 1}), {}),
            "358/2.327 đồng chí, đạt 15,4% (có 01 đồng chí chưa rõ), chưa đạt mục tiêu từ 25% trở "
            "lên, còn thiếu 224 đồng chí");
}

TEST_F(Sentence, DoesNotDecideWhatTheUnknownLeaveOpen) {
  const Finding open = finding(">= 50%", {.n = 48, .d = 100, .u1 = 4});
  EXPECT_EQ(sentence(open, {}),
            "48/100 đồng chí, đạt 48% (có 04 đồng chí chưa rõ, tỷ lệ trong khoảng 48% đến 52%), "
            "chưa đủ dữ liệu để kết luận theo mục tiêu từ 50% trở lên");
  EXPECT_EQ(verdict_words(open), "chưa đủ dữ liệu");
}

TEST_F(Sentence, GivesNoIntervalWhileAnAmountIsMissing) {
  EXPECT_EQ(sentence(finding(">= 50%", {.n = 48, .d = 100, .open = 1}), {}),
            "48/100 đồng chí, đạt 48% (có 01 đồng chí chưa rõ, chưa tính được khoảng của tỷ lệ), "
            "chưa đủ dữ liệu để kết luận theo mục tiêu từ 50% trở lên");
}

TEST_F(Sentence, NamesTheMissingTable) {
  Finding without = finding(">= 100%", {});
  without.missing_tables = &training_missing;
  EXPECT_EQ(sentence(without, {"Kết quả bồi dưỡng"}),
            "không có dữ liệu (chưa có bảng Kết quả bồi dưỡng)");
  EXPECT_EQ(verdict_words(without), "không có dữ liệu");
}

TEST_F(Sentence, TellsAnEmptyPopulationFromMissingData) {
  const Finding empty = finding(">= 100%", {});
  EXPECT_EQ(sentence(empty, {}), "không có đối tượng");
  EXPECT_EQ(verdict_words(empty), "không có đối tượng");
  EXPECT_TRUE(is_empty_population(empty));
}

TEST_F(Sentence, WaitsUntilTheTargetIsDue) {
  indicator_.target.from = Date::from_ymd(2027, 1, 1);
  const Finding early = finding(">= 10%", {.n = 1, .d = 100});
  EXPECT_EQ(sentence(early, {}),
            "1/100 đồng chí, đạt 1%, chưa đến thời điểm đánh giá (từ ngày 01/01/2027)");
  EXPECT_EQ(verdict_words(early), "chưa đến hạn");
}

TEST_F(Sentence, DrawsNoConclusionWithoutAThreshold) {
  const Finding unjudged = finding(nullptr, {.n = 12, .d = 276});
  EXPECT_EQ(sentence(unjudged, {}),
            "12/276 đồng chí, đạt 4,3%, nghị quyết không nêu mức nên không kết luận");
  EXPECT_EQ(verdict_key(unjudged), "none");
  EXPECT_EQ(verdict_words(unjudged), "không xét");
}

TEST_F(Sentence, CountsWhenTheTargetIsACount) {
  EXPECT_EQ(sentence(finding(">= 30", {.n = 21, .d = 300, .u1 = 2}), {}),
            "21 đồng chí (có 02 đồng chí chưa rõ, kết quả trong khoảng 21 đến 23), chưa đạt mục "
            "tiêu từ 30 trở lên, còn thiếu 09 đồng chí");
  EXPECT_EQ(sentence(finding("<= 2", {.n = 5, .d = 5}), {}),
            "5 đồng chí, chưa đạt mục tiêu không quá 2, vượt 03 đồng chí");
}

TEST_F(Sentence, TellsACountOfNothingFromNoReport) {
  EXPECT_EQ(sentence(finding(">= 8", {}), {}),
            "0 đồng chí, chưa đạt mục tiêu từ 8 trở lên, còn thiếu 08 đồng chí");
  rows_ = 0;
  const Finding silent = finding(">= 8", {});
  EXPECT_EQ(sentence(silent, {}), "không có dữ liệu (đơn vị chưa nộp)");
  EXPECT_EQ(verdict_words(silent), "không có dữ liệu");
}

TEST_F(Sentence, SaysWhetherAStatementWasMade) {
  indicator_.statement = "đạt chuẩn mức 2";
  EXPECT_EQ(sentence(finding(nullptr, {.n = 1, .d = 1}), {}),
            "đã có nhận định của người có thẩm quyền");
  EXPECT_EQ(share_words(finding(nullptr, {.n = 1, .d = 1})), "");
  EXPECT_EQ(sentence(finding(nullptr, {}), {}), "chưa có nhận định");
  EXPECT_EQ(verdict_key(finding(nullptr, {})), "none");
}

TEST_F(Sentence, SaysWhyItDrawsNoConclusion) {
  const Finding about = finding("~ 100", {.n = 96, .d = 96});
  EXPECT_EQ(sentence(about, {}),
            "96 đồng chí, nghị quyết chỉ nêu mức \"khoảng\" nên không kết luận");
  EXPECT_EQ(verdict_key(about), "none");
  indicator_.target.judged_at = {"tinh"};
  EXPECT_EQ(verdict_words(finding(">= 8", {.n = 1, .d = 1})), "không xét");
}

TEST_F(Sentence, RoundsTheFigureOfAUnitWithoutTouchingTheVerdict) {
  const auto own = [this](indicator::Counts counts, base::Ratio figure) {
    result_.thresholds = {{figure, figure, true}};
    return sentence(finding(">= ty_le", counts), {});
  };
  EXPECT_EQ(own({.n = 5, .d = 100}, base::Ratio(4255553, 100000000)),
            "5/100 đồng chí, đạt 5%, đạt mục tiêu từ 4,26% trở lên");
  EXPECT_EQ(own({.n = 4256, .d = 100000}, base::Ratio(4255553, 100000000)),
            "4.256/100.000 đồng chí, đạt 4,3%, đạt mục tiêu từ 4,256% trở lên");
  EXPECT_EQ(own({.n = 2, .d = 3}, base::Ratio(2, 3)),
            "2/3 đồng chí, đạt 66,7%, đạt mục tiêu từ khoảng 66,67% trở lên");
  EXPECT_EQ(own({.n = 1, .d = 3}, base::Ratio(1, 3)),
            "1/3 đồng chí, đạt 33,33%, đạt mục tiêu từ 33,33% trở lên");
}

TEST_F(Sentence, SaysHowManyUnitsHaveHandedIn) {
  schema::Table table;
  table.name = "can_bo";
  table.label = "Danh sách cán bộ";
  Finding partial = finding(">= 75%", {.n = 75, .d = 100, .u1 = 1});
  partial.reporting = {91, 92, &table};
  EXPECT_EQ(sentence(partial, {}),
            "75/100 đồng chí, đạt 75% (91/92 đơn vị có số liệu ở bảng Danh sách cán bộ; có 01 đồng "
            "chí chưa rõ, tỷ lệ trong khoảng 75% đến 76%), đạt mục tiêu từ 75% trở lên");
  partial.reporting = {92, 92, &table};
  EXPECT_EQ(sentence(partial, {}).find("92/92"), std::string::npos);
}

}  // namespace
}  // namespace baocao::report
