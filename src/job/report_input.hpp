// What the report model of one unit is built from.
#pragma once

#include "job/compute.hpp"
#include "job/load.hpp"
#include "report/model.hpp"

namespace baocao::job {

// Points into its arguments. `drilled` may be null: the lists of persons are made for this unit.
report::Input report_input(const Loaded& loaded,
                           const Computed& computed,
                           const report::Drilled* drilled,
                           std::uint16_t unit);

}  // namespace baocao::job
