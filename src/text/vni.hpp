// VNI-Windows, the encoding of the fonts "VNI-Times" and its family.
#pragma once

#include "text/legacy_reading.hpp"

#include <string_view>

namespace baocao::text {

// `text` holds one code point of U+0000..U+00FF for each byte (as programs widen them). A letter is
// a vowel and a mark behind it ("a" + "á" → "ấ"), or one of nine of its own; whatever is none
// stays.
LegacyReading from_vni(std::u32string_view text);

}  // namespace baocao::text
