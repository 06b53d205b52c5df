// A table of an appendix filled with values, before it is put on a worksheet.
#pragma once

#include "report/value.hpp"
#include "xlsx/definition.hpp"
#include "xlsx/evaluation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baocao::xlsx {

// A column as it stands on the sheet: a repeated one stands there once for each item of its loop.
struct PlacedColumn {
  const Column* definition = nullptr;
  std::size_t index = 0;              // of the definition among the columns of the sheet
  std::optional<report::Value> item;  // of the loop
  std::size_t position = 0;           // in the loop, from 0
};

struct Cell {
  report::Value value;
  // Where the figures of a percentage stand, as places in the row; the value is then their
  // quotient.
  std::optional<ShareOf> share;
  std::int64_t fill = -1;  // 0xRRGGBB; -1: none
  std::string mark;        // shown behind the number
};

struct TableRow {
  enum class Role : std::uint8_t { body, total, group, empty };
  Role role = Role::body;
  std::string text;         // of a group or empty row, across the table
  std::vector<Cell> cells;  // of a body or total row, one for each placed column
};

// A cell of the table's head, spanning columns and levels (from 0, ends included).
struct HeadCell {
  std::size_t first_level = 0;
  std::size_t last_level = 0;
  std::size_t first_column = 0;
  std::size_t last_column = 0;
  std::string text;
  bool upright = false;
};

struct Table {
  std::vector<PlacedColumn> columns;
  std::size_t printed_columns = 0;  // the first ones
  std::size_t levels = 0;
  std::vector<HeadCell> head;
  std::vector<TableRow> rows;
};

using Fills = std::map<std::string, std::uint32_t, std::less<>>;

// Faults stay in `evaluation`.
Table build_table(const Sheet& sheet, const Fills& fills, Evaluation& evaluation);
// Its head alone; `columns` are placed.
std::vector<HeadCell> build_head(const std::vector<PlacedColumn>& columns,
                                 std::size_t levels,
                                 Evaluation& evaluation);

// Makes the names of a repeated column visible: its item and `vi_tri`, the position from 0.
void show(const PlacedColumn& column, Evaluation::Frame& frame);

}  // namespace baocao::xlsx
