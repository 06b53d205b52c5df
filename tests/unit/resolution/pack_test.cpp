#include "resolution/pack.hpp"

#include "diag/render.hpp"
#include "resolution/example.hpp"
#include "schema/schema.hpp"

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

const schema::Schema& real_schema() {
  static const schema::Schema schema = [] {
    diag::Sink sink;
    auto loaded = schema::Schema::load(templates / "schema", sink);
    if (!loaded) {
      throw std::runtime_error(loaded.error().message);
    }
    return std::move(*loaded);
  }();
  return schema;
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
  EXPECT_GE(run_examples(*pack, real_schema(), sink), pack->indicators.size());
  EXPECT_THAT(texts(sink), IsEmpty());
}

TEST(Pack, EveryFigureOfTheRealOneBinds) {
  diag::Sink sink;
  const auto pack = load(real_pack, sink);
  ASSERT_TRUE(pack);
  const auto plan = indicator::Plan::make(
      pack->figures, real_schema(), {base::Date(), base::Period(), pack->parameters}, sink);
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
  EXPECT_EQ(run_examples(*pack, real_schema(), sink), 1U);
  ASSERT_EQ(sink.all().size(), 1U);
  EXPECT_EQ(sink.all()[0].code.id(), "E433");
  EXPECT_EQ(sink.all()[0].message,
            "chỉ tiêu 7b: ví dụ ghi n = 2, d = 3, unknown = 0, verdict = met nhưng tính ra n = 1, "
            "d = 3, unknown = 1, verdict = undecided");
  EXPECT_EQ(sink.all()[0].span.line, 10U);
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
  run_examples(*pack, real_schema(), sink);
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
