#include "desk/trend.hpp"

#include "unit/archive/example.hpp"

namespace baocao::desk {
namespace {

using archive::act;
using archive::Archive;
using testing::HasSubstr;

constexpr const char* level_keys = R"(
superior = "ĐẢNG BỘ"
issuer = "BAN TỔ CHỨC"
symbol = "BC"
place = "{ten}"
authority = ""
signer_title = "TRƯỞNG BAN"
addressee = "Tỉnh ủy"
recipients = ["Tỉnh ủy"]
)";

std::string resolution_file() {
  return std::string("title = \"thử\"\nname = \"Nghị quyết thử\"\nissued_by = \"Tỉnh ủy\"\n") +
         "first_year = 2024\nlast_year = 2030\n[conditions]\n" +
         "[[level]]\nkey = \"tinh\"\nkinds = [\"tinh\"]" + level_keys +
         "[[level]]\nkey = \"xa\"\nkinds = [\"xa\", \"phuong\"]" + level_keys;
}

// One indicator with its target and more keys.
std::string indicators(const std::string& target, const std::string& more = "") {
  return "[[indicator]]\nid = \"5a\"\ngroup = \"5\"\nclause = \"II.1\"\ntitle = \"Trình độ\"\nof = "
         "\"can_bo\"\n"
         "meets = \"trinh_do_chuyen_mon >= thac_si\"\ncounted = \"đồng chí\"\ntarget = \"" +
         target + "\"\n" + more;
}

class TrendTest : public archive::ArchiveTest {
 protected:
  // Opens the period under these definitions; a unit sends n of `of`, counted by `definition`.
  void add(Archive& archive,
           const std::string& period_code,
           const std::string& text,
           std::int64_t n,
           const std::string& definition,
           std::int64_t of = 4,
           std::int64_t open = 0) {
    definitions = archive
                      .add_definitions({{"resolutions/nq/indicators.toml", text},
                                        {"resolutions/nq/resolution.toml", resolution_file()}},
                                       act(),
                                       sink)
                      .value();
    archive::Period opened = period();
    opened.key = {"nq", period_code};
    opened.as_of = base::Period::parse(period_code)->last();
    ASSERT_TRUE(archive.open_period(opened, act(), sink));
    archive::NewPackage sent = package("05665", 1, period_code);
    sent.key = opened.key;
    sent.as_of = opened.as_of;
    archive::Figure figure{.indicator = "5a", .definition = definition, .unit = "05665"};
    figure.n = n;
    figure.d = of;
    figure.open = open;
    sent.figures = {figure};
    ASSERT_TRUE(archive.register_package(sent, archive::Locked::refuse, act(), sink));
  }

  Trend of(const Archive& archive, const std::string& unit = "") {
    const auto made = trend(archive, {.resolution = "nq", .unit = unit}, sink);
    EXPECT_TRUE(made) << (made ? "" : made.error().message);
    for (const diag::Diagnostic& fault : sink.all()) {
      ADD_FAILURE() << fault.code.id() << " " << fault.message;
    }
    return made.value_or(Trend{});
  }
};

TEST_F(TrendTest, JudgesEachPeriodByTheTargetOfItsTime) {
  Archive archive = created();
  add(archive, "2025", indicators(">= 50%"), 2, "d");
  add(archive, "2026", indicators(">= 75%", "milestone = { 2026 = \">= 50%\" }\n"), 2, "d");
  const Trend made = of(archive);
  ASSERT_EQ(made.points.size(), 1U);
  const TrendPoint& first = made.points[0][0];
  const TrendPoint& second = made.points[0][1];
  EXPECT_EQ(first.target->target + " " + first.target->verdict, "≥ 50% met");
  EXPECT_FALSE(first.milestone);
  EXPECT_EQ(second.target->target + " " + second.target->verdict, "≥ 75% not_met");
  EXPECT_EQ(second.milestone->target + " " + second.milestone->words, "≥ 50% đạt");
  EXPECT_EQ(second.milestone_year, 2026);
  EXPECT_THAT(trend_text(made),
              HasSubstr("2026\t2\t4\t0\t50%\t0\t1\t≥ 75%: chưa đạt; mốc 2026 ≥ 50%: đạt\n"));
}

TEST_F(TrendTest, TellsTheChangeSinceThePeriodOfTheSameKind) {
  Archive archive = created();
  const std::string text = indicators(">= 50%");
  add(archive, "2025", text, 1, "d");
  add(archive, "2026-Q3", text, 3, "d");
  add(archive, "2026-Q4", text, 4, "d");
  add(archive, "2026", text, 2, "d");
  const Trend made = of(archive);
  const auto& figures = made.comparison.indicators[0].figures;
  EXPECT_FALSE(figures[0].change);
  EXPECT_FALSE(figures[1].change);  // the first quarter there is
  EXPECT_EQ(figures[2].change, base::Ratio(1, 4));
  EXPECT_EQ(figures[3].change, base::Ratio(1, 4));
  EXPECT_THAT(trend_json(made),
              HasSubstr("\"series_break\":false,\"change\":\"25\",\"target\":\">= 50%\","));
}

TEST_F(TrendTest, ThePeriodBeforeAYearIsAYear) {
  Archive archive = created();
  const std::string text = indicators(">= 50%");
  add(archive, "2025", text, 1, "d");
  add(archive, "2026-Q4", text, 3, "d");
  const auto before = [&] {
    const report::Value model(compare_model(of(archive).comparison));
    const report::Value* value = model.find("chi_tieu")->list()->front().find("truoc");
    return value->is_none() ? "" : value->number()->decimal();
  };
  EXPECT_EQ(before(), "");  // of the quarter
  add(archive, "2026", text, 2, "d");
  EXPECT_EQ(before(), "0.25");
}

TEST_F(TrendTest, TellsNoChangeAcrossAnotherDefinition) {
  Archive archive = created();
  const std::string text = indicators(">= 50%");
  add(archive, "2024", text, 1, "cũ");
  add(archive, "2025", text, 2, "mới");
  add(archive, "2026", text, 3, "mới");
  const Trend made = of(archive);
  const auto& figures = made.comparison.indicators[0].figures;
  EXPECT_TRUE(figures[1].is_break);
  EXPECT_FALSE(figures[1].change);
  EXPECT_FALSE(figures[2].is_break);
  EXPECT_EQ(figures[2].change, base::Ratio(1, 4));
  EXPECT_THAT(trend_text(made), HasSubstr("50%\t(*)\t"));
  EXPECT_THAT(trend_json(made), HasSubstr("\"series_break\":true,\"change\":null"));
}

TEST_F(TrendTest, DoesNotJudgeAUnitByAFigureForOthers) {
  Archive archive = created();
  add(archive, "2026", indicators(">= 50%", "judged_at = [\"tinh\"]\n"), 3, "d");
  EXPECT_EQ(of(archive).points[0][0].target->verdict, "met");
  EXPECT_EQ(of(archive, "05665").points[0][0].target->verdict, "none");
}

TEST_F(TrendTest, GivesNoValueWhereNothingOrNotAllWasCounted) {
  Archive archive = created();
  add(archive, "2025", indicators(">= 2"), 0, "d", 0);
  add(archive, "2026", indicators(">= 2"), 3, "d", 4, 1);
  const Trend made = of(archive);
  EXPECT_EQ(made.points[0][0].value + " " + made.points[0][0].target->verdict, "– no_data");
  EXPECT_EQ(made.points[0][1].value + " " + made.points[0][1].target->verdict, "– undecided");
  EXPECT_THAT(trend_json(made), testing::Not(HasSubstr("\"value\":\"")));
}

TEST_F(TrendTest, TellsAUnitThatSentNothingFromOneThereIsNot) {
  Archive archive = created();
  add(archive, "2026", indicators(">= 50%"), 3, "d");
  const Trend nothing = of(archive, "05668");
  EXPECT_EQ(nothing.points[0][0].value, "–");
  EXPECT_EQ(nothing.points[0][0].target->verdict, "no_data");
  const auto unknown = trend(archive, {.resolution = "nq", .unit = "99"}, sink);
  EXPECT_EQ(code_of(unknown), "U103");
  EXPECT_EQ(code_of(trend(archive, {.resolution = "nq", .indicator = "5x"}, sink)), "U104");
}

}  // namespace
}  // namespace baocao::desk
