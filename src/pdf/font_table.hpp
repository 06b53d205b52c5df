// What one TrueType file says about its letters: which ones it has and how wide they are (tables
// cmap format 4, hmtx, hhea, head of the OpenType specification). Measuring with it needs no
// libharu document, so it can be shared by threads.
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace baocao::pdf {

class FontTable {
 public:
  // Nothing when the bytes are not a TrueType font with a Unicode cmap.
  static std::optional<FontTable> parse(base::ByteView file);

  // Advance in 1/1000 em, truncated as libharu writes it; nothing when the font lacks the letter.
  std::optional<int> width(char32_t letter) const {
    return letter < widths_.size() && widths_[letter] != absent
               ? std::optional<int>(widths_[letter])
               : std::nullopt;
  }

  bool has(char32_t letter) const { return width(letter).has_value(); }

 private:
  static constexpr std::uint16_t absent = 0xFFFF;
  std::vector<std::uint16_t> widths_;  // by code point of the BMP
};

}  // namespace baocao::pdf
