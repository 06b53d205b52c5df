#include "xlsx/metrics.hpp"

#include "text/times_widths.hpp"

#include <algorithm>
#include <cmath>

namespace baocao::xlsx {
namespace {

// Rows differ a little between Excel and LibreOffice: what fits in one must fit in both.
constexpr double safety = 1.04;
constexpr double line_spacing = 1.31;
constexpr double highest_row = 409;  // Excel's limit

bool is_capital(char32_t c) {
  const bool latin = c >= 0xC0 && c <= 0xDE;
  const bool horned = c == 0x110 || c == 0x1A0 || c == 0x1AF || c == 0x102;
  const bool vietnamese = c >= 0x1EA0 && c <= 0x1EF9 && c % 2 == 0;  // capitals are the even ones
  return latin || horned || vietnamese;
}

// Small Vietnamese letters of Unicode's block for them: families a, e, i, o, u, y in this order.
double small_vietnamese(char32_t c) {
  if (c <= 0x1EC7) {
    return 444;
  }
  return c <= 0x1ECB ? 278 : 530;
}

double regular_width(char32_t c) {
  if (is_capital(c)) {
    return 740;
  }
  if (c >= 0x1EA0 && c <= 0x1EF9) {
    return small_vietnamese(c);
  }
  return c < 0x2000 ? 520 : 800;  // other letters; dashes and signs
}

double width_of(char32_t c, const Font& font) {
  if (text::is_basic_letter(c)) {
    return text::times_width(c, font.bold);
  }
  constexpr double bold_is_wider = 1.1;
  return regular_width(c) * (font.bold ? bold_is_wider : 1);
}

// Takes the first character off a UTF-8 text.
char32_t take(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text.front());
  std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  length = std::min(length, text.size());
  char32_t c = length == 1 ? first : first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    c = (c << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  text.remove_prefix(length);
  return c;
}

std::size_t lines_of_paragraph(std::string_view text, double width, const Font& font) {
  const double blank = text_width(" ", font);
  std::size_t lines = 1;
  double used = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const double word = text_width(text.substr(0, end), font);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (used > 0 && used + blank + word > width) {
      ++lines;
      used = 0;
    }
    used += (used > 0 ? blank : 0) + word;
    while (used > width) {
      ++lines;
      used -= width;
    }
  }
  return lines;
}

}  // namespace

double text_width(std::string_view text, const Font& font) {
  double thousandths = 0;
  while (!text.empty()) {
    thousandths += width_of(take(text), font);
  }
  return thousandths * font.size / 1000 * safety;
}

std::size_t wrapped_lines(std::string_view text, double width, const Font& font) {
  std::size_t lines = 0;
  while (true) {
    const std::size_t end = text.find('\n');
    lines += lines_of_paragraph(text.substr(0, end), width, font);
    if (end == std::string_view::npos) {
      return lines;
    }
    text.remove_prefix(end + 1);
  }
}

double row_height(std::size_t lines, const Font& font) {
  constexpr double margins = 4;
  const double height = static_cast<double>(lines) * font.size * line_spacing + margins;
  return std::min(std::ceil(height), highest_row);
}

double upright_height(std::string_view text, double width, const Font& font) {
  constexpr double step = 6;
  constexpr double margins = 8;
  const auto lines =
      std::max<std::size_t>(1, static_cast<std::size_t>(width / (font.size * line_spacing)));
  double height = step;
  while (height < highest_row && wrapped_lines(text, height, font) > lines) {
    height += step;
  }
  return std::min(height + margins, highest_row);
}

double column_room(double characters) {
  // 7 pixels a character, 3 of the 5 extra ones being margins inside the cell; 0.75 points a pixel.
  return (characters * 7 + 2) * 0.75;
}

}  // namespace baocao::xlsx
