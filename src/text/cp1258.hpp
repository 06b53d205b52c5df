// Bytes of another encoding that a Vietnamese Windows took for windows-1258; inner to text/.
#pragma once

#include <string>
#include <string_view>

namespace baocao::text {

// What windows-1258 makes of the bytes C3, CC, D0, D2, … (combining tones, Ă, Đ, Ơ, Ư, ₫) becomes
// U+00C3, U+00CC, … again, the form in which TCVN3 and VNI are decoded. All else stays.
std::u32string without_cp1258(std::u32string_view text);

}  // namespace baocao::text
