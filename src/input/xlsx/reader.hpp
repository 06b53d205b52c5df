// Workbooks in Office Open XML, Transitional and Strict (ECMA-376; ISO/IEC 29500).
#pragma once

#include "diag/result.hpp"
#include "input/sheet.hpp"
#include "input/xlsx/part.hpp"

#include <string>
#include <vector>

namespace baocao::input::xlsx {

// `workbook` is the part that find_workbook named.
diag::Result<std::vector<Sheet>> read(const Source& source,
                                      const std::string& workbook,
                                      diag::Sink& sink);

}  // namespace baocao::input::xlsx
