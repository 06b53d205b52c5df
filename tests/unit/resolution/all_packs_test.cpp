// Every pack under templates/resolutions: loads, its examples hold, its figures bind.
#include "base/file.hpp"
#include "diag/render.hpp"
#include "resolution/example.hpp"
#include "resolution/pack.hpp"
#include "schema/schema.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::resolution {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

const fs::path templates = fs::path(BAOCAO_SOURCE_DIR) / "templates";

std::vector<std::string> pack_ids() {
  std::vector<std::string> ids;
  for (const auto& entry : fs::directory_iterator(templates / "resolutions")) {
    if (entry.is_directory()) {
      ids.push_back(entry.path().filename().string());
    }
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<std::string> texts(const diag::Sink& sink) {
  std::vector<std::string> all;
  for (const diag::Diagnostic& diagnostic : sink.all()) {
    all.push_back(diag::text(diagnostic));
  }
  return all;
}

class EveryPack : public testing::TestWithParam<std::string> {
 protected:
  EveryPack()
      : schema_(schema::Schema::load(templates / "schema", sink_)),
        pack_(load(templates / "resolutions" / GetParam(), sink_)) {}

  void SetUp() override {
    ASSERT_THAT(texts(sink_), IsEmpty());
    ASSERT_TRUE(schema_);
    ASSERT_TRUE(pack_);
  }

  diag::Sink sink_;
  diag::Result<schema::Schema> schema_;
  diag::Result<Pack> pack_;
};

TEST_P(EveryPack, GivesTheResultsItsExamplesState) {
  EXPECT_GE(run_examples(*pack_, *schema_, sink_), pack_->indicators.size());
  EXPECT_THAT(texts(sink_), IsEmpty());
}

TEST_P(EveryPack, HasFiguresThatBind) {
  const auto plan = indicator::Plan::make(
      pack_->figures, *schema_, {base::Date(), base::Period(), pack_->parameters}, sink_);
  EXPECT_THAT(texts(sink_), IsEmpty());
  EXPECT_TRUE(plan);
}

TEST_P(EveryPack, HasTheTemplatesOfItsLevels) {
  ASSERT_FALSE(pack_->levels.empty());
  EXPECT_TRUE(pack_->folder.contains("appendices.toml"));
  for (const Level& level : pack_->levels) {
    EXPECT_TRUE(pack_->folder.contains("report-" + level.key + ".docx")) << level.key;
    EXPECT_TRUE(pack_->folder.contains("summary-" + level.key + ".toml")) << level.key;
  }
}

INSTANTIATE_TEST_SUITE_P(All,
                         EveryPack,
                         testing::ValuesIn(pack_ids()),
                         [](const testing::TestParamInfo<std::string>& pack) {
                           std::string name = pack.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace baocao::resolution
