// Text in encodings from before Unicode (TCVN3, VNI), brought to Unicode after the reading.
#pragma once

#include "diag/diagnostic.hpp"
#include "input/sheet.hpp"

#include <vector>

namespace baocao::input {

// Decides for each column of each sheet (its cells of .Vn fonts, of VNI fonts and of all others on
// their own) by the syllables of all its text. A font says what is likely; text that reads worse by
// it is left alone. A column with too little text follows its sheet, a sheet its file. Cells that
// can only be Unicode, or read better as it, stay as they are: a header may be Unicode above a body
// that is not. Replaces the text of the cells (Sheet::raw keeps the old), fills Sheet::decoded and
// decoded_name, and reports every decoded column (F215) and every one that looks legacy but cannot
// be decided (F216). All sheets are of one file.
void decode_legacy_text(std::vector<Sheet>& sheets, diag::Sink& sink);

}  // namespace baocao::input
