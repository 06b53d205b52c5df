// What the shades of a heat grid mean, in one line or more.
#pragma once

#include "pdf/heat_grid.hpp"

#include <string>
#include <utility>
#include <vector>

namespace baocao::pdf {

struct LegendItem {
  HeatCell sample;
  std::string text;
};

class Legend : public Element {
 public:
  explicit Legend(std::vector<LegendItem> items) : items_(std::move(items)) {}

  double height(const FontSet& fonts, double width) const override;
  void draw(Flow& flow) const override;

 private:
  double item_width(const FontSet& fonts, const LegendItem& item) const;
  std::vector<std::vector<const LegendItem*>> lines(const FontSet& fonts, double width) const;
  std::vector<LegendItem> items_;
};

}  // namespace baocao::pdf
