// Faults of Word files as the commands on templates print them with --json (design §4).
#pragma once

#include "diag/diagnostic.hpp"

#include <span>
#include <string>

namespace baocao::cli {

// {"findings":[{"code","severity","message","part","address","quote"}]}
std::string findings_json(std::span<const diag::Diagnostic> faults);

}  // namespace baocao::cli
