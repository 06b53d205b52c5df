// The workbook part: its sheets in order and what holds for all of them (ECMA-376, 18.2).
#pragma once

#include "input/xlsx/part.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baocao::input::xlsx {

struct SheetEntry {
  std::string name;
  std::string relationship;
  bool hidden = false;
};

struct Workbook {
  std::vector<SheetEntry> sheets;
  bool date1904 = false;
  // Set by programs that write formulas without computing them: results then stand at 0.
  bool computes_on_load = false;
};

// Name of the workbook part; nothing when the package is no workbook.
diag::Result<std::optional<std::string>> find_workbook(const Source& source);

diag::Result<Workbook> read_workbook(const Source& source, const std::string& part);

}  // namespace baocao::input::xlsx
