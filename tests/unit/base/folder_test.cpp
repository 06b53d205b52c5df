#include "base/folder.hpp"

#include <filesystem>
#include <string>

#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::base {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

const Folder::Files files{{"job.toml", "job"},
                          {"can-bo/a.xlsx", "A"},
                          {"can-bo/b.xlsx", "B"},
                          {"can-bo/cũ/c.xlsx", "C"},
                          {"can-bo/~$a.xlsx", "lock"},
                          {"can-bo-2/d.xlsx", "D"}};

// The same files on the disk and in memory.
class Folders : public testing::TestWithParam<bool> {
 protected:
  Folders() {
    if (GetParam()) {
      folder_ = Folder(std::make_shared<const Folder::Files>(files), "gói.zip");
      return;
    }
    // Tests run side by side, each in a process of its own.
    disk_ = fs::path(testing::TempDir()) / ("baocao-folder-" + std::to_string(::getpid()));
    fs::remove_all(disk_);
    for (const auto& [name, bytes] : files) {
      EXPECT_TRUE(write_file(disk_ / name, bytes).has_value());
    }
    folder_ = disk_;
  }

  ~Folders() override { fs::remove_all(disk_); }

  fs::path disk_;
  Folder folder_;
};

TEST_P(Folders, ReadFilesByTheirNames) {
  EXPECT_EQ(folder_.read("can-bo/a.xlsx").value(), "A");
  EXPECT_EQ((folder_ / "can-bo").read("cũ/c.xlsx").value(), "C");
  EXPECT_FALSE(folder_.read("can-bo").has_value());
  EXPECT_FALSE(folder_.read("a.xlsx").has_value());
}

TEST_P(Folders, KnowTheirFilesAndTheFoldersBelow) {
  EXPECT_TRUE(folder_.contains("job.toml"));
  EXPECT_TRUE(folder_.contains("can-bo"));
  EXPECT_TRUE((folder_ / "can-bo").contains("cũ"));
  EXPECT_FALSE(folder_.contains("can"));
  EXPECT_FALSE((folder_ / "can-bo").contains("job.toml"));
}

TEST_P(Folders, FindFilesByPatternInByteOrder) {
  EXPECT_THAT(folder_.glob("can-bo/*.xlsx"), ElementsAre("can-bo/a.xlsx", "can-bo/b.xlsx"));
  EXPECT_THAT((folder_ / "can-bo").glob("?.xlsx"), ElementsAre("a.xlsx", "b.xlsx"));
  EXPECT_THAT(folder_.glob("*.csv"), IsEmpty());
  EXPECT_THAT(folder_.glob("*"), ElementsAre("job.toml"));
  EXPECT_THAT(folder_.glob("present or not.csv"), ElementsAre("present or not.csv"));
}

INSTANTIATE_TEST_SUITE_P(OnDiskAndInMemory, Folders, testing::Bool());

TEST(Folder, OfNoNameHoldsNothing) {
  const Folder none;
  EXPECT_FALSE(none.is_named());
  EXPECT_FALSE(none.contains("job.toml"));
}

TEST(Folder, SaysWhereAFileIs) {
  const Folder folder(std::make_shared<const Folder::Files>(files), "gói.zip");
  EXPECT_EQ((folder / "can-bo").path("a.xlsx"), "gói.zip/can-bo/a.xlsx");
}

}  // namespace
}  // namespace baocao::base
