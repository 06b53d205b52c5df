// How much room Times New Roman text takes. Excel files do not store the height that wrapped text
// needs, and LibreOffice and Excel print the stored one, so it is computed here.
#pragma once

#include <cstddef>
#include <string_view>

namespace baocao::xlsx {

struct Font {
  double size = 12;  // points
  bool bold = false;
};

double text_width(std::string_view text, const Font& font);  // points, one line of UTF-8
// Lines that `text` takes when it is broken at blanks, and inside words that are too long.
std::size_t wrapped_lines(std::string_view text, double width, const Font& font);
double row_height(std::size_t lines, const Font& font);  // points, with room above and below
// Height of a cell written upwards in a column `width` wide, so that no line sticks out.
double upright_height(std::string_view text, double width, const Font& font);

// Room for text in a column of so many of Excel's characters, its inner margins left out.
double column_room(double characters);
constexpr double indent_room = 7;  // what one indent takes of it

}  // namespace baocao::xlsx
