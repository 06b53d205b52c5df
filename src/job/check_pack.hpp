// Checks the folder of a resolution: its definitions, its examples, its templates.
#pragma once

#include "diag/diagnostic.hpp"
#include "job/load.hpp"

#include <cstddef>
#include <filesystem>

namespace baocao::job {

struct CheckedPack {
  std::size_t indicators = 0;
  std::size_t tasks = 0;
  std::size_t examples = 0;   // that were run
  std::size_t templates = 0;  // that were filled in, for a made-up unit of each level
  diag::Sink faults;          // files are named with the folder
};

// All faults at once. Examples are run when every expression is sound, and the templates of each
// level filled in, without data, when the definitions are.
CheckedPack check_pack(const std::filesystem::path& folder, const Options& options);

}  // namespace baocao::job
