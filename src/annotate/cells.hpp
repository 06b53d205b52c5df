// The formats of single cells in the XML of a worksheet, changed in one pass over its text.
#pragma once

#include "annotate/sheet_outline.hpp"
#include "annotate/styles.hpp"
#include "base/bytes.hpp"
#include "diag/diagnostic.hpp"

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace baocao::annotate {

using Address = std::pair<std::uint32_t, std::uint32_t>;  // 0-based row and column
using CellMarks = std::map<Address, diag::Severity>;

// The rows (<sheetData>…</sheetData>) with the marks of an earlier run taken off and `marks` put
// on. A marked cell that the sheet does not have is put in at its place, in the format of its row
// or column. All else is copied as it stands.
base::Bytes marked_rows(std::string_view xml,
                        const SheetOutline& outline,
                        const CellMarks& marks,
                        Styles& styles);

// The first cell of each of these rows (0-based, ascending) that holds something; 0 when none does.
std::map<std::uint32_t, std::uint32_t> first_used_columns(std::string_view xml,
                                                          const SheetOutline& outline,
                                                          const std::vector<std::uint32_t>& rows);

}  // namespace baocao::annotate
