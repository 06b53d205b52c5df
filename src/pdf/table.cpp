#include "pdf/table.hpp"

#include <algorithm>
#include <numeric>

namespace baocao::pdf {
namespace {

constexpr double side_padding = 3;
constexpr double scale_height = 7;
constexpr double line_width = 0.5;
constexpr Color head_fill{0.90, 0.92, 0.95};
constexpr double chip_share = 0.92;  // of the table's letters
constexpr double least_bullet = 60;

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

// Text in the middle of a cell's height.
void draw_text(Flow& flow, const TextStyle& style, const std::string& text, const Box& cell) {
  Box inner = cell.inset(side_padding, 0);
  const auto lines = wrap(flow.fonts(), style, text, inner.width);
  inner.y += (cell.height - height_of(lines, style)) / 2;
  draw_lines(flow.page(), flow.fonts(), style, lines, inner);
}

}  // namespace

std::vector<double> solve_widths(const std::vector<ColumnNeed>& needs, double width) {
  double least = 0;
  double wanted = 0;
  for (const ColumnNeed& need : needs) {
    least += need.least;
    wanted += need.wanted;
  }
  std::vector<double> widths;
  for (const ColumnNeed& need : needs) {
    if (least >= width) {
      widths.push_back(need.least * width / least);
    } else if (wanted > width) {
      const double share = (need.wanted - need.least) / (wanted - least);
      widths.push_back(need.least + (width - least) * share);
    } else {
      widths.push_back(need.wanted + (width - wanted) * need.wanted / wanted);
    }
  }
  return widths;
}

double Table::Measured::total() const {
  return head + sum(rows);
}

TextStyle Table::style(const Column& column) const {
  return {.font = {Style::regular, font_size_}, .align = column.align};
}

TextStyle Table::head_style() const {
  return {.font = {Style::bold, font_size_}, .align = Align::centre};
}

ColumnNeed Table::need(const FontSet& fonts, std::size_t column) const {
  const Column& asked = content_.columns[column];
  if (asked.width > 0) {
    return {asked.width, asked.width};
  }
  ColumnNeed need{longest_word(fonts, head_style().font, asked.title), 0};
  need.wanted = need.least;
  const auto widen = [&](double least, double wanted) {
    need.least = std::max(need.least, least);
    need.wanted = std::max(need.wanted, wanted);
  };
  for (const std::vector<Cell>& row : content_.rows) {
    if (const auto* text = std::get_if<std::string>(&row[column])) {
      const Font font = style(asked).font;
      const double line = longest_line(fonts, font, *text);
      widen(asked.wraps ? longest_word(fonts, font, *text) : line, line);
    } else if (const auto* chip = std::get_if<Chip>(&row[column])) {
      const double width = chip_width(fonts, font_size_ * chip_share, *chip);
      widen(width, width);
    } else {
      widen(least_bullet, least_bullet);
    }
  }
  return {need.least + 2 * side_padding, need.wanted + 2 * side_padding};
}

double Table::cell_height(const FontSet& fonts,
                          const Cell& cell,
                          const Column& column,
                          double width) const {
  const TextStyle text_style = style(column);
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return height_of(wrap(fonts, text_style, *text, width - 2 * side_padding), text_style);
  }
  return text_style.line_height();
}

Table::Measured Table::measure(const FontSet& fonts, double width) const {
  Measured measured;
  std::vector<ColumnNeed> needs;
  for (std::size_t i = 0; i < content_.columns.size(); ++i) {
    needs.push_back(need(fonts, i));
  }
  measured.widths = solve_widths(needs, width);
  for (std::size_t i = 0; i < content_.columns.size(); ++i) {
    const Column& column = content_.columns[i];
    const auto lines =
        wrap(fonts, head_style(), column.title, measured.widths[i] - 2 * side_padding);
    const double scale = column.scale ? scale_height : 0;
    measured.head = std::max(measured.head, height_of(lines, head_style()) + scale + 2 * padding_);
  }
  for (const std::vector<Cell>& row : content_.rows) {
    double tallest = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double needed = cell_height(fonts, row[i], content_.columns[i], measured.widths[i]);
      tallest = std::max(tallest, needed);
    }
    measured.rows.push_back(tallest + 2 * padding_);
  }
  return measured;
}

double Table::height(const FontSet& fonts, double width) const {
  return measure(fonts, width).total() + content_.space_below;
}

// Smaller letters while the table is too high for the page; then airier rows when there is room.
void Table::fit(const FontSet& fonts, const Box& box) {
  constexpr double step = 0.25;
  constexpr double most_padding = 4;
  constexpr double least_padding = 1.75;
  font_size_ = content_.font_size;
  padding_ = least_padding;
  while (height(fonts, box.width) > box.height && font_size_ - step >= content_.least_font_size) {
    font_size_ -= step;
  }
  const double spare = box.height - height(fonts, box.width);
  if (spare > 0) {
    const auto rows = static_cast<double>(content_.rows.size() + 1);
    padding_ = std::min(most_padding, padding_ + spare / rows / 2);
  }
}

void Table::draw(Flow& flow) const {
  const Measured measured = measure(flow.fonts(), flow.width());
  const double first_row = measured.rows.empty() ? 0 : measured.rows.front();
  flow.keep(measured.head + first_row);
  draw_head(flow, measured);
  for (std::size_t row = 0; row < content_.rows.size(); ++row) {
    if (flow.keep(measured.rows[row])) {
      draw_head(flow, measured);
    }
    draw_row(flow, measured, row);
  }
  flow.advance(content_.space_below);
}

void Table::draw_head(Flow& flow, const Measured& measured) const {
  Box cell = flow.room();
  cell.height = measured.head;
  for (std::size_t i = 0; i < content_.columns.size(); ++i) {
    const Column& column = content_.columns[i];
    cell.width = measured.widths[i];
    flow.page().rectangle(cell, {.fill = head_fill, .stroke = Color{}, .line_width = line_width});
    Box title = cell;
    if (column.scale) {
      title.height -= scale_height;
      draw_scale(flow.page(), flow.fonts(), cell);
    }
    draw_text(flow, head_style(), column.title, title);
    cell.x += cell.width;
  }
  flow.advance(measured.head);
}

void Table::draw_row(Flow& flow, const Measured& measured, std::size_t row) const {
  Box cell = flow.room();
  cell.height = measured.rows[row];
  for (std::size_t i = 0; i < content_.columns.size(); ++i) {
    cell.width = measured.widths[i];
    draw_cell(flow, content_.rows[row][i], content_.columns[i], cell);
    flow.page().rectangle(cell, {.stroke = Color{}, .line_width = line_width});
    cell.x += cell.width;
  }
  flow.advance(cell.height);
}

void Table::draw_cell(Flow& flow, const Cell& cell, const Column& column, const Box& box) const {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    draw_text(flow, style(column), *text, box);
  } else if (const auto* chip = std::get_if<Chip>(&cell)) {
    draw_chip(flow.page(), flow.fonts(), font_size_ * chip_share, *chip, box.inset(2, 0));
  } else {
    draw_bullet(flow.page(), box, std::get<BulletBar>(cell));
  }
}

}  // namespace baocao::pdf
