// The cells of one row by column, with what merged areas write across rows.
#pragma once

#include "input/sheet.hpp"

#include <cstdint>
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
  const input::Sheet& sheet_;
  std::uint32_t row_ = 0;
  std::vector<const input::Cell*> cells_;
  std::vector<input::Area> tall_;  // merged over several rows
};

}  // namespace baocao::table
