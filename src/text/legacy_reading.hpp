// What reading codes by a legacy encoding gives; inner to text/.
#pragma once

#include <cstddef>
#include <string>

namespace baocao::text {

struct LegacyReading {
  std::u32string text;
  std::size_t strays = 0;  // codes of U+00A1..U+00FF that the encoding does not have; they stay
};

}  // namespace baocao::text
