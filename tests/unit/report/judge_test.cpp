// What is known to be wrong with an expression before there are values.
#include "report/judge.hpp"

#include "expr/parser.hpp"

#include <gmock/gmock.h>

namespace baocao::report {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ShapePtr model() {
  return shape_of(Map{{"ten", "Đại Từ"},
                      {"so", 7},
                      {"ngay", *base::Date::from_ymd(2026, 9, 5)},
                      {"trong", Value()},
                      {"xa", List{Map{{"ten", "A"}, {"n", 1}}, Map{{"ten", "B"}, {"ma", "b"}}}},
                      {"rong", List{}}});
}

Judgement judged(const std::string& source, const ShapePtr& names = model()) {
  const auto tree = expr::parse(source, expr::Dialect::jinja);
  Judgement out;
  if (!tree) {
    ADD_FAILURE() << source << ": " << tree.error().message;
    return out;
  }
  GuessedNames guessed(names);
  judge(**tree, guessed, out);
  return out;
}

std::vector<std::string> codes(const std::string& source, const ShapePtr& names = model()) {
  std::vector<std::string> out;
  for (const EvaluateError& fault : judged(source, names).faults) {
    out.emplace_back(fault.code.id());
  }
  return out;
}

TEST(Judge, FindsNoFaultInWhatCanBeRight) {
  for (const char* source : {"ten",
                             "so + 1 > 3 and ten != 'x'",
                             "xa[0].n | so(1)",
                             "xa | sap_xep('ten') | dau",
                             "(xa | dau).ma",
                             "trong.gi_do + 1",
                             "rong[0].gi_do",
                             "ngay - ngay + so",
                             "ten[:3] ~ so",
                             "khong_co is defined and khong_co.a",
                             "khong_co.a.b is defined and khong_co.a.b",
                             "xa[9][1].ten is undefined",
                             "khong_co | mac_dinh('–')",
                             "(ten[9].a) | d('–')",
                             "ten.upper()",
                             "ngay | ngay_dai",
                             "trong | phan_tram | rong('–')",
                             "xa | loc('n', 5) | do_dai",
                             "so is divisibleby(3)",
                             "so if so else ten",
                             "namespace(a=so).a + 1"}) {
    EXPECT_THAT(codes(source), IsEmpty()) << source;
  }
}

TEST(Judge, FindsUnknownNamesAndMembersWithTheNearest) {
  const auto faults = judged("xa[0].tem ~ tenn").faults;
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].code, diag::Code("T512"));
  EXPECT_THAT(faults[0].help, HasSubstr("ten"));
  EXPECT_EQ(faults[1].code, diag::Code("T511"));
  EXPECT_EQ(faults[1].where.offset, 12U);
  EXPECT_EQ(faults[1].where.length, 4U);
}

TEST(Judge, FindsMembersOfWhatHasNone) {
  EXPECT_THAT(codes("ten.a"), ElementsAre("T512"));
  EXPECT_THAT(codes("xa.ten"), ElementsAre("T512"));
  EXPECT_THAT(codes("so[0]"), ElementsAre("T515"));
  EXPECT_THAT(codes("ten.keys()"), ElementsAre("T514"));
}

TEST(Judge, FindsWhatFailsOnEveryValueOfTheTypes) {
  EXPECT_THAT(codes("ten - so"), ElementsAre("T515"));
  EXPECT_THAT(codes("ten < so"), ElementsAre("T515"));
  EXPECT_THAT(codes("-ten"), ElementsAre("T515"));
  EXPECT_THAT(codes("ten | phan_tram"), ElementsAre("T517"));
  EXPECT_THAT(codes("so | noi"), ElementsAre("T517"));
  EXPECT_THAT(codes("so / 0"), ElementsAre("T516"));
  EXPECT_THAT(codes("xa | sap_xep('ten') | phan_tram"), ElementsAre("T517"));
}

TEST(Judge, FindsMembersThatArgumentsName) {
  EXPECT_THAT(codes("xa | tong('m')"), ElementsAre("T517"));
  EXPECT_THAT(codes("xa | sap_xep('tenn') | noi"), ElementsAre("T517"));
  EXPECT_THAT(codes("xa | map(attribute='tenn') | noi"), ElementsAre("T517"));
  EXPECT_THAT(codes("xa | selectattr('nn', 'gt', 3) | do_dai"), ElementsAre("T517"));
  EXPECT_THAT(codes("xa | noi(dau='; ')"), ElementsAre("T517"));
  EXPECT_THAT(codes("xa | tong('n') + (xa | map(attribute='ma') | do_dai)"), IsEmpty());
  EXPECT_THAT(codes("xa | selectattr('n', 'gt', 3) | noi('; ')"), IsEmpty());
  EXPECT_THAT(codes("rong | tong('m')"), IsEmpty());
}

TEST(Judge, NeedsNoModelForFiltersTestsFunctionsAndArguments) {
  EXPECT_THAT(codes("x.y | sao", nullptr), ElementsAre("T513"));
  EXPECT_THAT(codes("x is la_lung", nullptr), ElementsAre("T514"));
  EXPECT_THAT(codes("ham(x)", nullptr), ElementsAre("T514"));
  EXPECT_THAT(codes("x.lam_gi()", nullptr), ElementsAre("T514"));
  EXPECT_THAT(codes("x | so(1, 2)", nullptr), ElementsAre("T517"));
  EXPECT_THAT(codes("x | replace('a')", nullptr), ElementsAre("T517"));
  EXPECT_THAT(codes("x | loc", nullptr), ElementsAre("T517"));
  EXPECT_THAT(codes("x is divisibleby", nullptr), ElementsAre("T517"));
  EXPECT_THAT(codes("x / 0", nullptr), ElementsAre("T516"));
  EXPECT_THAT(codes("loop.index", nullptr), ElementsAre("T511"));
  EXPECT_THAT(codes("x.y + z | so", nullptr), IsEmpty());
}

TEST(Judge, TellsAllFaultsOfAnExpression) {
  EXPECT_THAT(codes("mot | hai + ba.bon | nam"), ElementsAre("T511", "T513", "T511", "T513"));
}

TEST(Judge, KnowsTheLoop) {
  GuessedNames names(nullptr);
  names.enter_loop({.path = {"xa", "[]"}});
  const auto faults = [&](const std::string& source) {
    Judgement out;
    judge(**expr::parse(source), names, out);
    return out.faults.size();
  };
  EXPECT_EQ(faults("loop.index"), 0U);
  EXPECT_EQ(faults("loop.previtem.ten"), 0U);
  EXPECT_EQ(faults("loop.cycle('a', 'b')"), 0U);
  EXPECT_EQ(faults("loop.indx"), 1U);
  EXPECT_EQ(faults("loop.cicle('a')"), 1U);
}

std::vector<UseKind> uses(const std::string& source, const Path& path) {
  std::vector<UseKind> kinds;
  for (const Use& use : judged(source, nullptr).uses) {
    if (use.path == path) {
      kinds.push_back(use.kind);
    }
  }
  return kinds;
}

TEST(Judge, TellsWhatNamesAreUsedFor) {
  EXPECT_THAT(uses("x | phan_tram", {"x"}), Contains(UseKind::number));
  EXPECT_THAT(uses("x | ngay", {"x"}), Contains(UseKind::date));
  EXPECT_THAT(uses("x | hinh(40)", {"x"}), Contains(UseKind::picture));
  EXPECT_THAT(uses("x == 'met'", {"x"}), Contains(UseKind::text));
  EXPECT_THAT(uses("x * 2", {"x"}), Contains(UseKind::number));
  EXPECT_THAT(uses("not x", {"x"}), Contains(UseKind::condition));
  EXPECT_THAT(uses("x.a['b'] + 1", {"x", "a"}), Contains(UseKind::map));
  EXPECT_THAT(uses("x.a['b'] + 1", {"x", "a", "b"}), Contains(UseKind::number));
  EXPECT_THAT(uses("x | sap_xep('n') | noi", {"x"}), Contains(UseKind::list));
}

}  // namespace
}  // namespace baocao::report
