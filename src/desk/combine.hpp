// The province's job over the packages of its units: their inputs stand beside the job's own.
#pragma once

#include "archive/archive.hpp"
#include "base/folder.hpp"
#include "diag/result.hpp"
#include "job/job_file.hpp"
#include "submission/package.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace baocao::desk {

// The files of a job that hold its data, as [files] names them, overrides.toml, and the job file
// itself, which `path` or the folder `path` names, as "job.toml". J205 for what cannot be read.
diag::Result<base::Folder::Files> own_files(const job::JobFile& job,
                                            const std::filesystem::path& path,
                                            diag::Sink& fatal);

// The job with the inputs of `packages` under "goi/<unit>/…", in memory: all their tables but those
// that the job itself supplies (the list of units, tables of the whole province). A file that
// several packages share, name and words, stands once. What a package settles ([unit_of],
// [columns]) and excepts (overrides.toml) goes for its own files and unit alone.
diag::Result<job::JobFile> combined(job::JobFile province,
                                    base::Folder::Files own,
                                    const std::vector<submission::Package>& packages,
                                    diag::Sink& fatal);

}  // namespace baocao::desk
