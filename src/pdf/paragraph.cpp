#include "pdf/paragraph.hpp"

namespace baocao::pdf {

double Paragraph::height(const FontSet& fonts, double width) const {
  return height_of(wrap(fonts, style_, text_, width), style_) + space_below_;
}

void Paragraph::draw(Flow& flow) const {
  TextStyle style = style_;
  for (const Line& line : wrap(flow.fonts(), style_, text_, flow.width())) {
    flow.keep(style.line_height());
    flow.advance(draw_lines(flow.page(), flow.fonts(), style, {line}, flow.room()));
    style.indent = 0;
  }
  flow.advance(space_below_);
}

}  // namespace baocao::pdf
