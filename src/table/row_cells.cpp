#include "table/row_cells.hpp"

#include "table/row_words.hpp"

#include <algorithm>

namespace baocao::table {

RowCells::RowCells(const input::Sheet& sheet) : sheet_(sheet) {
  for (const input::Area& area : sheet.merged) {
    if (area.last_row > area.first_row) {
      tall_.push_back(area);
    }
  }
}

void RowCells::load(std::uint32_t row) {
  row_ = row;
  cells_.assign(cells_.size(), nullptr);
  for (const input::Cell& cell : sheet_.row(row)) {
    if (cells_.size() <= cell.column) {
      cells_.resize(cell.column + 1, nullptr);
    }
    cells_[cell.column] = is_blank(cell.text) ? nullptr : &cell;
  }
}

const input::Cell* RowCells::at(std::uint32_t column) const {
  return column < cells_.size() ? cells_[column] : nullptr;
}

const input::Cell* RowCells::at_or_above(std::uint32_t column) const {
  if (const input::Cell* cell = at(column)) {
    return cell;
  }
  for (const input::Area& area : tall_) {
    if (row_ > area.first_row && row_ <= area.last_row && column >= area.first_column &&
        column <= area.last_column) {
      return sheet_.at(area.first_row, area.first_column);
    }
  }
  return nullptr;
}

}  // namespace baocao::table
