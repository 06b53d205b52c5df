// Tasks of the resolution and how far a unit has come with them.
#pragma once

#include "report/model.hpp"

namespace baocao::report {

// Each task the unit reports on, in the order of the resolution.
List task_values(const Input& input, std::uint16_t unit);

// How many of them are done, late, not reported; `den_het` is the day up to which they count as
// soon due.
Map task_tally(const Input& input, std::uint16_t unit);

}  // namespace baocao::report
