// The period of the archive that a report compares with: `previous = "2026-Q2"` in job.toml.
#pragma once

#include "archive/archive.hpp"
#include "diag/result.hpp"
#include "job/job_file.hpp"

#include <optional>
#include <string>

namespace baocao::desk {

// The file of a run that holds what its report found (desk/history_file.hpp).
inline constexpr const char* found_file = "META-INF/history.json";

struct Previous {
  std::string history;  // `found_file` of the last report made of that period
  // G325: packages came in or went since that report was made.
  std::optional<diag::Diagnostic> outdated;
};

// What the last report of the period `job.previous`, of the same resolution, found. G324 when that
// is no period of the archive, does not lie before `now`, or no report was kept of it.
diag::Result<Previous> previous_of(const archive::Archive& archive,
                                   const archive::Period& now,
                                   const job::JobFile& job);

}  // namespace baocao::desk
