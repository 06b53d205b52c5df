// Findings as the values templates use: one indicator, the count of verdicts, the groups.
#pragma once

#include "report/model.hpp"

namespace baocao::report {

// Every indicator of the resolution for `unit`, in its order.
List indicator_values(const Input& input, std::uint16_t unit);

// The same values gathered by the number of the target: [{so, ten, chi_tieu}].
List grouped(const List& indicators);

// so_chi_tieu, dat, chua_dat …
Map tally(const List& indicators);

}  // namespace baocao::report
