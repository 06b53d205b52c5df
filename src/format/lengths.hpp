// Lengths of WordprocessingML: twips (1/20 point) for the page and paragraphs, half-points for
// letters, EMU (1/914400 inch) for drawings.
#pragma once

#include <cstdint>
#include <string>

namespace baocao::format {

inline constexpr int twips_per_point = 20;
inline constexpr int twips_per_line = 240;  // w:spacing/@w:line of single spacing
inline constexpr int emu_per_twip = 635;

// 1 mm = 7200/127 twips; `tenths` of a millimetre, rounded.
constexpr int twips_of_tenths(std::int64_t tenths) {
  return static_cast<int>((tenths * 7200 + 635) / 1270);
}

constexpr int twips_of_mm(int mm) {
  return twips_of_tenths(std::int64_t{mm} * 10);
}

// For people: "20", "12,7".
std::string mm_text(int twips);
std::string points_text(int half_points);

// Length in twips of `text` (UTF-8) on one line of a Times-metric font (advances of Liberation
// Serif, which are those of Times New Roman).
int text_length(const std::string& text, int half_points, bool bold);

}  // namespace baocao::format
