// Rows that say the same thing twice.
#pragma once

#include "diag/diagnostic.hpp"
#include "table/dataset.hpp"

namespace baocao::table {

// Takes out the rows that repeat one before them in their unit: equal in all fields of one of the
// schema's `unique` sets, none of them missing. In a person's records the person stands for the
// name. The first row counts; each of the others is a fault (K301) that names the first one's
// place.
void drop_duplicates(Table& table, diag::Sink& faults);

}  // namespace baocao::table
