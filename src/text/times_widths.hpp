// Advance widths of fonts with the metrics of Times (Times New Roman, Liberation Serif).
#pragma once

namespace baocao::text {

inline constexpr char32_t first_basic_letter = U' ';
inline constexpr char32_t last_basic_letter = U'~';

constexpr bool is_basic_letter(char32_t c) {
  return c >= first_basic_letter && c <= last_basic_letter;
}

// Of a basic letter, in thousandths of the font's size.
int times_width(char32_t basic_letter, bool bold);

}  // namespace baocao::text
