#include "job/marked_files.hpp"

#include "base/file.hpp"
#include "base/sha256.hpp"

#include <filesystem>
#include <string>

#include <gmock/gmock.h>

namespace baocao::job {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class MarkedFilesTest : public testing::Test {
 protected:
  MarkedFilesTest()
      : folder_(fs::path(testing::TempDir()) /
                testing::UnitTest::GetInstance()->current_test_info()->name()) {
    fs::remove_all(folder_);
  }

  ~MarkedFilesTest() override { fs::remove_all(folder_); }

  InputFile file(const std::string& name, const std::string& text) {
    EXPECT_TRUE(base::write_file(folder_ / "in" / name, text));
    return {name, base::sha256_hex(text), folder_ / "in", name};
  }

  static diag::Diagnostic fault(const std::string& file) {
    diag::Diagnostic made{.code = "N204", .message = "=sai; \"1\"", .help = "sửa"};
    made.span = {.file = file, .cell = "B2", .row = 2};
    return made;
  }

  fs::path folder_;
};

TEST_F(MarkedFilesTest, WritesNoCopyOfAFileThatChangedMeanwhile) {
  Checked checked;
  checked.files = {file("a.csv", "Họ tên,Ngày sinh\nAn,1985\n")};
  checked.faults.add(fault("a.csv"));
  file("a.csv", "Họ tên,Ngày sinh\n\nAn,1985\n");
  const MarkedFiles written = write_marked_files(checked, folder_ / "out", {});
  ASSERT_EQ(written.faults.all().size(), 1U);
  EXPECT_EQ(written.faults.all()[0].code.id(), "X714");
  EXPECT_FALSE(fs::exists(folder_ / "out" / "a.csv.xlsx"));
  EXPECT_TRUE(fs::exists(folder_ / "out" / "rejects.csv"));
}

TEST_F(MarkedFilesTest, KeepsThePathsBelowTheSharedFolderAndLeavesOutCleanFiles) {
  Checked checked;
  checked.files = {file("x/a.csv", "Họ tên,Ngày sinh\nAn,1985\n"),
                   file("y/a.csv", "Họ tên,Ngày sinh\nAn,1986\n"),
                   file("y/b.csv", "Họ tên,Ngày sinh\nAn,1987\n")};
  checked.faults.add(fault("x/a.csv"));
  checked.faults.add(fault("y/a.csv"));
  const MarkedFiles written = write_marked_files(checked, folder_ / "out", {});
  EXPECT_THAT(written.copies, testing::ElementsAre("x/a.csv.xlsx", "y/a.csv.xlsx"));
  EXPECT_EQ(written.clean, 1U);
}

TEST_F(MarkedFilesTest, WritesFieldsThatNoProgramTakesForFormulas) {
  Checked checked;
  checked.faults.add(fault("a.csv"));
  EXPECT_THAT(rejects_csv(checked),
              HasSubstr("\r\na.csv;;2;B2;;N204;error;\"'=sai; \"\"1\"\"\";;;sửa;\r\n"));
}

}  // namespace
}  // namespace baocao::job
