// UTF-8 text: normalisation and case (Unicode, through ICU).
#pragma once

#include <string>
#include <string_view>

namespace baocao::text {

bool is_valid_utf8(std::string_view text);

// Composed and decomposed normal form (UAX #15). Input must be valid UTF-8; invalid bytes become
// U+FFFD.
std::string nfc(std::string_view text);
std::string nfd(std::string_view text);

// Code points of UTF-8 text (invalid bytes become U+FFFD), and back.
std::u32string code_points(std::string_view text);
std::string utf8(std::u32string_view code_points);

bool is_blank(char32_t c);        // white space of Unicode
bool is_word_letter(char32_t c);  // a letter, digit or mark on one

// Case on all letters, Vietnamese ones included.
std::string lower(std::string_view text);
std::u32string lower_code_points(std::string_view text);
std::string upper(std::string_view text);
std::string title(std::string_view text);        // each word's first letter, the rest lower
std::string capitalized(std::string_view text);  // the first letter only, the rest as it is

// Number of code points.
std::size_t length(std::string_view text);

// Letters without their marks, đ → d: for file names and suggestions, never for matching units
// (eight pairs of communes differ only by accents).
std::string without_marks(std::string_view text);

}  // namespace baocao::text
