// Reading the tables of a TrueType file (OpenType specification, "sfnt" container).
#pragma once

#include "base/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace baocao::pdf {

// Big-endian numbers; reading past the end gives 0, so a damaged file has no letters.
class SfntReader {
 public:
  explicit SfntReader(base::ByteView bytes) : bytes_(bytes) {}

  std::uint16_t u16(std::size_t at) const;
  std::uint32_t u32(std::size_t at) const;
  SfntReader from(std::size_t at) const;

  base::ByteView bytes() const { return bytes_; }

  // A table of the font by its tag; empty when it is not there.
  SfntReader table(std::string_view tag) const;

 private:
  unsigned byte(std::size_t at) const;
  base::ByteView bytes_;
};

// The glyph of each code point of the BMP, 0 where there is none, by the Unicode subtable of format
// 4; empty when the font has no such subtable.
std::vector<std::uint16_t> glyphs_by_letter(const SfntReader& font);

}  // namespace baocao::pdf
