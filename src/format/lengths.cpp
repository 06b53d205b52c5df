#include "format/lengths.hpp"

#include "text/times_widths.hpp"
#include "text/unicode.hpp"

namespace baocao::format {
namespace {

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
  return text::times_width(text::is_basic_letter(base) ? base : U'n', bold);
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
