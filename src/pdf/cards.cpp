#include "pdf/cards.hpp"

#include "pdf/text_flow.hpp"

#include <algorithm>

namespace baocao::pdf {
namespace {

constexpr double gap = 7;
constexpr double space_below = 8;
constexpr double padding = 4;
constexpr Font value_font{Style::bold, 17};
constexpr double value_height = 19;

TextStyle label_style(const Color& color) {
  return {.font = {Style::regular, 9}, .align = Align::centre, .color = color};
}

}  // namespace

double Cards::card_width(double width) const {
  const auto count = static_cast<double>(cards_.size());
  return (width - gap * (count - 1)) / count;
}

double Cards::height(const FontSet& fonts, double width) const {
  double label = 0;
  for (const Card& card : cards_) {
    const TextStyle style = label_style({});
    const auto lines = wrap(fonts, style, card.label, card_width(width) - 2 * padding);
    label = std::max(label, height_of(lines, style));
  }
  return 2 * padding + value_height + label + space_below;
}

void Cards::draw_card(Flow& flow, const Card& card, const Box& box) const {
  const Look& colors = look(card.tone);
  flow.page().rounded(box, 4, {.fill = colors.fill, .stroke = colors.edge, .line_width = 0.9});
  const Box inner = box.inset(padding, padding);
  Box value{inner.x, inner.y, inner.width, value_height};
  const double figure = std::min(flow.fonts().width(card.value, value_font), inner.width);
  if (card.tone != Tone::plain) {
    constexpr double mark = 9;
    draw_mark(flow.page(),
              {value.centre().x - figure / 2 - 1, value.centre().y},
              mark,
              card.tone,
              colors.letter);
    value.x += mark / 2 + 2;
  }
  draw_fitted(flow.page(),
              flow.fonts(),
              {.font = value_font, .align = Align::centre, .color = colors.letter},
              card.value,
              value);
  const TextStyle style = label_style(colors.letter);
  draw_lines(flow.page(),
             flow.fonts(),
             style,
             wrap(flow.fonts(), style, card.label, inner.width),
             {inner.x, inner.y + value_height, inner.width, 0});
}

void Cards::draw(Flow& flow) const {
  const double whole = height(flow.fonts(), flow.width());
  flow.keep(whole);
  const double width = card_width(flow.width());
  Box box = flow.room();
  box.width = width;
  box.height = whole - space_below;
  for (const Card& card : cards_) {
    draw_card(flow, card, box);
    box.x += width + gap;
  }
  flow.advance(whole);
}

}  // namespace baocao::pdf
