#include "pdf/document.hpp"

#include <cmath>
#include <numbers>
#include <string>

#include <hpdf.h>

namespace baocao::pdf {
namespace {

float real(double value) {
  return static_cast<float>(value);
}

void set_fill(HPDF_Page page, const Color& color) {
  HPDF_Page_SetRGBFill(page, real(color.red), real(color.green), real(color.blue));
}

void set_stroke(HPDF_Page page, const Color& color, double width) {
  HPDF_Page_SetRGBStroke(page, real(color.red), real(color.green), real(color.blue));
  HPDF_Page_SetLineWidth(page, real(width));
}

}  // namespace

float Page::up(double y) const {
  return real(size_.height - y);
}

void Page::text(Point baseline, std::string_view text, const Font& font, Color color) {
  document_->fonts().width(text, font);  // refuses what libharu would drop without a word
  if (text.empty()) {
    return;
  }
  HPDF_Page_BeginText(handle_);
  set_fill(handle_, color);
  HPDF_Page_SetFontAndSize(handle_, document_->font_handle(font.style), real(font.size));
  HPDF_Page_TextOut(handle_, real(baseline.x), up(baseline.y), std::string(text).c_str());
  HPDF_Page_EndText(handle_);
}

void Page::turned_text(Point baseline, std::string_view text, const Font& font, double degrees) {
  document_->fonts().width(text, font);
  const float cosine = real(std::cos(degrees * std::numbers::pi / 180));
  const float sine = real(std::sin(degrees * std::numbers::pi / 180));
  HPDF_Page_BeginText(handle_);
  set_fill(handle_, {});
  HPDF_Page_SetFontAndSize(handle_, document_->font_handle(font.style), real(font.size));
  HPDF_Page_SetTextMatrix(handle_, cosine, sine, -sine, cosine, real(baseline.x), up(baseline.y));
  HPDF_Page_ShowText(handle_, std::string(text).c_str());
  HPDF_Page_EndText(handle_);
}

void Page::trace(std::span<const Point> points) {
  HPDF_Page_MoveTo(handle_, real(points.front().x), up(points.front().y));
  for (const Point& point : points.subspan(1)) {
    HPDF_Page_LineTo(handle_, real(point.x), up(point.y));
  }
}

void Page::line(Point from, Point to, double width, Color color) {
  const Point ends[] = {from, to};
  polyline(ends, width, color);
}

void Page::polyline(std::span<const Point> points, double width, Color color) {
  set_stroke(handle_, color, width);
  trace(points);
  HPDF_Page_Stroke(handle_);
}

void Page::polygon(std::span<const Point> points, Color fill) {
  set_fill(handle_, fill);
  trace(points);
  HPDF_Page_ClosePath(handle_);
  HPDF_Page_Fill(handle_);
}

// Paints the path that has just been traced. The colours must be set before the path begins.
void Page::paint_path(const Paint& paint) {
  if (paint.fill && paint.stroke) {
    HPDF_Page_FillStroke(handle_);
  } else if (paint.fill) {
    HPDF_Page_Fill(handle_);
  } else {
    HPDF_Page_Stroke(handle_);
  }
}

void Page::rectangle(const Box& box, const Paint& paint) {
  rounded(box, 0, paint);
}

void Page::rounded(const Box& box, double radius, const Paint& paint) {
  set_fill(handle_, paint.fill.value_or(Color{}));
  set_stroke(handle_, paint.stroke.value_or(Color{}), paint.line_width);
  if (radius <= 0) {
    HPDF_Page_Rectangle(handle_, real(box.x), up(box.bottom()), real(box.width), real(box.height));
    paint_path(paint);
    return;
  }
  // A quarter of a circle as a Bézier curve.
  const double pull = radius * (1 - 4.0 / 3 * (std::numbers::sqrt2 - 1));
  const auto corner = [&](Point first, Point second, Point to) {
    HPDF_Page_CurveTo(
        handle_, real(first.x), up(first.y), real(second.x), up(second.y), real(to.x), up(to.y));
  };
  const auto side = [&](double x, double y) { HPDF_Page_LineTo(handle_, real(x), up(y)); };
  const double left = box.x;
  const double right = box.right();
  const double top = box.y;
  const double low = box.bottom();
  HPDF_Page_MoveTo(handle_, real(left + radius), up(top));
  side(right - radius, top);
  corner({right - pull, top}, {right, top + pull}, {right, top + radius});
  side(right, low - radius);
  corner({right, low - pull}, {right - pull, low}, {right - radius, low});
  side(left + radius, low);
  corner({left + pull, low}, {left, low - pull}, {left, low - radius});
  side(left, top + radius);
  corner({left, top + pull}, {left + pull, top}, {left + radius, top});
  HPDF_Page_ClosePath(handle_);
  paint_path(paint);
}

}  // namespace baocao::pdf
