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
  std::stable_sort(tall_.begin(), tall_.end(), [](const input::Area& a, const input::Area& b) {
    return a.first_row < b.first_row;
  });
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

const std::vector<std::uint32_t>& RowCells::areas_over(std::uint32_t column) const {
  const auto [known, is_new] = over_column_.try_emplace(column);
  for (std::uint32_t i = 0; is_new && i < tall_.size(); ++i) {
    if (column >= tall_[i].first_column && column <= tall_[i].last_column) {
      known->second.push_back(i);
    }
  }
  return known->second;
}

const input::Cell* RowCells::at_or_above(std::uint32_t column) const {
  const input::Cell* cell = at(column);
  if (cell != nullptr || tall_.empty()) {
    return cell;
  }
  // Areas lie apart, so only the last one that begins above can reach this row.
  const std::vector<std::uint32_t>& areas = areas_over(column);
  const auto below = std::lower_bound(
      areas.begin(), areas.end(), row_, [&](std::uint32_t area, std::uint32_t row) {
        return tall_[area].first_row < row;
      });
  if (below == areas.begin() || tall_[*(below - 1)].last_row < row_) {
    return nullptr;
  }
  const input::Area& area = tall_[*(below - 1)];
  return sheet_.at(area.first_row, area.first_column);
}

}  // namespace baocao::table
