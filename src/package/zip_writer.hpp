// Writes zip packages whose bytes depend on the entries alone: every date is 1980-01-01 00:00,
// entries stand in the order they were added, no extra fields.
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace baocao::package {

class ZipWriter {
 public:
  // Deflates (level 6) unless that makes the entry larger. Names must be unique.
  void add(std::string_view name, base::ByteView bytes);
  // Ends the package; call once.
  base::Bytes finish();

 private:
  base::Bytes out_;
  base::Bytes directory_;
  std::uint16_t entries_ = 0;
};

}  // namespace baocao::package
