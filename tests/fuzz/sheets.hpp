// What holds for the sheets of every reader, whatever the file.
#pragma once

#include "fuzz/target.hpp"
#include "input/limits.hpp"
#include "input/sheet.hpp"
#include "text/unicode.hpp"

#include <vector>

namespace baocao::fuzz {

inline void demand_lines(const std::vector<input::Lines>& lines, std::uint32_t below) {
  std::uint64_t next = 0;
  for (const input::Lines& each : lines) {
    demand(each.first >= next && each.first <= each.last && each.last < below,
           "hidden lines are ascending and apart");
    next = std::uint64_t{each.last} + 2;
  }
}

inline void demand_good(const input::Sheet& sheet) {
  std::uint64_t next = 0;  // the first place that may come, counted row by row
  for (const input::Cell& cell : sheet.cells()) {
    const std::uint64_t place = std::uint64_t{cell.row} * input::max_columns + cell.column;
    demand(cell.row < input::max_rows && cell.column < input::max_columns,
           "cells stand in the grid");
    demand(place >= next, "cells are in order, none twice");
    demand(!cell.text.empty(), "empty cells are left out");
    demand(text::is_valid_utf8(cell.text), "text is UTF-8");
    demand(cell.font == 0 || cell.font < sheet.fonts.size(), "fonts are known");
    demand(!cell.hides_day || cell.kind == input::CellKind::date, "only dates hide their day");
    demand(sheet.at(cell.row, cell.column) == &cell, "cells are found by their address");
    next = place + 1;
  }
  for (const input::Area& area : sheet.merged) {
    demand(area.first_row <= area.last_row && area.first_column <= area.last_column &&
               area.last_row < input::max_rows && area.last_column < input::max_columns,
           "merged areas stand in the grid");
  }
  demand_lines(sheet.hidden_rows, input::max_rows);
  demand_lines(sheet.hidden_columns, input::max_columns);
}

}  // namespace baocao::fuzz
