// Bytes under a file name: libharu 2.3.0 loads fonts from files only. The file lives in memory
// (memfd_create), so nothing is left behind however the program ends.
#pragma once

#include "base/bytes.hpp"

#include <filesystem>
#include <memory>

namespace baocao::pdf {

class MemoryFile {
 public:
  // Null when the system refuses.
  static std::shared_ptr<const MemoryFile> create(base::ByteView bytes);
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile();

  // May be opened any number of times, by any thread, while this lives.
  std::filesystem::path path() const;

 private:
  explicit MemoryFile(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace baocao::pdf
