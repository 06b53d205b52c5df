// A workbook made from the cells of a file that cannot carry marks: .csv, .ods.
#pragma once

#include "base/bytes.hpp"
#include "input/sheet.hpp"

#include <span>
#include <string>
#include <vector>

namespace baocao::annotate {

// Names Excel takes: 1 to 31 characters, none of []:*?/\, each once; "Dữ liệu" for a nameless one.
std::vector<std::string> sheet_names(std::span<const input::Sheet> sheets);

// Every cell as text at its own address, merged areas kept. `names` as above.
base::Bytes plain_workbook(std::span<const input::Sheet> sheets,
                           const std::vector<std::string>& names);

}  // namespace baocao::annotate
