// Vietnamese dictionary order: syllable by syllable, letters before tones, tones in the order
// ngang huyền hỏi ngã sắc nặng, digits by value (domain rules of the Lexicography Centre).
#pragma once

#include <string>
#include <string_view>

namespace baocao::text {

// Compare these bytewise.
std::string sort_key(std::string_view text);

// Order of persons: given name (last word), then surname, then middle names.
std::string name_sort_key(std::string_view full_name);

}  // namespace baocao::text
