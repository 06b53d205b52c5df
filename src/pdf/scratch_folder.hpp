// A folder of our own below the system's temporary one, removed with its files at the end.
#pragma once

#include <filesystem>
#include <memory>

namespace baocao::pdf {

class ScratchFolder {
 public:
  // Null when no folder can be made.
  static std::shared_ptr<const ScratchFolder> create();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  explicit ScratchFolder(std::filesystem::path path) : path_(std::move(path)) {}

  std::filesystem::path path_;
};

}  // namespace baocao::pdf
