// Columns of a table whose cells were repeated.
#pragma once

#include <string>

namespace baocao::docx {

// `xml` from `begin` on is one finished w:tbl. Its grid gets as many columns as its widest row;
// they share the width of the old grid in the proportion of that row's cells, and every cell gets
// the width of its columns.
void fit_columns(std::string& xml, std::size_t begin);

}  // namespace baocao::docx
