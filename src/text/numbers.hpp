// Numbers as Vietnamese official documents write them: "1.234", "12,5%", "05", "một trăm linh năm".
#pragma once

#include "base/ratio.hpp"

#include <cstdint>
#include <string>

namespace baocao::text {

enum class Zeros : std::uint8_t { drop, keep };  // trailing ",0": dropped in prose, kept in tables

std::string integer(std::int64_t value);  // 1234567 → "1.234.567"

// Rounded half up at `places`: 123456/100 → "1.234,56".
std::string decimal(const base::Ratio& value, int places, Zeros zeros = Zeros::keep);

// A share (3/8) as a percentage with one decimal: "37,5%"; with as many more, up to six, as it takes
// that 4 of 59,993 are not "0%" and all but one not "100%".
std::string percent(const base::Ratio& share, Zeros zeros, int places = 1);

// A count in prose, with a leading zero below ten: 5 → "05", 12 → "12", 1234 → "1.234", 0 → "0".
std::string count(std::int64_t value);

// Whole numbers up to 10^15 in words, with lăm, mốt, tư, linh: 121 → "một trăm hai mươi mốt".
std::string in_words(std::int64_t value);

// 1..3999: 3 → "III".
std::string roman(int value);

}  // namespace baocao::text
