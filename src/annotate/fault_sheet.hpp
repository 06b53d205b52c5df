// The sheet "Lỗi dữ liệu": every fault of the file, one a row, with a link to its cell.
#pragma once

#include "annotate/placed_faults.hpp"
#include "annotate/styles.hpp"
#include "base/bytes.hpp"

namespace baocao::annotate {

// All cells are text cells. `converted`: the copy was made from a file that cannot carry marks.
base::Bytes fault_sheet(const Faults& faults, bool converted, Styles& styles, bool strict);

}  // namespace baocao::annotate
