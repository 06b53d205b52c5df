// The same person on two rows of the roster, in one unit or in two. Never merged: both rows count,
// and the fault names both places.
#pragma once

#include "diag/diagnostic.hpp"
#include "table/dataset.hpp"

namespace baocao::check {

// K316: an ID number that stands in another unit as well; within a unit it is a duplicate row
// (table/duplicates.hpp). K317: the same name and the same day of birth, and nothing that speaks
// against it: two different ID numbers of 12 digits, or different sexes. A warning when the home
// place is the same too or both rows are in one unit; otherwise a note, for in a whole province
// namesakes born on the same day do exist. Home places that are written differently say nothing:
// each commune writes them its own way. The fault stands on the later row.
void check_same_person(const table::Dataset& dataset,
                       const table::Table& table,
                       diag::Sink& faults);

}  // namespace baocao::check
