#include "job/definitions.hpp"

#include <gmock/gmock.h>

namespace baocao::job {
namespace {

using testing::Contains;
using testing::Each;
using testing::Key;
using testing::StartsWith;

TEST(DefinitionFiles, AreTheDictionaryAndTheFilesOfOneResolution) {
  const auto files =
      definition_files(base::Folder(BAOCAO_SOURCE_DIR "/templates"), "an-giang-cbcx");
  ASSERT_TRUE(files);
  EXPECT_THAT(*files, Contains(Key("schema/can_bo.toml")));
  EXPECT_THAT(*files, Contains(Key("schema/codes/gioi_tinh.toml")));
  EXPECT_THAT(*files, Contains(Key("resolutions/an-giang-cbcx/report-tinh.docx")));
  EXPECT_THAT(
      *files,
      Each(Key(testing::AnyOf(StartsWith("schema/"), StartsWith("resolutions/an-giang-cbcx/")))));
}

TEST(DefinitionFiles, AreNoneOfAResolutionThereIsNot) {
  const auto files = definition_files(base::Folder(BAOCAO_SOURCE_DIR "/templates"), "khong-co");
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().code.id(), "J209");
}

}  // namespace
}  // namespace baocao::job
