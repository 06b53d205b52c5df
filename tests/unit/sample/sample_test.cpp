#include "sample/sample.hpp"

#include "base/file.hpp"
#include "sample/profile.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::sample {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

namespace fs = std::filesystem;

const fs::path source = BAOCAO_SOURCE_DIR;

std::map<std::string, std::string> made(int units, int people, std::uint64_t seed) {
  const auto files = make({source / "templates", "thai-nguyen-cbcx", units, people, seed});
  EXPECT_TRUE(files) << files.error().message;
  std::map<std::string, std::string> by_name;
  for (const File& file : files.value_or(std::vector<File>())) {
    by_name[file.name] = file.bytes;
  }
  return by_name;
}

diag::Code refusal(const Request& request) {
  const auto files = make(request);
  EXPECT_FALSE(files);
  return files ? diag::Code("Z000") : files.error().code;
}

TEST(Sample, GivesTheSameBytesForTheSameSeed) {
  EXPECT_EQ(made(4, 120, 9), made(4, 120, 9));
}

TEST(Sample, GivesOtherPeopleForAnotherSeed) {
  EXPECT_NE(made(4, 120, 9).at("danh-gia-2026.xlsx"), made(4, 120, 10).at("danh-gia-2026.xlsx"));
}

TEST(Sample, MakesOneRosterPerCommuneAndEveryList) {
  std::set<std::string> lists;
  int rosters = 0;
  for (const auto& [name, bytes] : made(3, 40, 1)) {
    EXPECT_FALSE(bytes.empty()) << name;
    if (name.starts_with("can-bo/")) {
      ++rosters;
    } else {
      lists.insert(name);
    }
  }
  EXPECT_EQ(rosters, 3);
  EXPECT_EQ(lists,
            (std::set<std::string>{"bien-che.xlsx",
                                   "boi-duong.xlsx",
                                   "danh-gia-2026.xlsx",
                                   "don-vi.csv",
                                   "job.toml",
                                   "luan-chuyen.csv",
                                   "trang-bi.csv"}));
}

TEST(Sample, WritesHowItWasMadeIntoTheJob) {
  const std::string job = made(3, 40, 77).at("job.toml");
  EXPECT_THAT(job, HasSubstr("--units 3 --people 40 --seed 77"));
  EXPECT_THAT(job, Not(HasSubstr("{units}")));
}

TEST(Sample, RefusesMoreCommunesThanTheResolutionHas) {
  EXPECT_EQ(refusal({source / "templates", "thai-nguyen-cbcx", 93, 5000, 1}), diag::Code("M102"));
  EXPECT_EQ(refusal({source / "templates", "thai-nguyen-cbcx", 0, 5000, 1}), diag::Code("M102"));
}

TEST(Sample, RefusesTooFewOrTooManyPeople) {
  EXPECT_EQ(refusal({source / "templates", "thai-nguyen-cbcx", 10, 49, 1}), diag::Code("M103"));
  EXPECT_EQ(refusal({source / "templates", "thai-nguyen-cbcx", 1, 1001, 1}), diag::Code("M103"));
}

TEST(Sample, RefusesAResolutionWithoutSamples) {
  EXPECT_EQ(refusal({source / "templates", "khong-co", 1, 50, 1}), diag::Code("M101"));
}

// A copy of the data files in which one thing can be spoilt.
class SpoiltData : public ::testing::Test {
 protected:
  // Tests run side by side: each has a folder of its own.
  void SetUp() override {
    std::string pattern = (fs::path(::testing::TempDir()) / "baocao-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    for (const char* part : {"sample", "resolutions/thai-nguyen-cbcx"}) {
      fs::create_directories(folder_ / part);
      for (const auto& entry : fs::directory_iterator(source / "templates" / part)) {
        if (entry.path().extension() == ".toml" || entry.path().extension() == ".csv") {
          fs::copy_file(entry.path(), folder_ / part / entry.path().filename());
        }
      }
    }
  }

  void TearDown() override { fs::remove_all(folder_); }

  void replace(const std::string& file, const std::string& what, const std::string& with) {
    std::string text = base::read_file(folder_ / file).value();
    const auto at = text.find(what);
    ASSERT_NE(at, std::string::npos);
    text.replace(at, what.size(), with);
    ASSERT_TRUE(base::write_file(folder_ / file, text));
  }

  diag::Diagnostic fault() const {
    const auto files = make({folder_, "thai-nguyen-cbcx", 2, 60, 1});
    EXPECT_FALSE(files);
    return files ? diag::Diagnostic{.code = "Z000"} : files.error();
  }

  fs::path folder_;
};

TEST_F(SpoiltData, CountsThatDoNotAddUpAreNamed) {
  replace("resolutions/thai-nguyen-cbcx/sample.toml", "nu = 472", "nu = 471");
  EXPECT_EQ(fault().code, diag::Code("M104"));
  EXPECT_THAT(fault().message,
              HasSubstr("\"gioi_tinh\" của nhóm \"cap_uy\" cộng lại là 2326, không phải 2327"));
}

TEST_F(SpoiltData, AWeightThatIsNoNumberIsRefused) {
  replace("sample/names.csv", "38400", "nhiều");
  EXPECT_EQ(fault().code, diag::Code("M104"));
}

TEST_F(SpoiltData, AMisspeltKeyIsRefused) {
  replace("resolutions/thai-nguyen-cbcx/sample.toml", "vacancies", "vacancy");
  EXPECT_EQ(fault().code, diag::Code("J103"));
}

// The committed inputs are what the generator makes; regenerate them with the command that stands
// in their job.toml.
TEST(CommittedInputs, AreMadeByTheGenerator) {
  const Profile profile = load_profile(source / "templates", "thai-nguyen-cbcx").value();
  const fs::path folder = source / "inputs/thai-nguyen-cbcx-2026-q3";
  const auto files = made(profile.units, profile.people, profile.seed);
  for (const auto& [name, bytes] : files) {
    const auto committed = base::read_file(folder / name);
    ASSERT_TRUE(committed) << name;
    EXPECT_TRUE(*committed == bytes) << name << " differs from what the generator makes";
  }
  std::size_t committed_files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    committed_files += entry.is_regular_file() ? 1U : 0U;
  }
  EXPECT_EQ(committed_files, files.size());
}

TEST(CommittedInputs, AreSmall) {
  for (const auto& entry :
       fs::directory_iterator(source / "inputs/thai-nguyen-cbcx-2026-q3/can-bo")) {
    EXPECT_LT(entry.file_size(), 25U * 1024U) << entry.path().filename();
  }
}

}  // namespace
}  // namespace baocao::sample
