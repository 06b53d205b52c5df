// Measures of the page: points (1/72 inch), counted from the top left corner downwards.
#pragma once

namespace baocao::pdf {

struct Point {
  double x = 0;
  double y = 0;
};

struct Size {
  double width = 0;
  double height = 0;
};

struct Box {
  double x = 0;
  double y = 0;  // upper edge
  double width = 0;
  double height = 0;

  double right() const { return x + width; }

  double bottom() const { return y + height; }

  Point centre() const { return {x + width / 2, y + height / 2}; }

  Box inset(double dx, double dy) const {
    return {x + dx, y + dy, width - 2 * dx, height - 2 * dy};
  }
};

// Red, green, blue from 0 to 1.
struct Color {
  double red = 0;
  double green = 0;
  double blue = 0;
};

inline constexpr Size a4_portrait{595.276, 841.89};
inline constexpr Size a4_landscape{841.89, 595.276};

inline constexpr double points(double millimetres) {
  return millimetres * 72 / 25.4;
}

}  // namespace baocao::pdf
