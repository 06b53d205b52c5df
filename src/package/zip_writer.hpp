// Writes zip packages whose bytes depend on the entries alone: every date is 1980-01-01 00:00,
// entries stand in the order they were added, no extra fields.
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace baocao::package {

// The content of an entry, ready to be written into any number of packages.
struct PackedBytes {
  base::Bytes content;
  bool is_deflated = false;
  std::uint32_t crc = 0;
  std::uint64_t size = 0;  // unpacked
};

// Deflates (levels as in zlib) unless that makes the bytes more.
PackedBytes packed(base::ByteView bytes, int level = 6);

// The bytes again; nothing when they are not of the size and checksum stated.
std::optional<base::Bytes> unpacked(const PackedBytes& bytes);

class ZipWriter {
 public:
  // Names must be unique.
  void add(std::string_view name, base::ByteView bytes) { add(name, packed(bytes)); }

  void add(std::string_view name, const PackedBytes& bytes);
  // A large entry is not copied: what was written so far goes before it.
  void add(std::string_view name, PackedBytes&& bytes);
  // Ends the package; call once.
  base::Bytes finish();

 private:
  void start_entry(std::string_view name, const PackedBytes& bytes);

  base::Bytes out_;
  base::Bytes directory_;
  std::uint16_t entries_ = 0;
};

}  // namespace baocao::package
