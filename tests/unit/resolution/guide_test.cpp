// The worked example of docs/viet-nghi-quyet.md is a pack that loads and whose examples hold.
#include "diag/render.hpp"
#include "resolution/example.hpp"
#include "resolution/pack.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace baocao::resolution {
namespace {

namespace fs = std::filesystem;

std::string guide() {
  std::ifstream file(BAOCAO_SOURCE_DIR "/docs/viet-nghi-quyet.md", std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The block of TOML behind "Tệp `<name>`:".
std::string block(const std::string& text, const std::string& name) {
  const std::string fence = "```toml\n";
  const std::size_t heading = text.find("Tệp `" + name + "`:");
  const std::size_t from = text.find(fence, heading);
  const std::size_t to = text.find("```\n", from + fence.size());
  if (heading == std::string::npos || to == std::string::npos) {
    return {};
  }
  return text.substr(from + fence.size(), to - from - fence.size());
}

TEST(Guide, ItsWorkedExampleRuns) {
  const fs::path folder = fs::path(testing::TempDir()) / "baocao_guide";
  fs::create_directories(folder);
  for (const char* name : {"resolution.toml", "indicators.toml"}) {
    const std::string toml = block(guide(), name);
    ASSERT_FALSE(toml.empty()) << name;
    std::ofstream(folder / name, std::ios::binary) << toml;
  }
  diag::Sink sink;
  const auto schema = schema::Schema::load(BAOCAO_SOURCE_DIR "/templates/schema", sink);
  const auto pack = load(folder, sink);
  ASSERT_TRUE(schema && pack) << (sink.all().empty() ? "" : diag::text(sink.all().front()));
  EXPECT_EQ(run_examples(*pack, *schema, sink), pack->indicators.size());
  for (const diag::Diagnostic& fault : sink.all()) {
    ADD_FAILURE() << diag::text(fault);
  }
}

}  // namespace
}  // namespace baocao::resolution
