#include "pdf/legend.hpp"

#include "pdf/text_flow.hpp"

namespace baocao::pdf {
namespace {

constexpr TextStyle text_style{.font = {Style::regular, 8}};
constexpr Size swatch{20, 9};
constexpr double swatch_gap = 4;
constexpr double item_gap = 14;
constexpr double line_height = 12;
constexpr double space_below = 3;

}  // namespace

double Legend::item_width(const FontSet& fonts, const LegendItem& item) const {
  return swatch.width + swatch_gap + fonts.width(item.text, text_style.font) + item_gap;
}

std::vector<std::vector<const LegendItem*>> Legend::lines(const FontSet& fonts,
                                                          double width) const {
  std::vector<std::vector<const LegendItem*>> lines(1);
  double used = 0;
  for (const LegendItem& item : items_) {
    const double needed = item_width(fonts, item);
    if (!lines.back().empty() && used + needed - item_gap > width) {
      lines.emplace_back();
      used = 0;
    }
    lines.back().push_back(&item);
    used += needed;
  }
  return lines;
}

double Legend::height(const FontSet& fonts, double width) const {
  return static_cast<double>(lines(fonts, width).size()) * line_height + space_below;
}

void Legend::draw(Flow& flow) const {
  flow.keep(height(flow.fonts(), flow.width()));
  for (const auto& line : lines(flow.fonts(), flow.width())) {
    Box at = flow.room();
    for (const LegendItem* item : line) {
      const Box sample{at.x, at.y + (line_height - swatch.height) / 2, swatch.width, swatch.height};
      draw_heat_cell(flow.page(), flow.fonts(), swatch.height * 0.74, item->sample, sample);
      const double x = sample.right() + swatch_gap;
      const double room = at.right() - x;
      draw_fitted(flow.page(), flow.fonts(), text_style, item->text, {x, at.y, room, line_height});
      at.x += item_width(flow.fonts(), *item);
      at.width -= item_width(flow.fonts(), *item);
    }
    flow.advance(line_height);
  }
  flow.advance(space_below);
}

}  // namespace baocao::pdf
