// What the report model of one unit is built from.
#pragma once

#include "job/compute.hpp"
#include "job/load.hpp"
#include "report/model.hpp"

namespace baocao::job {

// For documents that travel: without the lists of persons. Points into its arguments.
report::Input report_input(const Loaded& loaded, const Computed& computed, std::uint16_t unit);

}  // namespace baocao::job
