#include "pdf/memory_file.hpp"

#include <string>

#include <sys/mman.h>
#include <unistd.h>

namespace baocao::pdf {

std::shared_ptr<const MemoryFile> MemoryFile::create(base::ByteView bytes) {
  const int descriptor = memfd_create("baocao-font", MFD_CLOEXEC);
  if (descriptor < 0) {
    return nullptr;
  }
  std::shared_ptr<const MemoryFile> file(new MemoryFile(descriptor));
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written <= 0) {
      return nullptr;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return file;
}

MemoryFile::~MemoryFile() {
  close(descriptor_);
}

std::filesystem::path MemoryFile::path() const {
  return "/proc/self/fd/" + std::to_string(descriptor_);
}

}  // namespace baocao::pdf
