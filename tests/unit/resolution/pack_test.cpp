#include "resolution/pack.hpp"

#include "diag/render.hpp"
#include "resolution/example.hpp"
#include "unit/schema/project_schema.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::resolution {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const fs::path templates = fs::path(BAOCAO_SOURCE_DIR) / "templates";
const fs::path real_pack = templates / "resolutions/thai-nguyen-cbcx";

std::vector<std::string> texts(const diag::Sink& sink) {
  std::vector<std::string> all;
  for (const diag::Diagnostic& diagnostic : sink.all()) {
    all.push_back(diag::text(diagnostic));
  }
  return all;
}

// A pack folder of its own for each test.
class PackFolder {
 public:
  PackFolder(std::string_view resolution, std::string_view indicators)
      : path_(fs::path(testing::TempDir()) / "baocao_pack" /
              testing::UnitTest::GetInstance()->current_test_info()->name()) {
    fs::remove_all(path_);
    fs::create_directories(path_);
    write("resolution.toml", resolution);
    write("indicators.toml", indicators);
  }

  void write(std::string_view name, std::string_view text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

constexpr std::string_view small_resolution = R"(
title = "t"
name = "n"
issued_by = "i"
first_year = 2026
last_year = 2030
)";

TEST(Pack, TheRealOneLoadsWithoutFaults) {
  diag::Sink sink;
  const auto pack = load(real_pack, sink);
  EXPECT_THAT(texts(sink), IsEmpty());
  ASSERT_TRUE(pack);
  EXPECT_EQ(pack->id, "thai-nguyen-cbcx");
  std::vector<std::string> ids;
  for (const Indicator& indicator : pack->indicators) {
    ids.push_back(indicator.definition.id);
  }
  EXPECT_THAT(ids,
              ElementsAre("1a",
                          "1b",
                          "2a",
                          "2b",
                          "2c",
                          "2d",
                          "3",
                          "4a",
                          "4b",
                          "5a",
                          "5b",
                          "5c",
                          "5d",
                          "5e",
                          "6",
                          "7a",
                          "7b",
                          "8a",
                          "8b",
                          "8c",
                          "8d",
                          "9a",
                          "9b",
                          "10",
                          "X1"));
  EXPECT_EQ(pack->parameters.at("tuoi_tre"), base::Ratio(42));
  EXPECT_EQ(pack->hash.size(), 64U);
}

TEST(Pack, TheRealOneKeepsTheWordingOfItsTargets) {
  diag::Sink sink;
  const auto pack = load(real_pack, sink);
  ASSERT_TRUE(pack);
  const auto target = [&](std::string_view id) {
    for (const Indicator& indicator : pack->indicators) {
      if (indicator.definition.id == id) {
        return indicator.target.threshold->code() + " " +
               (indicator.target.due ? indicator.target.due->iso() : "không hạn");
      }
    }
    return std::string("không có");
  };
  EXPECT_EQ(target("1a"), ">= 100% 2026-12-31");
  EXPECT_EQ(target("1b"), ">= 100% 2028-12-31");
  EXPECT_EQ(target("4b"), "> 95% 2030-12-31");
  EXPECT_EQ(target("5a"), ">= 75% 2030-12-31");
  EXPECT_EQ(target("6"), ">= 10% 2030-12-31");
  EXPECT_EQ(target("7a"), ">= 25% 2030-12-31");
  EXPECT_EQ(target("7b"), ">= 35% 2030-12-31");
  EXPECT_EQ(target("9b"), "> 95% 2030-12-31");
  EXPECT_EQ(target("X1"), ">= 100% không hạn");
}

TEST(Pack, EveryExampleOfTheRealOneHolds) {
  diag::Sink sink;
  const auto pack = load(real_pack, sink);
  ASSERT_TRUE(pack);
  EXPECT_GE(run_examples(*pack, test::project_schema(), sink), pack->indicators.size());
  EXPECT_THAT(texts(sink), IsEmpty());
}

TEST(Pack, EveryFigureOfTheRealOneBinds) {
  diag::Sink sink;
  const auto pack = load(real_pack, sink);
  ASSERT_TRUE(pack);
  const auto plan = indicator::Plan::make(pack->figures,
                                          test::project_schema(),
                                          {base::Date(), base::Period(), pack->parameters},
                                          sink);
  EXPECT_THAT(texts(sink), IsEmpty());
  EXPECT_TRUE(plan);
  std::set<std::size_t> grouped;
  for (const FigureGroup& group : pack->figure_groups) {
    EXPECT_FALSE(group.title.empty());
    grouped.insert(group.figures.begin(), group.figures.end());
  }
  EXPECT_EQ(grouped.size(), pack->figures.size());
}

TEST(Pack, LevelsAreFoundByTheKindOfTheUnit) {
  diag::Sink sink;
  const auto pack = load(real_pack, sink);
  ASSERT_TRUE(pack);
  ASSERT_NE(pack->level_for("tinh"), nullptr);
  EXPECT_EQ(pack->level_for("tinh")->issuer, "BAN TỔ CHỨC");
  EXPECT_EQ(pack->level_for("tinh")->authority, "");
  ASSERT_NE(pack->level_for("phuong"), nullptr);
  EXPECT_EQ(pack->level_for("phuong")->symbol, "BC/ĐU");
  EXPECT_EQ(pack->level_for("phuong")->authority, "T/M BAN THƯỜNG VỤ");
  EXPECT_EQ(pack->level_for("huyen"), nullptr);
}

TEST(Pack, AllFaultsComeAtOnceWithTheirLines) {
  const PackFolder folder(small_resolution, R"(
[[indicator]]
id = "1"
group = "1"
title = "t"
of = "can_bo"
target = "75%"
milestone = { 2028 = "62%", 2031 = ">= 5%" }
wher = "x"

[[indicator]]
id = "1"
group = "1"
title = "t"
of = "can_bo"
)");
  diag::Sink sink;
  EXPECT_FALSE(load(folder.path(), sink));
  const std::vector<std::string> faults = texts(sink);
  ASSERT_EQ(faults.size(), 5U);
  EXPECT_THAT(faults[0], HasSubstr("lỗi[E430]: không hiểu mục tiêu \"75%\""));
  EXPECT_THAT(faults[0], HasSubstr("dòng 7"));
  EXPECT_THAT(faults[1], HasSubstr("không hiểu mục tiêu \"62%\""));
  EXPECT_THAT(faults[2], HasSubstr("mốc \"2031\" không phải là một năm của nghị quyết"));
  EXPECT_THAT(faults[3], HasSubstr("J102"));
  EXPECT_THAT(faults[3], HasSubstr("where"));
  EXPECT_THAT(faults[4], HasSubstr("lỗi[E431]: mã \"1\" đã dùng ở một mục trước"));
  EXPECT_THAT(faults[4], HasSubstr("dòng 12"));
}

TEST(Pack, MilestonesAreReadByYear) {
  const PackFolder folder(small_resolution, R"(
[[indicator]]
id = "1"
group = "1"
title = "t"
of = "can_bo"
target = ">= 75%"
from = 2027-01-01
milestone = { 2027 = ">= 55%", 2028 = "> 62.5%" }
)");
  diag::Sink sink;
  const auto pack = load(folder.path(), sink);
  ASSERT_TRUE(pack);
  const Target& target = pack->indicators.at(0).target;
  EXPECT_EQ(target.milestones.at(2027).code(), ">= 55%");
  EXPECT_EQ(target.milestones.at(2028).code(), "> 62.5%");
  EXPECT_EQ(target.from, base::Date::from_ymd(2027, 1, 1));
}

TEST(Pack, TargetsAreReadAsTheResolutionWordsThem) {
  const PackFolder folder(small_resolution, R"toml(
[[indicator]]
id = "1"
group = "1"
title = "t"
of = "can_bo"
target = "> 50%"
words = "đa số"
yearly = true

[[indicator]]
id = "2"
group = "1"
title = "t"
numerator = "count(can_bo)"
target = ">= 500"
judged_at = ["tinh"]

[[indicator]]
id = "3"
group = "1"
title = "t"
of = "can_bo"
target = ">= count(can_bo where gioi_tinh == nu) / 10"
)toml");
  diag::Sink sink;
  const auto pack = load(folder.path(), sink);
  ASSERT_TRUE(pack) << texts(sink).front();
  EXPECT_EQ(pack->indicators[0].target.threshold->words(), "đa số (trên 50%)");
  EXPECT_TRUE(pack->indicators[0].target.yearly);
  EXPECT_EQ(pack->indicators[1].definition.denominator, "count(can_bo)");
  EXPECT_THAT(pack->indicators[1].target.judged_at, ElementsAre("tinh"));
  EXPECT_EQ(pack->indicators[2].definition.threshold, "count(can_bo where gioi_tinh == nu) / 10");
}

TEST(Pack, StatementsAreFilledInAndNeverJudged) {
  const PackFolder folder(small_resolution, R"(
[[indicator]]
id = "X6"
group = "X"
title = "t"
statement = "Trường Chính trị tỉnh đạt chuẩn mức 2"

[[indicator]]
id = "X7"
group = "X"
title = "t"
of = "can_bo"
statement = "s"
)");
  diag::Sink sink;
  EXPECT_FALSE(load(folder.path(), sink));
  const auto faults = texts(sink);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_THAT(faults[0], HasSubstr("lỗi[E420]"));
  EXPECT_THAT(faults[0], HasSubstr("dòng 13"));
}

TEST(Pack, TargetsThatContradictThemselvesAreFaults) {
  const PackFolder folder(small_resolution, R"(
[[indicator]]
id = "1"
group = "1"
title = "t"
of = "can_bo"
target = ">= 500"
milestone = { 2027 = ">= 5%" }
from = 2028-01-01
due = 2027-12-31

[[indicator]]
id = "2"
group = "1"
title = "t"
of = "can_bo"
words = "đa số"
)");
  diag::Sink sink;
  EXPECT_FALSE(load(folder.path(), sink));
  const auto faults = texts(sink);
  ASSERT_EQ(faults.size(), 3U);
  EXPECT_THAT(faults[0], HasSubstr("sớm hơn ngày ở from"));
  EXPECT_THAT(faults[1], HasSubstr("mốc \">= 5%\" không cùng loại"));
  EXPECT_THAT(faults[2], HasSubstr("words cần đi cùng target"));
}

constexpr std::string_view one_indicator = R"(
[[indicator]]
id = "1"
group = "1"
title = "t"
of = "can_bo"
where = "la_nu"
meets = "tuoi(ngay_sinh) < tuoi_tre"
)";

std::string with_names(std::string_view more) {
  return std::string(small_resolution) + std::string(more);
}

TEST(Pack, NamesWithoutUseAreFaultsAtTheirPlace) {
  const PackFolder folder(with_names(R"(
[parameters]
tuoi_tre = 42
tuoi_gia = 60
[conditions]
la_nu = "gioi_tinh == nu"
thua = "stt > 1"
goi_thua = "thua"
)"),
                          one_indicator);
  diag::Sink sink;
  EXPECT_FALSE(load(folder.path(), sink));
  std::vector<std::string> found;
  for (const diag::Diagnostic& fault : sink.all()) {
    found.push_back(std::string(fault.code.id()) + ":" + std::to_string(fault.span.line) + " " +
                    fault.message);
  }
  EXPECT_THAT(found,
              ElementsAre("E423:10 tham số \"tuoi_gia\" không được dùng ở biểu thức nào",
                          "E424:14 điều kiện \"goi_thua\" không được dùng ở biểu thức nào",
                          "E424:13 điều kiện \"thua\" không được dùng ở biểu thức nào"));
}

TEST(Pack, NamesWithTwoMeaningsAreFaults) {
  const PackFolder folder(with_names(R"(
[parameters]
tuoi_tre = 42
la_nu = 1
nam_dau = 2026
[conditions]
la_nu = "gioi_tinh == nu and stt > nam_dau"
)"),
                          one_indicator);
  diag::Sink sink;
  EXPECT_FALSE(load(folder.path(), sink));
  EXPECT_THAT(texts(sink),
              ElementsAre(HasSubstr("lỗi[E426]: \"la_nu\" vừa là tham số vừa là điều kiện"),
                          HasSubstr("trùng tên có sẵn của chương trình")));
}

TEST(Pack, FaultsInExpressionsNameLineAndColumn) {
  const PackFolder folder(with_names(R"(
[parameters]
tuoi_tre = 42
[conditions]
la_nu = """
gioi_tinh == nu
  and sttt > 1"""
)"),
                          std::string(one_indicator) + "target = \">= 1 / xyz\"\n");
  diag::Sink sink;
  const auto pack = load(folder.path(), sink);
  EXPECT_FALSE(pack) << "\"1 / xyz\" begins with a digit";
  folder.write("indicators.toml", std::string(one_indicator) + "target = \">= xyz\"\n");
  diag::Sink again;
  const auto loaded = load(folder.path(), again);
  ASSERT_TRUE(loaded) << texts(again).front();
  const auto plan = indicator::Plan::make({loaded->indicators[0].definition},
                                          test::project_schema(),
                                          context_of(*loaded, base::Date(), base::Period()),
                                          again);
  EXPECT_FALSE(plan);
  std::vector<std::string> found;
  for (const diag::Diagnostic& fault : again.all()) {
    found.push_back(fs::path(fault.span.file).filename().string() + " " +
                    std::to_string(fault.span.line) + ":" + std::to_string(fault.span.line_column));
  }
  EXPECT_THAT(found, ElementsAre("resolution.toml 13:7", "indicators.toml 9:14"));
}

TEST(Pack, BandsMustGiveEveryNumberExactlyOne) {
  const auto fault = [](std::string_view bands) {
    const PackFolder folder(with_names("[[bands]]\nid = \"do_tuoi\"\ntitle = \"Độ tuổi\"\nby = "
                                       "\"tuoi(ngay_sinh)\"\nband = [" +
                                       std::string(bands) + "]\n"),
                            "");
    diag::Sink sink;
    const auto pack = load(folder.path(), sink);
    return pack ? "đúng " + std::to_string(pack->breakdowns[0].how.bands.size())
                : texts(sink).front();
  };
  EXPECT_EQ(fault(R"({id="a", title="A", below=30}, {id="b", title="B", from=30, below=40},
                     {id="c", title="C", from=40})"),
            "đúng 3");
  EXPECT_THAT(fault(R"({id="a", title="A", below=31}, {id="b", title="B", from=30})"),
              HasSubstr("chồng lên nhau: số 30 thuộc cả hai"));
  EXPECT_THAT(fault(R"({id="a", title="A", below=30}, {id="b", title="B", from=31})"),
              HasSubstr("còn hở: số 30 không thuộc khoảng nào"));
  EXPECT_THAT(fault(R"({id="a", title="A", from=18, below=30}, {id="b", title="B", from=30})"),
              HasSubstr("khoảng đầu không được có from"));
  EXPECT_THAT(fault(R"({id="a", title="A"}, {id="b", title="B", from=30})"),
              HasSubstr("phải ghi below"));
  EXPECT_THAT(fault(R"({id="a", title="A"})"), HasSubstr("E425"));
}

TEST(Pack, GroupsAreReadAsBreakdowns) {
  const PackFolder folder(with_names(R"(
[[group]]
id = "loai_don_vi"
title = "Loại đơn vị"
by = "don_vi.loai"
)"),
                          "");
  diag::Sink sink;
  const auto pack = load(folder.path(), sink);
  ASSERT_TRUE(pack) << texts(sink).front();
  ASSERT_EQ(pack->breakdowns.size(), 1U);
  EXPECT_EQ(pack->breakdowns[0].how.by, "don_vi.loai");
}

TEST(Pack, KindsOfUnitsMustExist) {
  const PackFolder folder(small_resolution, R"(
[[indicator]]
id = "1"
group = "1"
title = "t"
of = "can_bo"
target = ">= 5"
judged_at = ["tin"]
)");
  diag::Sink sink;
  const auto pack = load(folder.path(), sink);
  ASSERT_TRUE(pack) << texts(sink).front();
  run_examples(*pack, test::project_schema(), sink);
  ASSERT_EQ(sink.all().size(), 1U);
  EXPECT_EQ(sink.all()[0].code.id(), "E430");
  EXPECT_EQ(sink.all()[0].help, "ý bạn là \"tinh\"?");
}

TEST(Pack, GroupsThatNoIndicatorKnowsAreFaults) {
  const PackFolder folder(with_names(R"(
[parameters]
tuoi_tre = 42
[conditions]
la_nu = "gioi_tinh == nu"
[[group]]
id = "gioi"
title = "Giới tính"
by = "gioi_tinh"
[[group]]
id = "sai"
title = "Sai"
by = "gioi_tinhh"
)"),
                          one_indicator);
  diag::Sink sink;
  const auto pack = load(folder.path(), sink);
  ASSERT_TRUE(pack) << texts(sink).front();
  run_examples(*pack, test::project_schema(), sink);
  ASSERT_EQ(sink.all().size(), 1U);
  EXPECT_EQ(sink.all()[0].code.id(), "E427");
  EXPECT_EQ(sink.all()[0].span.line, 16U);
  EXPECT_THAT(sink.all()[0].help, HasSubstr("gioi_tinh"));
}

TEST(Pack, AMissingFolderIsNamed) {
  diag::Sink sink;
  EXPECT_FALSE(load(templates / "resolutions/khong-co", sink));
  ASSERT_EQ(sink.all().size(), 2U);
  EXPECT_EQ(sink.all()[0].code.id(), "E432");
  EXPECT_THAT(sink.all()[0].message, HasSubstr("resolution.toml"));
}

TEST(Pack, TheHashCoversEveryFileAndNothingElse) {
  const PackFolder folder(small_resolution, "");
  diag::Sink sink;
  const auto before = load(folder.path(), sink);
  const auto again = load(folder.path(), sink);
  folder.write("report-xa.docx", "bytes");
  const auto after = load(folder.path(), sink);
  ASSERT_TRUE(before && again && after);
  EXPECT_EQ(before->hash, again->hash);
  EXPECT_NE(before->hash, after->hash);
}

TEST(Examples, ADifferentResultIsAFault) {
  const PackFolder folder(small_resolution, R"(
[[indicator]]
id = "7b"
group = "7"
title = "t"
of = "can_bo"
meets = "gioi_tinh == nu"
target = ">= 50%"

[[indicator.example]]
can_bo = [{ gioi_tinh = "nu" }, { gioi_tinh = "nam" }, {}]
n = 2
d = 3
verdict = "met"
)");
  diag::Sink sink;
  const auto pack = load(folder.path(), sink);
  ASSERT_TRUE(pack);
  EXPECT_EQ(run_examples(*pack, test::project_schema(), sink), 1U);
  ASSERT_EQ(sink.all().size(), 1U);
  EXPECT_EQ(sink.all()[0].code.id(), "E433");
  EXPECT_EQ(sink.all()[0].message,
            "chỉ tiêu 7b: ví dụ ghi n = 2, d = 3, unknown = 0, verdict = met nhưng tính ra n = 1, "
            "d = 3, unknown = 1, verdict = undecided");
  EXPECT_EQ(sink.all()[0].span.line, 10U);
}

TEST(Examples, UnitsMayStandBelowEachOtherAndHaveTheirOwnFigure) {
  const PackFolder folder(small_resolution, R"toml(
[[indicator]]
id = "5"
group = "5"
title = "t"
of = "can_bo"
meets = "dan_toc != kinh"
target = ">= sum(bien_che.co_mat) / sum(bien_che.duoc_giao)"
milestone = { 2026 = ">= 50%" }

[[indicator.example]]
don_vi = [{ ma = "t", loai = "tinh" }, { ma = "a", loai = "xa", cap_tren = "t" }]
can_bo = [{ don_vi = "a", dan_toc = "tay" }, { don_vi = "a", dan_toc = "kinh" }]
bien_che = [{ don_vi = "a", duoc_giao = 4, co_mat = 3 }]
n = 1
d = 2
threshold = ">= 75%"
verdict = "not_met"
milestone = "met"

[[indicator.example]]
don_vi = [{ ma = "a", loai = "xa" }, { ma = "b", loai = "xa" }]
can_bo = [{ don_vi = "a", dan_toc = "tay" }]
bien_che = [{ don_vi = "b", duoc_giao = 4, co_mat = 3 }]
unit = "b"
n = 0
d = 0
threshold = ">= 75%"
verdict = "no_data"

[[indicator.example]]
don_vi = [{ ma = "a", loai = "xa" }, { ma = "b", loai = "xa" }]
can_bo = []
bien_che = []
n = 0
d = 0
)toml");
  diag::Sink sink;
  const auto pack = load(folder.path(), sink);
  ASSERT_TRUE(pack) << texts(sink).front();
  EXPECT_EQ(run_examples(*pack, test::project_schema(), sink), 3U);
  EXPECT_THAT(texts(sink), ElementsAre(HasSubstr("cần khóa unit")));
}

TEST(Examples, WhatCannotBeReadIsAFaultAtItsLine) {
  const PackFolder folder(small_resolution, R"(
[[indicator]]
id = "1"
group = "1"
title = "t"
of = "can_bo"

[[indicator.example]]
can_bo = [
  { gioi_tinh = "nux" },
  { ten = "a" },
  { don_vi = "x" },
  { ngay_sinh = "hôm qua" },
  { stt = "một" },
  { khoa_hoc_cong_nghe = "có" },
  5,
]
boi_duong = [{ noi_dung = "khac" }]
danh_gia = 5
period = "quý 3"
n = 0
d = 0
)");
  diag::Sink sink;
  const auto pack = load(folder.path(), sink);
  ASSERT_TRUE(pack);
  run_examples(*pack, test::project_schema(), sink);
  std::vector<std::string> found;
  for (const diag::Diagnostic& diagnostic : sink.all()) {
    found.push_back(std::string(diagnostic.code.id()) + ":" + std::to_string(diagnostic.span.line));
  }
  EXPECT_THAT(found,
              testing::UnorderedElementsAre("E434:20",  // period
                                            "E434:10",
                                            "E434:11",
                                            "E434:12",
                                            "E434:13",
                                            "E434:14",
                                            "E434:15",
                                            "E434:16",
                                            "E434:18",    // a record without a person
                                            "E434:19"));  // not a list
}

}  // namespace
}  // namespace baocao::resolution
