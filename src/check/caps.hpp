// Caps of a grading: at most so many percent of one word for each holder of another.
#pragma once

#include "diag/diagnostic.hpp"
#include "table/dataset.hpp"

namespace baocao::check {

// Counts within each unit and value of the cap's `by` fields, and compares in integers. Missing
// values count for neither side.
void check_caps(const table::Dataset& dataset, const table::Table& table, diag::Sink& faults);

}  // namespace baocao::check
