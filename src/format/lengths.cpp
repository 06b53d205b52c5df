#include "format/lengths.hpp"

#include "text/unicode.hpp"

#include <array>

namespace baocao::format {
namespace {

constexpr char32_t first_letter = U' ';
constexpr char32_t last_letter = U'~';
using Advances = std::array<std::int16_t, last_letter - first_letter + 1>;  // 1/1000 em

constexpr Advances regular{
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};
constexpr Advances bold_letters{
    250, 333, 555, 500, 500, 1000, 833, 278,  333, 333, 500, 570, 250, 333, 250, 278,
    500, 500, 500, 500, 500, 500,  500, 500,  500, 500, 333, 333, 570, 570, 570, 500,
    930, 722, 667, 722, 722, 667,  611, 778,  778, 389, 500, 778, 667, 944, 722, 778,
    611, 778, 722, 556, 667, 722,  722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
    333, 500, 556, 444, 556, 444,  333, 500,  556, 278, 333, 556, 278, 833, 556, 500,
    556, 556, 444, 389, 333, 556,  500, 722,  500, 500, 444, 394, 220, 394, 520};

// The horn makes a letter wider; every other mark leaves it as it is.
int horned(char32_t letter, bool bold) {
  switch (letter) {
    case U'Ư':
      return bold ? 796 : 776;
    case U'ư':
      return bold ? 600 : 542;
    case U'ơ':
      return bold ? 554 : 529;
    default:
      return 0;
  }
}

bool is_tone_or_hat(char32_t c) {
  return c >= 0x0300 && c <= 0x036F && c != 0x031B;
}

int advance(char32_t letter, bool bold) {
  if (const int wide = horned(letter, bold); wide != 0) {
    return wide;
  }
  const std::u32string plain = text::code_points(text::without_marks(text::utf8({&letter, 1})));
  const char32_t base = plain.empty() ? U'n' : plain.front();
  const bool known = base >= first_letter && base <= last_letter;
  return (bold ? bold_letters : regular)[(known ? base : U'n') - first_letter];
}

std::string decimal(int tenths) {
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "," + std::to_string(tenths % 10));
}

}  // namespace

std::string mm_text(int twips) {
  return decimal((twips * 1270 + 3600) / 7200);
}

std::string points_text(int half_points) {
  return decimal(half_points * 5);
}

int text_length(const std::string& text, int half_points, bool bold) {
  std::int64_t thousandths = 0;
  // Tones taken apart, horns kept: "Ự" is "Ư" and a dot.
  for (const char32_t letter : text::code_points(text::nfc(text))) {
    std::u32string parts = text::code_points(text::nfd(text::utf8({&letter, 1})));
    const bool has_horn = parts.find(char32_t{0x031B}) != std::u32string::npos;
    std::erase_if(parts, is_tone_or_hat);
    const std::u32string whole = text::code_points(text::nfc(text::utf8(parts)));
    thousandths += advance(has_horn && !whole.empty() ? whole.front() : letter, bold);
  }
  // 1/1000 em × half-points × 10 twips per half-point.
  return static_cast<int>((thousandths * half_points * 10 + 500) / 1000);
}

}  // namespace baocao::format
