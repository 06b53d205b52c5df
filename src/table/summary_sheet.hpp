// A sheet "Tổng hợp" that repeats the other sheets of its file.
#pragma once

#include "schema/schema.hpp"
#include "table/part.hpp"

#include <vector>

namespace baocao::table {

// Leaves out the rows of a sheet that nearly only repeats what others say (S118). Rows that stand
// there alone are kept, and rows that say something else than the other sheet are told. A sheet is
// taken for a summary when its name says so, or when it repeats several sheets that do not repeat
// each other; lists of several quarters are none.
void drop_summaries(const schema::Table& table, std::vector<Part>& sheets);

}  // namespace baocao::table
