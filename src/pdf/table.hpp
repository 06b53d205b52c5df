// Tables: columns find their widths, cells wrap, a row is never split, the head is repeated on
// every page.
#pragma once

#include "pdf/chart.hpp"
#include "pdf/flow.hpp"
#include "pdf/text_flow.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace baocao::pdf {

// What a column may ask for. Widths in points.
struct ColumnNeed {
  double least = 0;   // its longest word
  double wanted = 0;  // its longest line
};

// Widths that sum up to `width`. Each column gets what it wants when there is room for all, else
// its least and a share of the rest; below the sum of the least, all shrink alike.
std::vector<double> solve_widths(const std::vector<ColumnNeed>& needs, double width);

using Cell = std::variant<std::string, Chip, BulletBar>;

struct Column {
  std::string title;
  Align align = Align::left;
  double width = 0;    // 0: from its contents
  bool wraps = true;   // false: its cells never break, only its title
  bool scale = false;  // the head shows the scale of bullet bars
};

struct TableContent {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // one cell per column
  double font_size = 9;
  double least_font_size = 7;  // to which it may shrink to stay on the page
  double space_below = 6;
};

class Table : public Element {
 public:
  explicit Table(TableContent content)
      : content_(std::move(content)), font_size_(content_.font_size) {}

  double height(const FontSet& fonts, double width) const override;
  void draw(Flow& flow) const override;
  void fit(const FontSet& fonts, const Box& box) override;

 private:
  struct Measured {
    std::vector<double> widths;
    double head = 0;
    std::vector<double> rows;
    double total() const;
  };

  TextStyle style(const Column& column) const;
  TextStyle head_style() const;
  ColumnNeed need(const FontSet& fonts, std::size_t column) const;
  Measured measure(const FontSet& fonts, double width) const;
  double cell_height(const FontSet& fonts,
                     const Cell& cell,
                     const Column& column,
                     double width) const;
  void draw_head(Flow& flow, const Measured& measured) const;
  void draw_row(Flow& flow, const Measured& measured, std::size_t row) const;
  void draw_cell(Flow& flow, const Cell& cell, const Column& column, const Box& box) const;

  TableContent content_;
  double font_size_;
  double padding_ = 2;  // above and below the text of a row
};

}  // namespace baocao::pdf
