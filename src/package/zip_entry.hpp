// One entry of a zip package, unpacked piece by piece. Private to package/.
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <memory>
#include <optional>

struct zip;

namespace baocao::package {

class ZipEntry {
 public:
  // The entry number `index` of `archive`, which must outlive it.
  ZipEntry(zip* archive, std::uint64_t index);
  ~ZipEntry();
  ZipEntry(const ZipEntry&) = delete;
  ZipEntry& operator=(const ZipEntry&) = delete;

  // As the package declares it.
  std::uint64_t size() const;
  std::uint64_t packed_size() const;

  // The next piece, at most 64 KB, good until the next call; empty at the end, where length and
  // checksum are right. Nothing when the entry is damaged: also as soon as it is longer than it
  // says.
  std::optional<base::ByteView> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace baocao::package
