// What a worksheet holds at its top level, and where; the cells themselves are not looked at.
#pragma once

#include "input/sheet.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::annotate {

struct Block {
  std::string_view name;  // without its prefix
  std::size_t begin = 0;
  std::size_t end = 0;
};

// <col>: 0-based columns.
struct ColumnFormat {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::optional<std::uint32_t> style;
  std::optional<double> width;  // characters
};

struct SheetOutline {
  std::string prefix;  // of the elements: "x:"
  std::vector<Block> blocks;
  Block data;  // <sheetData>
  std::vector<ColumnFormat> columns;
  std::vector<input::Area> merged;
  double row_height = 15;      // points
  double column_width = 9.14;  // characters
  std::string legacy_drawing;  // relationship id; empty: none

  // Where <legacyDrawing> belongs in the order of elements (ECMA-376, Part 1, 18.3.1.99).
  std::size_t place_of_legacy_drawing() const;
  const ColumnFormat* column(std::uint32_t column) const;
};

// `xml` must outlive the outline. Nothing when it has no sheetData.
std::optional<SheetOutline> outline(std::string_view xml);

}  // namespace baocao::annotate
