#include "pdf/scratch_folder.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace baocao::pdf {

std::shared_ptr<const ScratchFolder> ScratchFolder::create() {
  std::error_code error;
  const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
  std::string name = (parent / "baocao-XXXXXX").string();
  if (error || mkdtemp(name.data()) == nullptr) {
    return nullptr;
  }
  return std::shared_ptr<const ScratchFolder>(new ScratchFolder(name));
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace baocao::pdf
