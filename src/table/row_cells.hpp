// The cells of one row by column, with what merged areas write across rows.
#pragma once

#include "input/sheet.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace baocao::table {

class RowCells {
 public:
  explicit RowCells(const input::Sheet& sheet);

  void load(std::uint32_t row);

  std::uint32_t row() const { return row_; }

  // Null when nothing is written there.
  const input::Cell* at(std::uint32_t column) const;
  // The same, or the cell of the area that is merged over this row and column.
  const input::Cell* at_or_above(std::uint32_t column) const;

 private:
  const std::vector<std::uint32_t>& areas_over(std::uint32_t column) const;

  const input::Sheet& sheet_;
  std::uint32_t row_ = 0;
  std::vector<const input::Cell*> cells_;
  std::vector<input::Area> tall_;  // merged over several rows, ascending
  // Of the columns that were asked for: the areas over them, as indexes of tall_.
  mutable std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> over_column_;
};

}  // namespace baocao::table
