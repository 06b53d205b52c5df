#include "job/load.hpp"

#include <gtest/gtest.h>

namespace baocao::job {
namespace {

const base::Folder templates(BAOCAO_SOURCE_DIR "/templates");

std::shared_ptr<const base::Folder::Files> two_units() {
  return std::make_shared<const base::Folder::Files>(base::Folder::Files{
      {"job.toml",
       "resolution = \"thai-nguyen-cbcx\"\nperiod = \"2026-Q3\"\nas_of = 2026-09-30\n"
       "unit = \"19\"\n[files]\ndon_vi = \"don-vi.csv\"\ncan_bo = [\"can-bo/*.csv\"]\n"},
      {"don-vi.csv",
       "code,name,full_name,type,parent\n19,Thái Nguyên,Tỉnh Thái Nguyên,tinh,\n"
       "05665,Văn Lăng,Xã Văn Lăng,xa,19\n"},
      {"can-bo/05665.csv",
       "don_vi,ho_ten,ngay_sinh,gioi_tinh,chuc_danh\n"
       "05665,Nguyễn Văn An,02/03/1980,Nam,Bí thư Đảng ủy\n"}});
}

TEST(Load, ReadsAJobHeldInMemory) {
  const base::Folder folder(two_units(), "goi.zip/inputs");
  diag::Sink fatal;
  auto job = load_job_file(folder, "job.toml", fatal);
  ASSERT_TRUE(job);
  const auto loaded = load(std::move(*job), {.templates = templates, .progress = {}}, fatal);
  ASSERT_TRUE(loaded) << fatal.all().front().message;
  EXPECT_EQ((*loaded)->dataset.tables.at("can_bo").rows, 1U);
  ASSERT_EQ((*loaded)->inputs.size(), 2U);
  EXPECT_TRUE((*loaded)->inputs[1].folder.in_memory());
}

TEST(Load, NamesAFileMissingFromMemory) {
  auto files = *two_units();
  files.erase("don-vi.csv");
  const base::Folder folder(std::make_shared<const base::Folder::Files>(files), "goi.zip/inputs");
  diag::Sink fatal;
  auto job = load_job_file(folder, "job.toml", fatal);
  const auto loaded = load(std::move(*job), {.templates = templates, .progress = {}}, fatal);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code.id(), "J205");
}

}  // namespace
}  // namespace baocao::job
