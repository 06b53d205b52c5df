// Keys under which texts from different hands meet. Keys are compared, never shown.
#pragma once

#include <string>
#include <string_view>

namespace baocao::text {

// Trims, NFC (hat and tone in either order), every run of white space (NBSP, tabs, line breaks)
// one blank, Ð/ð → Đ/đ, Cyrillic and Greek look-alikes among Latin letters → these, characters
// nobody sees (zero-width, direction marks) dropped. What a cell means before anything else is done
// with it. A soft hyphen stays: in TCVN3 text that could not be decoded it is the letter ư.
std::string cleaned(std::string_view text);

// Header of a column: cleaned, lower case, tone marks at their new-style place, accents kept;
// dots, colons, asterisks and text in brackets dropped, commas and semicolons a blank, no blanks
// around "/" and "-". "Ngày, tháng,\nnăm sinh (dd/mm)" → "ngày tháng năm sinh".
std::string header_key(std::string_view text);

// Code word ("Thạc sỹ", "ThS.", "Hoà"): cleaned, lower case, tone mark moved to its new-style
// place, y → i as the only vowel after a consonant (sỹ → sĩ), dots dropped.
std::string code_key(std::string_view text);

// Name of a person or unit: cleaned, lower case, tone marks at their new-style place. Accents and
// y/i are kept (Vy ≠ Vi).
std::string name_key(std::string_view text);

// An ID number with all but its last three digits hidden: "•••••••••123".
std::string mask_id(std::string_view digits);

}  // namespace baocao::text
