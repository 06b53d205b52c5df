#include "pdf/heat_grid.hpp"

#include "pdf/fault.hpp"
#include "pdf/text_flow.hpp"

#include <algorithm>

namespace baocao::pdf {
namespace {

constexpr double block_gap = 12;
constexpr double space_below = 6;
constexpr double least_row = 7;
constexpr double most_row = 15;
constexpr double least_font = 4.5;
constexpr double most_column = 30;
constexpr double most_label_share = 0.3;
constexpr double head_padding = 3;
constexpr double label_padding = 2;
constexpr double value_gap = 2;      // between the values of two columns
constexpr double text_share = 0.74;  // of the row's height
constexpr Color head_fill{0.90, 0.92, 0.95};
constexpr Color thin_line{0.70, 0.70, 0.70};

double between(double from, double to, double share) {
  return from + (to - from) * share;
}

Color shade(const HeatCell& cell) {
  constexpr Color near_target{0.98, 0.85, 0.79};
  constexpr Color far_from_target{0.90, 0.47, 0.39};
  const double depth = std::clamp(cell.shortfall, 0.0, 1.0);
  switch (cell.tone) {
    case Tone::met:
      return {0.94, 0.98, 0.94};
    case Tone::not_met:
      return {between(near_target.red, far_from_target.red, depth),
              between(near_target.green, far_from_target.green, depth),
              between(near_target.blue, far_from_target.blue, depth)};
    case Tone::undecided:
      return {1.0, 0.95, 0.75};
    case Tone::no_data:
      return {0.90, 0.90, 0.90};
    case Tone::not_due:
    case Tone::plain:
      break;
  }
  return {1, 1, 1};
}

Style letters(Tone tone) {
  return tone == Tone::undecided ? Style::italic : Style::regular;
}

std::size_t divided_up(std::size_t count, std::size_t parts) {
  return (count + parts - 1) / parts;
}

}  // namespace

void draw_heat_cell(
    Page& page, const FontSet& fonts, double font_size, const HeatCell& cell, const Box& box) {
  page.rectangle(box, {.fill = shade(cell), .stroke = thin_line, .line_width = 0.25});
  if (cell.tone == Tone::undecided) {
    const double side = std::min(box.height, box.width) * 0.32;
    const Point corner[] = {
        {box.right(), box.y}, {box.right() - side, box.y}, {box.right(), box.y + side}};
    page.polygon(corner, {0.35, 0.25, 0.0});
  }
  const TextStyle style{.font = {letters(cell.tone), font_size}, .align = Align::centre};
  draw_fitted(page, fonts, style, cell.text, box.inset(0.4, 0));
}

std::size_t HeatGrid::rows_per_block() const {
  return std::max<std::size_t>(divided_up(content_.rows.size(), content_.blocks), 1) +
         (content_.total ? 1 : 0);
}

HeatGrid::HeatGrid(HeatContent content, const FontSet& fonts) : content_(std::move(content)) {
  const auto widen = [&](double& widest, std::string_view text, Style style) {
    widest = std::max(widest, fonts.width(text, {style, 1}));
  };
  const auto widen_row = [&](const HeatRow& row) {
    widen(widest_label_, row.label, Style::regular);
    for (const HeatCell& cell : row.cells) {
      widen(widest_value_, cell.text, letters(cell.tone));
    }
  };
  std::for_each(content_.rows.begin(), content_.rows.end(), widen_row);
  if (content_.total) {
    widen_row(*content_.total);
  }
  widen(widest_label_, content_.corner, Style::bold);
  for (const std::string& head : content_.heads) {
    widen(longest_head_, head, Style::bold);
  }
}

HeatGrid::Measured HeatGrid::measure(double width) const {
  Measured measured;
  const auto blocks = static_cast<double>(content_.blocks);
  measured.block_width = (width - block_gap * (blocks - 1)) / blocks;
  measured.label_size = row_height_ * text_share;
  measured.label_width = std::min(widest_label_ * measured.label_size + 2 * label_padding,
                                  measured.block_width * most_label_share);
  const auto columns = static_cast<double>(std::max<std::size_t>(content_.heads.size(), 1));
  measured.column_width =
      std::min((measured.block_width - measured.label_width) / columns, most_column);
  measured.block_width = measured.label_width + measured.column_width * columns;
  // The largest size at which the widest value fits its column.
  measured.font_size = row_height_ * text_share;
  if (widest_value_ > 0) {
    measured.font_size =
        std::min(measured.font_size, (measured.column_width - value_gap) / widest_value_);
  }
  measured.head = longest_head_ * measured.font_size + 2 * head_padding;
  return measured;
}

double HeatGrid::height(const FontSet& /*fonts*/, double width) const {
  return measure(width).head + static_cast<double>(rows_per_block()) * row_height_ + space_below;
}

void HeatGrid::fit(const FontSet& fonts, const Box& box) {
  // The head's height depends a little on the row's, so go down in small steps.
  constexpr double step = 0.1;
  row_height_ = most_row;
  while (height(fonts, box.width) > box.height && row_height_ - step >= least_row) {
    row_height_ -= step;
  }
}

void HeatGrid::draw(Flow& flow) const {
  const Measured measured = measure(flow.width());
  if (measured.font_size < least_font) {
    throw RenderFault({.code = "P105",
                       .message = "Bảng " + std::to_string(content_.heads.size()) +
                                  " cột không in đọc được trên khổ giấy này",
                       .help = "Đặt orientation = \"landscape\" cho trang, hoặc giảm blocks."});
  }
  const std::size_t fixed = content_.total ? 1 : 0;
  std::size_t first = 0;
  do {
    flow.keep(measured.head + static_cast<double>(fixed + 1) * row_height_);
    const double room = flow.room().height - measured.head + 1e-3;
    const auto lines = static_cast<std::size_t>(room / row_height_) - fixed;
    const std::size_t left = content_.rows.size() - first;
    const std::size_t here = std::min(lines, divided_up(left, content_.blocks));
    Box block = flow.room();
    block.width = measured.block_width;
    for (std::size_t i = 0; i < content_.blocks && first < content_.rows.size(); ++i) {
      const std::size_t last = std::min(first + here, content_.rows.size());
      draw_block(flow, measured, block, first, last);
      first = last;
      block.x += block.width + block_gap;
    }
    flow.advance(measured.head + static_cast<double>(here + fixed) * row_height_ + space_below);
  } while (first < content_.rows.size());
}

void HeatGrid::draw_block(Flow& flow,
                          const Measured& measured,
                          const Box& block,
                          std::size_t first,
                          std::size_t last) const {
  draw_head(flow, measured, block);
  Box line{block.x, block.y + measured.head, block.width, row_height_};
  const auto put = [&](const HeatRow& row) {
    draw_row(flow, measured, row, line);
    line.y += row_height_;
  };
  if (content_.total) {
    put(*content_.total);
  }
  const double top = line.y;
  std::for_each(content_.rows.begin() + static_cast<std::ptrdiff_t>(first),
                content_.rows.begin() + static_cast<std::ptrdiff_t>(last),
                put);
  // A stronger line after each five rows guides the eye.
  for (std::size_t row = 5; row < last - first; row += 5) {
    const double y = top + static_cast<double>(row) * row_height_;
    flow.page().line({line.x, y}, {line.right(), y}, 0.7, {0.35, 0.35, 0.35});
  }
  flow.page().line({block.x, top}, {block.right(), top}, 0.8);
  flow.page().rectangle({block.x, block.y, block.width, line.y - block.y},
                        {.stroke = Color{}, .line_width = 0.6});
}

void HeatGrid::draw_head(Flow& flow, const Measured& measured, const Box& block) const {
  const Box head{block.x, block.y, block.width, measured.head};
  flow.page().rectangle(head, {.fill = head_fill, .stroke = Color{}, .line_width = 0.6});
  const Font font{Style::bold, measured.font_size};
  const Box corner{
      head.x + label_padding, head.y, measured.label_width - 2 * label_padding, head.height};
  const TextStyle style{.font = {Style::bold, measured.label_size}, .align = Align::centre};
  draw_fitted(flow.page(), flow.fonts(), style, content_.corner, corner);
  double x = head.x + measured.label_width;
  for (const std::string& text : content_.heads) {
    flow.page().line({x, head.y}, {x, head.bottom()}, 0.25, thin_line);
    const double baseline = x + measured.column_width / 2 + cap_height * font.size / 2;
    flow.page().turned_text({baseline, head.bottom() - head_padding}, text, font, 90);
    x += measured.column_width;
  }
}

void HeatGrid::draw_row(Flow& flow,
                        const Measured& measured,
                        const HeatRow& row,
                        const Box& line) const {
  const bool total = content_.total && &row == &*content_.total;
  const TextStyle style{.font = {total ? Style::bold : Style::regular, measured.label_size}};
  const Box label{line.x, line.y, measured.label_width, line.height};
  flow.page().rectangle(label, {.stroke = thin_line, .line_width = 0.25});
  draw_fitted(flow.page(), flow.fonts(), style, row.label, label.inset(label_padding, 0));
  Box cell{label.right(), line.y, measured.column_width, line.height};
  for (const HeatCell& value : row.cells) {
    draw_heat_cell(flow.page(), flow.fonts(), measured.font_size, value, cell);
    cell.x += cell.width;
  }
}

}  // namespace baocao::pdf
