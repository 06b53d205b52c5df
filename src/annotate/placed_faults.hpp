// Faults of one file, sorted by the cells they are about.
#pragma once

#include "annotate/cells.hpp"
#include "annotate/comments.hpp"
#include "diag/diagnostic.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace baocao::annotate {

using Faults = std::vector<const diag::Diagnostic*>;

std::string severity_word(diag::Severity severity);  // "Lỗi"

// A fault of a row without a cell is put on the first used cell of the row; one of a merged area on
// its first cell, the only one that is seen. Faults of the whole sheet have no place.
std::map<Address, Faults> placed(const Faults& faults,
                                 std::string_view xml,
                                 const SheetOutline& outline);

// The gravest fault of each cell, and what its comment says.
CellMarks marks_of(const std::map<Address, Faults>& placed);
CellTexts texts_of(const std::map<Address, Faults>& placed);

}  // namespace baocao::annotate
