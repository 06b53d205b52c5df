// A grid of shaded values, rows × columns, in blocks side by side: where is how much missing.
#pragma once

#include "pdf/flow.hpp"
#include "pdf/tone.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace baocao::pdf {

struct HeatCell {
  std::string text;
  Tone tone = Tone::plain;
  double shortfall = 0;  // 0…1: how far below the target, for the depth of the shade only
};

struct HeatRow {
  std::string label;
  std::vector<HeatCell> cells;
};

struct HeatContent {
  std::string corner;              // over the labels
  std::vector<std::string> heads;  // turned upright
  std::optional<HeatRow> total;    // first row of each block
  std::vector<HeatRow> rows;       // as many cells as heads
  std::size_t blocks = 1;
};

// Shade, value and, where the figure is open, a marked corner. In a black and white print a met
// target is white, an unmet one grey.
void draw_heat_cell(
    Page& page, const FontSet& fonts, double font_size, const HeatCell& cell, const Box& box);

class HeatGrid : public Element {
 public:
  HeatGrid(HeatContent content, const FontSet& fonts);

  double height(const FontSet& fonts, double width) const override;
  // Throws RenderFault (P105) when the columns leave no readable size.
  void draw(Flow& flow) const override;
  // Row height from the room that is left.
  void fit(const FontSet& fonts, const Box& box) override;

 private:
  struct Measured {
    double block_width = 0;
    double label_width = 0;
    double label_size = 0;
    double column_width = 0;
    double head = 0;
    double font_size = 0;
  };

  Measured measure(double width) const;
  std::size_t rows_per_block() const;
  void draw_head(Flow& flow, const Measured& measured, const Box& block) const;
  void draw_row(Flow& flow, const Measured& measured, const HeatRow& row, const Box& line) const;
  void draw_block(Flow& flow,
                  const Measured& measured,
                  const Box& block,
                  std::size_t first,
                  std::size_t last) const;

  HeatContent content_;
  // Widths at a size of 1 point.
  double widest_label_ = 0;
  double widest_value_ = 0;
  double longest_head_ = 0;
  double row_height_ = 10;
};

}  // namespace baocao::pdf
