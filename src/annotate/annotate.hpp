// The answer in the user's own file: a copy of a workbook with its bad cells coloured, a comment on
// each, and one sheet "Lỗi dữ liệu" that lists every fault with a link to its cell.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::annotate {

// Name of the added sheet, and the text of its cell A1, by which a later run knows it again.
inline constexpr std::string_view fault_sheet_name = "Lỗi dữ liệu";
inline constexpr std::string_view fault_sheet_title = "LỖI DỮ LIỆU (baocao)";
// Author of our comments; those of other authors stay.
inline constexpr std::string_view comment_author = "baocao";

struct MarkedCopy {
  base::Bytes bytes;       // an .xlsx (or .xlsm) package
  bool converted = false;  // made anew, because the original cannot carry colours: .csv, .ods
  std::vector<diag::Diagnostic> notes;  // what else changed: a digital signature (X712), X713
};

// `faults` are those of this file. Of a workbook only the parts needed are touched: the formats of
// the bad cells, their comments, the list of sheets; all other parts keep their content and their
// order. Marks of an earlier run are taken off first, so a copy can be marked again. A cell that
// carries a threaded comment is coloured only. X711: a workbook whose XML cannot be edited safely.
diag::Result<MarkedCopy> marked_copy(base::ByteView original,
                                     const std::string& file,
                                     std::span<const diag::Diagnostic> faults);

}  // namespace baocao::annotate
