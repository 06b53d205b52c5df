#include "pdf/chart.hpp"

#include <algorithm>
#include <cmath>

namespace baocao::pdf {
namespace {

constexpr Color grid{0.82, 0.82, 0.82};
constexpr Color band{0.78, 0.78, 0.78};
constexpr Color ink{0, 0, 0};

constexpr double scale_label_size = 6;

// What lies between the certain and the possible value: pale, with an outline, so that it reads as
// "not known" beside the solid bar.
void draw_band(Page& page, const Scale& scale, const BulletBar& bar, const Box& row) {
  if (!bar.low || !bar.high || *bar.low == *bar.high) {
    return;
  }
  const double from = scale.x(*bar.low);
  const Box open{from, row.y, std::max(scale.x(*bar.high) - from, 0.8), row.height};
  page.rectangle(open, {.fill = band, .stroke = Color{0.45, 0.45, 0.45}, .line_width = 0.3});
}

void draw_beyond(Page& page, const Box& area, Color color) {
  const double y = area.centre().y;
  const Point arrow[] = {
      {area.right() + 1, y - 2.2}, {area.right() + 1, y + 2.2}, {area.right() + 4.5, y}};
  page.polygon(arrow, color);
}

}  // namespace

double drawn(const base::Ratio& share) {
  return static_cast<double>(share.numerator()) / static_cast<double>(share.denominator());
}

double Scale::x(const base::Ratio& share) const {
  return box_.x + box_.width * std::clamp(drawn(share), 0.0, 1.0);
}

Box bullet_area(const Box& cell) {
  return {cell.x + 6, cell.y, cell.width - 14, cell.height};
}

void draw_bullet(Page& page, const Box& cell, const BulletBar& bar) {
  const Box area = bullet_area(cell);
  const Scale scale(area);
  for (const base::Ratio& tick : {base::Ratio(0), base::Ratio(1, 2), base::Ratio(1)}) {
    page.line({scale.x(tick), cell.y}, {scale.x(tick), cell.bottom()}, 0.4, grid);
  }
  const double thick = std::min(5.0, cell.height * 0.42);
  const Box row{area.x, area.centre().y - thick / 2, area.width, thick};
  draw_band(page, scale, bar, row.inset(0, -1.2));
  if (bar.value) {
    const double end = scale.x(*bar.value);
    page.rectangle({area.x, row.y, std::max(end - area.x, 0.5), thick},
                   {.fill = look(bar.tone).bar});
    if (scale.beyond(*bar.value)) {
      draw_beyond(page, area, look(bar.tone).bar);
    }
  }
  if (bar.target) {
    const double x = scale.x(*bar.target);
    page.line({x, row.y - 2.4}, {x, row.bottom() + 2.4}, 1.5, ink);
  }
}

void draw_scale(Page& page, const FontSet& fonts, const Box& cell) {
  const Scale scale(bullet_area(cell));
  const Font font{Style::regular, scale_label_size};
  const auto label = [&](const base::Ratio& share, const std::string& text) {
    const double x = scale.x(share) - fonts.width(text, font) / 2;
    const double fitting = std::min(x, cell.right() - 1 - fonts.width(text, font));
    page.text({std::max(fitting, cell.x + 1), cell.bottom() - 2}, text, font);
  };
  label(base::Ratio(0), "0");
  label(base::Ratio(1, 2), "50");
  label(base::Ratio(1), "100%");
}

double chip_width(const FontSet& fonts, double font_size, const Chip& chip) {
  const double mark = chip.tone == Tone::plain ? 0 : font_size * 0.95;
  return fonts.width(chip.text, {look(chip.tone).style, font_size}) + mark + font_size;
}

void draw_chip(
    Page& page, const FontSet& fonts, double font_size, const Chip& chip, const Box& cell) {
  if (chip.text.empty()) {
    return;
  }
  const double width = std::min(chip_width(fonts, font_size, chip), cell.width - 2);
  const double height = std::min(font_size * 1.42, cell.height - 1);
  const Point centre = cell.centre();
  const Box box{centre.x - width / 2, centre.y - height / 2, width, height};
  const Look& colors = look(chip.tone);
  page.rounded(box, height / 2, {.fill = colors.fill, .stroke = colors.edge, .line_width = 0.8});
  Box text = box.inset(font_size * 0.45, 0);
  if (chip.tone != Tone::plain) {
    const double size = font_size * 0.6;
    draw_mark(page, {text.x + size / 2, centre.y}, size, chip.tone, colors.letter);
    text.x += font_size * 0.95;
    text.width -= font_size * 0.95;
  }
  const TextStyle style{.font = {colors.style, font_size}, .color = colors.letter};
  draw_fitted(page, fonts, style, chip.text, text);
}

}  // namespace baocao::pdf
