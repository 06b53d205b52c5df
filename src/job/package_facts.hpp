// What a submission package says of a job.
#pragma once

#include "job/load.hpp"
#include "submission/manifest.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace baocao::job {

// How many warnings the data has, by code.
std::map<std::string, std::uint64_t> warnings_of(const Loaded& loaded);

// All but program, revision, definitions and entries. `acknowledged` has the warnings whose code
// [acknowledge] gives a reason for.
submission::Manifest manifest_of(const Loaded& loaded);

}  // namespace baocao::job
