// content.xml of a spreadsheet: its own styles, then its sheets.
#pragma once

#include "diag/result.hpp"
#include "input/ods/styles.hpp"
#include "input/sheet.hpp"
#include "input/xlsx/part.hpp"

#include <vector>

namespace baocao::input::ods {

// `styles` holds what styles.xml has.
diag::Result<std::vector<Sheet>> read_content(const xlsx::Source& source,
                                              Styles styles,
                                              diag::Sink& sink);

}  // namespace baocao::input::ods
