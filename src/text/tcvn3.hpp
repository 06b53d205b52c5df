// TCVN3 ("ABC", TCVN 5712:1993), the encoding of the fonts ".VnTime" and its family.
#pragma once

#include "text/legacy_reading.hpp"

#include <string_view>

namespace baocao::text {

// `text` holds one code point of U+0000..U+00FF for each byte (as programs widen them); whatever is
// no letter of TCVN3 stays. The encoding has capitals only for letters without a tone, so
//  - a capital with the same vowel toned behind it is that toned capital ("A" + "µ" → "À"),
//  - toned letters among capitals are capitals ("NGUY" + ễ + "N").
// Otherwise capitals are a property of the font, see is_capital_font(). The soft hyphen is ư: text
// must not be cleaned before it comes here. A symbol that stands alone ("×", "·") stays a symbol.
LegacyReading from_tcvn3(std::u32string_view text);

}  // namespace baocao::text
