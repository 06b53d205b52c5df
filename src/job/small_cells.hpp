// Tells how many cells of which tables were marked because they count few persons.
#pragma once

#include "diag/diagnostic.hpp"
#include "job/job_file.hpp"
#include "report/small_cells.hpp"

#include <span>
#include <vector>

namespace baocao::job {

using MarkedTables = std::vector<report::MarkedTable>;  // of the documents of one unit

// One note (J230) for each table, over all units.
void tell_marked(std::span<const MarkedTables> units, const JobFile& job, diag::Sink& notes);

}  // namespace baocao::job
