// Data faults in the model.
#pragma once

#include "report/model.hpp"

namespace baocao::report {

// Faults of `unit` and the units below it; those of no unit belong to the top of the hierarchy.
List fault_values(const Input& input);

// loi, canh_bao, ghi_chu: how many of each severity.
Value fault_counts(const List& faults);

}  // namespace baocao::report
