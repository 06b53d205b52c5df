// The official heading of an appendix: issuing body, name of the Party, number and title of the
// appendix, what it belongs to, "-----" (form after Hướng dẫn 05-HD/VPTW).
#pragma once

#include "xlsx/canvas.hpp"

#include <string>

namespace baocao::xlsx {

// Filled-in texts; an empty one leaves its line out.
struct HeadingText {
  std::string superior;
  std::string issuer;
  std::string party;
  std::string label;
  std::string title;
  std::string subtitle;
  std::string caption;
};

// Writes over columns 0…last; returns the first row below.
Row write_heading(Canvas& canvas, const HeadingText& text, ColumnNumber last);

// One text over columns 0…last, as high as it needs.
void write_line(
    Canvas& canvas, Row row, ColumnNumber last, const std::string& text, const Style& style);

}  // namespace baocao::xlsx
