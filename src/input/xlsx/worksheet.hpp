// A worksheet part (ECMA-376, 18.3) → Sheet.
#pragma once

#include "diag/result.hpp"
#include "input/limits.hpp"
#include "input/sheet.hpp"
#include "input/xlsx/fonts.hpp"
#include "input/xlsx/part.hpp"
#include "input/xlsx/shared_strings.hpp"
#include "input/xlsx/styles.hpp"

#include <string>

namespace baocao::input::xlsx {

// What is left of the caps on the whole workbook.
struct Caps {
  std::size_t cells = max_cells;
  std::size_t empty_cells = max_empty_cells;
  std::size_t text = max_text_bytes;
};

// What the cells of every sheet refer to.
struct Context {
  SharedStrings strings = {};
  Styles styles = {};
  Fonts fonts = {};
  bool date1904 = false;
  bool computes_on_load = false;
  Caps left = {};
};

// Fills `sheet`, which comes with its file and name. A formula without a result is an empty cell
// and a warning (F210), one for the sheet.
diag::Result<void> read_worksheet(const Source& source,
                                  const std::string& part,
                                  Context& context,
                                  Sheet& sheet,
                                  diag::Sink& sink);

}  // namespace baocao::input::xlsx
