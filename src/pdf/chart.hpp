// Parts of charts: scale, bullet bar, verdict chip.
#pragma once

#include "base/ratio.hpp"
#include "pdf/text_flow.hpp"
#include "pdf/tone.hpp"

#include <optional>
#include <string>

namespace baocao::pdf {

// For places and shades only: nothing is judged or printed by it.
double drawn(const base::Ratio& share);

// Shares from 0 to 1 along the width of a box.
class Scale {
 public:
  explicit Scale(const Box& box) : box_(box) {}

  double x(const base::Ratio& share) const;  // kept within the box

  bool beyond(const base::Ratio& share) const { return share > base::Ratio(1); }

  const Box& box() const { return box_; }

 private:
  Box box_;
};

struct BulletBar {
  std::optional<base::Ratio> value;  // nothing: no bar
  std::optional<base::Ratio> low;    // low…high: what the unknown records leave open
  std::optional<base::Ratio> high;
  std::optional<base::Ratio> target;  // the tick across the bar
  Tone tone = Tone::plain;
};

// The part of a cell that a bullet bar uses; the head of the column uses the same for its scale.
Box bullet_area(const Box& cell);

void draw_bullet(Page& page, const Box& cell, const BulletBar& bar);

// The labels 0 50 100% at the lower edge of a cell, over the bars.
void draw_scale(Page& page, const FontSet& fonts, const Box& cell);

struct Chip {
  std::string text;
  Tone tone = Tone::plain;
};

double chip_width(const FontSet& fonts, double font_size, const Chip& chip);
void draw_chip(
    Page& page, const FontSet& fonts, double font_size, const Chip& chip, const Box& cell);

}  // namespace baocao::pdf
