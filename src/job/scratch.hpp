// A private folder for the workbooks libxlsxwriter writes; gone when this goes.
#pragma once

#include <filesystem>

namespace baocao::job {

class Scratch {
 public:
  Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace baocao::job
