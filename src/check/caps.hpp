// Caps of a grading: at most so many percent of one word for each holder of another.
#pragma once

#include "diag/diagnostic.hpp"
#include "table/dataset.hpp"

namespace baocao::check {

// Counts within each unit and value of the cap's `by` fields, there within each group of its
// `by_person` fields (agency, kind of staff), and compares in integers. A missing grading counts
// for neither side. Somebody whose group is unknown may belong to any: a group is reported only
// when it exceeds the cap even with all of those; and the unit as a whole when it exceeds the cap,
// for then some group must (K313, at most once for the unit besides its groups).
void check_caps(const table::Dataset& dataset, const table::Table& table, diag::Sink& faults);

}  // namespace baocao::check
