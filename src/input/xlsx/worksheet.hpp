// A worksheet part (ECMA-376, 18.3) → Sheet.
#pragma once

#include "diag/result.hpp"
#include "input/sheet.hpp"
#include "input/xlsx/fonts.hpp"
#include "input/xlsx/part.hpp"
#include "input/xlsx/shared_strings.hpp"
#include "input/xlsx/styles.hpp"

#include <string>

namespace baocao::input::xlsx {

// What the cells of every sheet refer to, and what is left of the caps on the whole workbook.
struct Context {
  SharedStrings strings = {};
  Styles styles = {};
  Fonts fonts = {};
  bool date1904 = false;
  bool computes_on_load = false;
  std::size_t cells_left = 0;
  std::size_t text_left = 0;
};

// Fills `sheet`, which comes with its file and name. A formula without a result is an empty cell
// and a warning (F210), one for the sheet.
diag::Result<void> read_worksheet(const Source& source,
                                  const std::string& part,
                                  Context& context,
                                  Sheet& sheet,
                                  diag::Sink& sink);

}  // namespace baocao::input::xlsx
