#include "xlsx/workbook.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xlsxwriter.h>

namespace baocao::xlsx {
namespace {

namespace fs = std::filesystem;

// A folder of this test alone, removed with all it holds.
class WorkbookTest : public ::testing::Test {
 protected:
  void SetUp() override {
    scratch_ = fs::path(::testing::TempDir()) /
               ("baocao-workbook-" +
                std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::create_directories(scratch_);
  }

  void TearDown() override { fs::remove_all(scratch_); }

  std::string small_workbook() const {
    auto workbook =
        Workbook::create(scratch_, *base::Date::from_ymd(2026, 10, 5), "Phụ lục", "Ban Tổ chức");
    if (!workbook) {
      return workbook.error().message;
    }
    lxw_worksheet* sheet = workbook->add_sheet("Chỉ tiêu");
    ::worksheet_write_string(sheet, 0, 0, "Chữ Việt", workbook->add_format());
    return workbook->finish().value_or("");
  }

  bool scratch_is_empty() const { return fs::is_empty(scratch_); }

  fs::path scratch_;
};

TEST_F(WorkbookTest, SameContentGivesSameBytesAndLeavesNoFile) {
  const std::string first = small_workbook();
  EXPECT_TRUE(first.starts_with("PK"));
  EXPECT_EQ(first, small_workbook());
  EXPECT_TRUE(scratch_is_empty());
}

TEST_F(WorkbookTest, SeveralThreadsWriteTheSameBytesAtOnce) {
  const std::string expected = small_workbook();
  std::vector<std::string> made(8);
  std::vector<std::thread> threads;
  threads.reserve(made.size());
  for (std::string& bytes : made) {
    threads.emplace_back([this, &bytes] { bytes = small_workbook(); });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_THAT(made, ::testing::Each(expected));
  EXPECT_TRUE(scratch_is_empty());
}

TEST_F(WorkbookTest, AnAbandonedWorkbookRemovesItsFile) {
  {
    auto workbook = Workbook::create(scratch_, base::Date(0), "", "");
    ASSERT_TRUE(workbook.has_value());
    Workbook moved = std::move(*workbook);
    moved.add_sheet("Trang");
    EXPECT_FALSE(scratch_is_empty());
  }
  EXPECT_TRUE(scratch_is_empty());
}

TEST_F(WorkbookTest, MissingFolderIsX701) {
  const auto workbook = Workbook::create(scratch_ / "khong-co", base::Date(0), "", "");
  ASSERT_FALSE(workbook.has_value());
  EXPECT_EQ(workbook.error().code.id(), "X701");
}

TEST_F(WorkbookTest, SheetNamesAreMadeLegalAndDifferent) {
  auto workbook = Workbook::create(scratch_, base::Date(0), "", "");
  ASSERT_TRUE(workbook.has_value());
  EXPECT_STREQ(workbook->add_sheet("Xã/Phường: [1]*?\\")->name, "Xã-Phường- -1----");
  EXPECT_STREQ(workbook->add_sheet("Chỉ tiêu")->name, "Chỉ tiêu");
  EXPECT_STREQ(workbook->add_sheet("Chỉ tiêu")->name, "Chỉ tiêu (2)");
  EXPECT_STREQ(workbook->add_sheet("'Trích'")->name, "Trích");
  EXPECT_STREQ(workbook->add_sheet("")->name, "Trang");
  const std::string long_name(40, 'a');
  EXPECT_EQ(workbook->add_sheet(long_name)->name, long_name.substr(0, 31));
  EXPECT_EQ(workbook->add_sheet(long_name)->name, long_name.substr(0, 27) + " (2)");
}

}  // namespace
}  // namespace baocao::xlsx
