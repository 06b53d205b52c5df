// One entry for all input formats: bytes → sheets.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"
#include "input/sheet.hpp"

#include <string>
#include <vector>

namespace baocao::input {

// Chooses the format by content first (zip with a workbook or an OpenDocument spreadsheet, text),
// by the file's ending second. Refuses with a way out: .xls and password-protected files, empty
// files, workbooks without a cell, unknown formats. Sheets come in workbook order, hidden ones
// included and marked; text in encodings from before Unicode is decoded (input/legacy_text.hpp).
// Faults a reader can live with (an error cell is not one: it is a cell) go to the sink.
diag::Result<std::vector<Sheet>> read(base::ByteView bytes,
                                      const std::string& file,
                                      diag::Sink& sink);

}  // namespace baocao::input
