// Puts one sheet of an appendix on a worksheet: heading, table, footnotes, print settings.
#pragma once

#include "xlsx/canvas.hpp"
#include "xlsx/heading.hpp"
#include "xlsx/table.hpp"

namespace baocao::xlsx {

struct SheetContent {
  const Sheet* sheet = nullptr;
  HeadingText heading;
  Table table;
  std::vector<std::string> footnotes;
  std::string mark_note;  // printed when the table has marked cells
};

// False when the sheet is larger than Excel allows.
bool write_sheet(const SheetContent& content, lxw_worksheet* worksheet, Formats& formats);

}  // namespace baocao::xlsx
