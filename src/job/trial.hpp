// A resolution tried out without a job: made-up units, no data.
#pragma once

#include "base/folder.hpp"
#include "diag/result.hpp"
#include "job/load.hpp"
#include "report/value.hpp"
#include "resolution/pack.hpp"
#include "table/bind.hpp"

#include <vector>

namespace baocao::job {

// One unit of each level, the first one above the others.
std::vector<table::File> made_units(const resolution::Pack& pack);

// Period and reference date of a job on the first year of the resolution.
void set_first_year(Loaded& trial);

// What the templates of the resolution in `folder` may use: the report model of a made-up unit of
// each level, computed as always. The lists of faults and exceptions hold one each, so that their
// members are there to be seen. Faults of the definitions go to the sink.
diag::Result<std::vector<report::Value>> models_without_data(const base::Folder& folder,
                                                             const Options& options,
                                                             diag::Sink& sink);

}  // namespace baocao::job
