// Encodings of Vietnamese from before Unicode, in which the font decides what a letter is.
#pragma once

#include <cstdint>

namespace baocao::text {

enum class Legacy : std::uint8_t {
  none,   // Unicode
  tcvn3,  // TCVN 5712:1993, fonts .Vn… ("ABC"); capitals by the fonts ending in H
  vni,    // VNI-Windows, fonts VNI-…
};

}  // namespace baocao::text
