#include "table/header_rows.hpp"

#include "text/keys.hpp"

#include <algorithm>

namespace baocao::table {

HeaderRows::HeaderRows(const input::Sheet& sheet, std::uint32_t first_row, std::uint32_t last_row)
    : sheet_(sheet), first_row_(first_row), last_row_(last_row) {
  for (std::size_t i = 0; i < sheet.merged.size(); ++i) {
    if (sheet.merged[i].first_row <= last_row && sheet.merged[i].last_row >= first_row) {
      areas_.push_back(i);
      width_ = std::max(width_, sheet.merged[i].last_column + 1);
    }
  }
  for (std::uint32_t row = first_row; row <= last_row; ++row) {
    if (const auto cells = sheet.row(row); !cells.empty()) {
      width_ = std::max(width_, cells.back().column + 1);
    }
  }
}

bool HeaderRows::sound() const {
  constexpr std::size_t most_areas = 1000;  // headers have fewer
  if (areas_.size() > most_areas) {
    return false;
  }
  for (const std::size_t i : areas_) {
    const input::Area& area = sheet_.merged[i];
    if (area.first_row < first_row_ || area.last_row > last_row_) {
      return false;
    }
  }
  for (std::uint32_t row = first_row_; row <= last_row_; ++row) {
    for (const input::Cell& cell : sheet_.row(row)) {
      if (cell.kind != input::CellKind::text) {
        return false;
      }
    }
  }
  return true;
}

HeaderRows::Text HeaderRows::own_text(std::uint32_t row, std::uint32_t column) const {
  for (const std::size_t i : areas_) {
    const input::Area& area = sheet_.merged[i];
    if (row >= area.first_row && row <= area.last_row && column >= area.first_column &&
        column <= area.last_column) {
      const input::Cell* anchor = sheet_.at(area.first_row, area.first_column);
      return {anchor == nullptr ? "" : text::cleaned(anchor->text), i};
    }
  }
  const input::Cell* cell = sheet_.at(row, column);
  return {cell == nullptr ? "" : text::cleaned(cell->text), std::nullopt};
}

bool HeaderRows::has_below(std::uint32_t row, std::uint32_t column) const {
  for (std::uint32_t below = row + 1; below <= last_row_; ++below) {
    const Text text = own_text(below, column);
    if (!text.text.empty() && (!text.merged || sheet_.merged[*text.merged].first_row > row)) {
      return true;
    }
  }
  return false;
}

// A blank cell above a sub-header belongs to the header on its left, when that has sub-headers as
// well: files without merged areas (CSV) write groups like that.
HeaderRows::Text HeaderRows::text(std::uint32_t row, std::uint32_t column) const {
  Text own = own_text(row, column);
  if (!own.text.empty() || own.merged || row == last_row_ || !has_below(row, column)) {
    return own;
  }
  for (std::uint32_t left = column; left-- > 0 && has_below(row, left);) {
    if (Text group = own_text(row, left); !group.text.empty()) {
      return group;
    }
  }
  return own;
}

std::vector<ColumnLevels> HeaderRows::columns() const {
  std::vector<ColumnLevels> columns;
  for (std::uint32_t column = 0; column < width_; ++column) {
    ColumnLevels levels{.column = column};
    for (std::uint32_t row = first_row_; row <= last_row_; ++row) {
      Text level = text(row, column);
      if (level.text.empty() || (!levels.texts.empty() && levels.texts.back() == level.text)) {
        continue;
      }
      levels.texts.push_back(std::move(level.text));
      levels.merged = level.merged;
    }
    if (!levels.texts.empty()) {
      columns.push_back(std::move(levels));
    }
  }
  return columns;
}

}  // namespace baocao::table
