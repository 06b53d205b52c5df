#include "job/cut.hpp"

#include <gmock/gmock.h>

namespace baocao::job {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const char* const job_text =
    "resolution = \"thai-nguyen-cbcx\"\nperiod = \"2026-Q3\"\nas_of = 2026-09-30\nunit = \"19\"\n"
    "[acknowledge]\nK310 = \"chờ hồ sơ\"\n"
    "[files]\ndon_vi = \"don-vi.csv\"\ncan_bo = [\"can-bo/*.csv\"]\ndanh_gia = \"danh-gia.csv\"\n";

// Two communes: one has its own roster, the other shares one with a third.
base::Folder::Files province() {
  return {
      {"job.toml", job_text},
      {"don-vi.csv",
       "code,name,full_name,type,parent\n19,Thái Nguyên,Tỉnh Thái Nguyên,tinh,\n"
       "02143,Văn Lang,Xã Văn Lang,xa,19\n05665,Văn Lăng,Xã Văn Lăng,xa,19\n"
       "05710,Phú Lương,Xã Phú Lương,xa,19\n"},
      {"can-bo/02143.csv",
       "ho_ten,ngay_sinh,gioi_tinh,chuc_danh,don_vi\nNguyễn Văn An,02/03/1980,Nam,Bí thư,02143\n"},
      {"can-bo/chung.csv",
       "ho_ten,ngay_sinh,gioi_tinh,chuc_danh,trinh_do_chuyen_mon,cccd,don_vi\n"
       "\"Lò Thị \"\"Mai\"\"\",05/1985,Nữ,\"Bí thư, Chủ tịch HĐND\",Thạc sĩ,019185001234,05665\n"
       "Hà Văn Bình,1990,Nam,Phó Bí thư,,,05665\n"
       "Trần Văn Cường,01/01/1979,Nam,Bí thư,Đại học,,05710\n"},
      {"danh-gia.csv",
       "don_vi,ho_ten,ngay_sinh,nam,ky,xep_loai\n"
       "02143,Nguyễn Văn An,02/03/1980,2026,Quý III,Hoàn thành tốt nhiệm vụ\n"}};
}

class CutTest : public testing::Test {
 protected:
  // The codes of what stands against the cut.
  std::vector<std::string> make(const base::Folder::Files& files, const char* code) {
    diag::Sink fatal;
    auto job = load_job_file(
        {std::make_shared<const base::Folder::Files>(files), "tinh"}, "job.toml", fatal);
    auto loaded = load(std::move(*job), options_, fatal);
    EXPECT_TRUE(loaded) << fatal.all().front().message;
    whole_ = std::move(*loaded);
    computed_ = std::move(*compute(*whole_, options_, fatal));
    unit_ = *whole_->dataset.units.find_code(code);
    auto made = cut(*whole_, *computed_, unit_, options_, fatal);
    EXPECT_EQ(made.has_value(), !fatal.has_errors());
    if (made) {
      cut_ = std::move(*made);
    }
    std::vector<std::string> codes;
    for (const diag::Diagnostic& fault : fatal.all()) {
      codes.emplace_back(fault.code.id());
    }
    return codes;
  }

  std::string text_of(const std::string& name) const {
    return cut_.loaded->job.folder.read(name).value_or("");
  }

  const Options options_{.templates = std::string(BAOCAO_SOURCE_DIR "/templates"), .progress = {}};
  std::unique_ptr<Loaded> whole_;
  std::unique_ptr<Computed> computed_;
  std::uint16_t unit_ = 0;
  Cut cut_;
};

TEST_F(CutTest, MarksFewPersonsAsTheWholeJobDoes) {
  ASSERT_THAT(make(province(), "02143"), IsEmpty());
  EXPECT_EQ(cut_.loaded->job.small_cells_below, std::nullopt);
  base::Folder::Files files = province();
  files.at("job.toml") += "[privacy]\nsmall_cells_below = 3\n";
  ASSERT_THAT(make(files, "02143"), IsEmpty());
  EXPECT_EQ(cut_.loaded->job.small_cells_below, 3);
}

TEST_F(CutTest, KeepsOwnFilesAndTablesOfUnitsAsDelivered) {
  ASSERT_THAT(make(province(), "02143"), IsEmpty());
  EXPECT_EQ(text_of("can-bo/02143.csv"), province().at("can-bo/02143.csv"));
  EXPECT_EQ(text_of("don-vi.csv"), province().at("don-vi.csv"));
  EXPECT_EQ(text_of("danh-gia.csv"), province().at("danh-gia.csv"))
      << "all its rows are the unit's";
  EXPECT_FALSE(cut_.loaded->job.folder.contains("can-bo/chung.csv"));
  EXPECT_THAT(cut_.extracts, IsEmpty());
  EXPECT_EQ(cut_.loaded->job.unit, "02143");
  EXPECT_EQ(cut_.loaded->job.acknowledge.at("K310").reason, "chờ hồ sơ");
}

TEST_F(CutTest, TakesItsRowsOutOfASharedList) {
  ASSERT_THAT(make(province(), "05665"), IsEmpty());
  EXPECT_THAT(cut_.extracts, ElementsAre("trich/can_bo.csv", "trich/danh_gia.csv"));
  const std::string roster = text_of("trich/can_bo.csv");
  EXPECT_THAT(roster, HasSubstr("Hà Văn Bình"));
  EXPECT_THAT(roster, Not(HasSubstr("Trần Văn Cường")));
  EXPECT_FALSE(cut_.loaded->job.folder.contains("can-bo/02143.csv"));
  EXPECT_THAT(text_of("trich/danh_gia.csv"), Not(HasSubstr("Nguyễn Văn An")));
}

// Every value of every type, known or not, as it was.
TEST_F(CutTest, ReadsBackTheSameValues) {
  ASSERT_THAT(make(province(), "05665"), IsEmpty());
  const table::Table& before = *whole_->dataset.find("can_bo");
  const table::Table& now = *cut_.loaded->dataset.find("can_bo");
  ASSERT_EQ(now.rows, 2U);
  std::size_t row = 0;
  for (std::size_t i = 0; i < before.rows; ++i) {
    if (before.unit[i] != unit_) {
      continue;
    }
    for (std::size_t field = 0; field < before.columns.size(); ++field) {
      const table::Column& a = before.columns[field];
      const table::Column& b = now.columns[field];
      const std::string where = a.field->key + " " + std::to_string(row);
      ASSERT_EQ(a.has(i), b.has(row)) << where;
      if (a.has(i)) {
        EXPECT_TRUE(a.texts.empty() || a.texts[i] == b.texts[row]) << where;
        EXPECT_TRUE(a.dates.empty() || a.dates[i] == b.dates[row]) << where;
        EXPECT_TRUE(a.codes.empty() || a.codes[i] == b.codes[row]) << where;
        EXPECT_TRUE(a.sets.empty() || a.sets[i] == b.sets[row]) << where;
        EXPECT_TRUE(a.numbers.empty() || a.numbers[i] == b.numbers[row]) << where;
      }
    }
    ++row;
  }
  EXPECT_EQ(row, 2U);
}

TEST_F(CutTest, LosesNoFaultOfACell) {
  auto files = province();
  std::string& roster = files["can-bo/chung.csv"];
  roster.replace(roster.find("05/1985"), 7, "31/02/1985");
  EXPECT_THAT(make(files, "05665"), ElementsAre("G210"));
  EXPECT_THAT(make(files, "02143"), IsEmpty()) << "a fault of another unit";
}

TEST_F(CutTest, LosesNoException) {
  auto files = province();
  std::string& roster = files["can-bo/02143.csv"];
  roster.replace(roster.find("1980"), 4, "1955");
  std::string& gradings = files["danh-gia.csv"];
  gradings.replace(gradings.find("1980"), 4, "1955");
  files["overrides.toml"] =
      "[[override]]\nrule = \"tuoi-toi-da\"\n"
      "record = { don_vi = \"02143\", ho_ten = \"Nguyễn Văn An\", ngay_sinh = 1955-03-02 }\n"
      "reason = \"được kéo dài\"\nby = \"Trần Thị Bình\"\nuntil = 2026-12-31\n";
  EXPECT_THAT(make(files, "02143"), ElementsAre("G210"));
  EXPECT_THAT(make(files, "05665"), IsEmpty());
}

TEST_F(CutTest, NeedsPersonsOfTheUnit) {
  auto files = province();
  files.erase("can-bo/02143.csv");
  files["danh-gia.csv"] = "don_vi,ho_ten,ngay_sinh,nam,ky,xep_loai\n";
  EXPECT_THAT(make(files, "02143"), ElementsAre("G210"));
}

}  // namespace
}  // namespace baocao::job
