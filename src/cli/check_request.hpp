// What `check` was asked, after its words have been understood.
#pragma once

#include "cli/arguments.hpp"
#include "diag/result.hpp"
#include "job/checked.hpp"

namespace baocao::cli {

// Whether the command is about a job and not about files.
bool names_job(const CheckCommand& command);

// The folder of a resolution, when the command is about one: it holds definitions and no job.
std::optional<std::filesystem::path> named_pack(const CheckCommand& command);

// For files. U107: a folder among them; U109: a table, resolution or day that there is not.
diag::Result<job::FileRequest> file_request(const CheckCommand& command,
                                            const job::Options& options);

// For a pack. U109: an option that only data take.
diag::Result<void> demand_pack_options(const CheckCommand& command);

// For a job. U109: an option that only files take.
diag::Result<void> demand_job_options(const CheckCommand& command);

}  // namespace baocao::cli
