#include "base/file.hpp"

#include "base/parallel.hpp"
#include "base/sha256.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

namespace baocao::base {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  Files() {
    std::string pattern = (fs::temp_directory_path() / "baocao-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
  }

  ~Files() override { fs::remove_all(folder); }

  fs::path folder;
};

TEST_F(Files, WriteThenReadGivesTheSameBytes) {
  const Bytes bytes("a\0b\n\xff", 5);
  ASSERT_TRUE(write_file(folder / "x/y/z.bin", bytes));
  EXPECT_EQ(read_file(folder / "x/y/z.bin").value(), bytes);
}

TEST_F(Files, AFailedWriteLeavesNothingBehind) {
  fs::create_directories(folder / "taken");
  ASSERT_FALSE(write_file(folder / "taken", "bytes"));
  EXPECT_TRUE(fs::is_directory(folder / "taken"));
  EXPECT_FALSE(fs::exists(folder / "taken.partial"));
}

TEST_F(Files, RenamingReplacesTheOldFile) {
  ASSERT_TRUE(write_file(folder / "cũ", "trước"));
  ASSERT_TRUE(write_file(folder / "mới", "sau"));
  ASSERT_TRUE(rename_file(folder / "mới", folder / "cũ"));
  EXPECT_EQ(read_file(folder / "cũ").value(), "sau");
  EXPECT_FALSE(fs::exists(folder / "mới"));
  EXPECT_EQ(rename_file(folder / "mới", folder / "cũ").error().path, folder / "cũ");
}

TEST_F(Files, ReadingWhatIsNotThereOrIsAFolderNamesThePath) {
  EXPECT_EQ(read_file(folder / "none").error().path, folder / "none");
  EXPECT_FALSE(read_file(folder));
}

TEST_F(Files, GlobGivesMatchesInByteOrderWithoutLockFiles) {
  for (const char* name : {"can-bo/b.xlsx", "can-bo/a.xlsx", "can-bo/~$a.xlsx", "can-bo/c.csv"}) {
    ASSERT_TRUE(write_file(folder / name, "x"));
  }
  EXPECT_EQ(glob(folder, "can-bo/*.xlsx"),
            (std::vector<std::string>{"can-bo/a.xlsx", "can-bo/b.xlsx"}));
  EXPECT_TRUE(glob(folder, "khac/*.xlsx").empty());
  EXPECT_EQ(glob(folder, "don-vi.csv"), (std::vector<std::string>{"don-vi.csv"}));
}

TEST(Sha256, MatchesThePublishedVectors) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ParallelFor, RunsEachTaskOnceForAnyNumberOfThreads) {
  for (const unsigned threads : {0U, 1U, 2U, 16U}) {
    std::vector<int> seen(100, 0);
    parallel_for(seen.size(), threads, [&](std::size_t i) { ++seen[i]; });
    EXPECT_EQ(seen, std::vector<int>(100, 1)) << threads;
  }
}

TEST(ParallelFor, PassesOnWhatATaskThrows) {
  EXPECT_THROW(parallel_for(8,
                            2,
                            [](std::size_t i) {
                              if (i == 3) {
                                throw std::runtime_error("3");
                              }
                            }),
               std::runtime_error);
}

}  // namespace
}  // namespace baocao::base
