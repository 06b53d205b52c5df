// Checks files that belong to no job.
#pragma once

#include "job/checked.hpp"

namespace baocao::job {

Checked check_alone(const FileRequest& request, const Options& options);

}  // namespace baocao::job
