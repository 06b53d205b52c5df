// The report templates of every resolution must compile without a word of complaint.
#include "base/file.hpp"
#include "docx/template.hpp"

#include <filesystem>

#include <gmock/gmock.h>

namespace baocao::docx {
namespace {

TEST(PackTemplates, HaveNoFaults) {
  const std::filesystem::path packs =
      std::filesystem::path(BAOCAO_SOURCE_DIR) / "templates" / "resolutions";
  std::size_t count = 0;
  for (const auto& pack : std::filesystem::directory_iterator(packs)) {
    for (const std::string& name : base::glob(pack.path(), "report-*.docx")) {
      const auto file = base::read_file(pack.path() / name);
      ASSERT_TRUE(file) << name;
      diag::Sink sink;
      EXPECT_TRUE(Template::compile(*file, name, sink)) << name;
      for (const diag::Diagnostic& fault : sink.all()) {
        ADD_FAILURE() << name << ": " << fault.code.id() << " " << fault.message << " at "
                      << fault.span.address;
      }
      ++count;
    }
  }
  EXPECT_GE(count, 2U);
}

}  // namespace
}  // namespace baocao::docx
