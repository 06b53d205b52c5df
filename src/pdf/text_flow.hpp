// Lines and paragraphs. libharu's own text boxes break only at blanks, cut long words and stretch
// letters to justify, so none of them is used.
#pragma once

#include "pdf/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::pdf {

enum class Align : std::uint8_t { left, centre, right, justify };

struct TextStyle {
  Font font = {};
  Align align = Align::left;
  double indent = 0;  // of the first line
  Color color = {};

  double line_height() const { return font.size * leading; }
};

struct Line {
  std::vector<std::string> words;
  double width = 0;             // with single blanks between the words
  bool ends_paragraph = false;  // before a line break or the end: never stretched
};

// Breaks at blanks and at '\n'; a no-break space keeps its neighbours together. A word that is
// wider than the line is broken between letters.
std::vector<Line> wrap(const FontSet& fonts,
                       const TextStyle& style,
                       std::string_view text,
                       double width);

double longest_word(const FontSet& fonts, const Font& font, std::string_view text);
double longest_line(const FontSet& fonts, const Font& font, std::string_view text);

// Draws lines from the top of `box` down within its width; returns the height used.
double draw_lines(Page& page,
                  const FontSet& fonts,
                  const TextStyle& style,
                  const std::vector<Line>& lines,
                  const Box& box);

double height_of(const std::vector<Line>& lines, const TextStyle& style);

// One line in the middle of the box's height, shrunk when it would not fit into the width.
void draw_fitted(
    Page& page, const FontSet& fonts, TextStyle style, std::string_view text, const Box& box);

}  // namespace baocao::pdf
