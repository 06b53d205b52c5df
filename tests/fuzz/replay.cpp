// replay FOLDER: calls the target with each file of its corpus, where libFuzzer is not there.
#include "base/file.hpp"
#include "fuzz/target.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(argc > 1 ? argv[1] : ".")) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const std::filesystem::path& file : files) {
    std::puts(file.filename().c_str());
    std::fflush(stdout);
    const auto bytes = baocao::base::read_file(file);
    baocao::fuzz::demand(bytes.has_value(), "the file can be read");
    const std::vector<std::uint8_t> data(bytes->begin(), bytes->end());
    LLVMFuzzerTestOneInput(data.data(), data.size());
  }
  baocao::fuzz::demand(!files.empty(), "the corpus is not empty");
  return 0;
}
