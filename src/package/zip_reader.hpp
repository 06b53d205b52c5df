// Reads zip packages (OPC, ISO/IEC 29500-2) from memory, with caps against hostile ones.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"
#include "package/zip_writer.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::package {

struct ZipLimits {
  std::uint64_t entries = 5000;
  std::uint64_t entry_bytes = 1ULL << 30U;  // unpacked, counted while inflating, not as declared
  std::uint64_t total_bytes = 3ULL << 30U;
};

// One thread at a time. What is read counts towards `total_bytes`, a second reading again.
class ZipReader {
 public:
  // `bytes` must outlive the reader. `file` names the package in faults. Refused: not a zip, cut or
  // damaged, encrypted entries, duplicate names, absolute or ".." names, more than the limits; an
  // OLE file (first bytes D0 CF 11 E0) is told apart: F102 password-protected, F103 Office 97-2003.
  static diag::Result<ZipReader> open(base::ByteView bytes,
                                      std::string file,
                                      ZipLimits limits = {});

  ZipReader(ZipReader&&) noexcept;
  ZipReader& operator=(ZipReader&&) noexcept;
  ~ZipReader();

  const std::vector<std::string>& names() const;  // in the order of the package
  bool contains(std::string_view name) const;
  // As the package declares it, which may be a lie; 0 when there is no such entry.
  std::uint64_t unpacked_size(std::string_view name) const;
  diag::Result<base::Bytes> read(std::string_view name) const;
  // As it stands in the package, so that a ZipWriter writes the same bytes again. Nothing is
  // unpacked or counted: unpacked(…) tells whether the content is sound.
  diag::Result<PackedBytes> packed(std::string_view name) const;

  // Hands the unpacked bytes over in pieces of at most 64 KB; `take` returns false to stop early.
  diag::Result<void> stream(std::string_view name,
                            const std::function<bool(base::ByteView)>& take) const;

 private:
  struct State;
  explicit ZipReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace baocao::package
