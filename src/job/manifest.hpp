// manifest.json: what a folder of outputs was made from, and the hash of each file.
#pragma once

#include "job/report.hpp"

#include <string>
#include <vector>

namespace baocao::job {

std::string manifest_json(const Loaded& loaded,
                          const std::vector<Artifact>& artifacts,
                          const std::string& version);

}  // namespace baocao::job
