// Vietnamese spelling.
#pragma once

#include <string_view>

namespace baocao::text {

// Is `word` (lower case, NFC) one syllable as Vietnamese spells them: an initial, a rhyme, a tone
// the rhyme can bear? For scoring readings of a text only: names of places and of people of many
// groups are not Vietnamese syllables.
bool is_syllable(std::u32string_view word);

}  // namespace baocao::text
