// Units that should have handed in a roster and have nobody on it.
#pragma once

#include "diag/diagnostic.hpp"
#include "table/dataset.hpp"

#include <cstdint>

namespace baocao::check {

// K315 for every lowest unit below `whole` (itself, when it is one) without a row on the roster.
// Nothing when the job has no roster at all.
void check_missing_units(const table::Dataset& dataset, std::uint16_t whole, diag::Sink& faults);

}  // namespace baocao::check
