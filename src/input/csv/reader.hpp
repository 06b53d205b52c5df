// Text tables: every field is a text cell as written; a row is a record, blank lines included, as
// Excel shows the file; a first line "sep=;" names the separator and is no row.
#pragma once

#include "diag/result.hpp"
#include "input/sheet.hpp"

#include <string>
#include <string_view>

namespace baocao::input::csv {

// `text` is UTF-8.
diag::Result<Sheet> read(std::string_view text, const std::string& file);

}  // namespace baocao::input::csv
