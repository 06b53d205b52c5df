// The hierarchy of units from the table don_vi.
#pragma once

#include "diag/diagnostic.hpp"
#include "table/dataset.hpp"

namespace baocao::table {

// Faults: a row without a code, a parent that is not in the list, units above themselves (S114).
Units make_units(const Table& don_vi, diag::Sink& faults);

}  // namespace baocao::table
