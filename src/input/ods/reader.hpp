// Spreadsheets of LibreOffice (.ods and their templates, OpenDocument 1.3) → Sheets.
#pragma once

#include "diag/result.hpp"
#include "input/sheet.hpp"
#include "input/xlsx/part.hpp"

#include <vector>

namespace baocao::input::ods {

// Is the package a spreadsheet of OpenDocument, by the type it declares?
bool is_spreadsheet(const package::ZipReader& zip);

// Cells under a merged one are read like others. Refused: encrypted files (F102), damaged XML
// (F205), DOCTYPE and deep nesting (F206), more than the limits, copies by "repeated" included
// (F207). A formula without a result is an empty cell and a warning (F210), one for the sheet.
diag::Result<std::vector<Sheet>> read(const xlsx::Source& source, diag::Sink& sink);

}  // namespace baocao::input::ods
