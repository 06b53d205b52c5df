// The definitions that a job's figures and documents are made from, as files: what a package names
// by hash and the archive keeps for years.
#pragma once

#include "base/folder.hpp"
#include "diag/result.hpp"

#include <string>

namespace baocao::job {

// The files of schema/, schema/codes/ and resolutions/<resolution>/ by their names below
// `templates`. J209 when there is no such resolution, J210 when a file cannot be read.
diag::Result<base::Folder::Files> definition_files(const base::Folder& templates,
                                                   const std::string& resolution);

// J209; `file` is the one that names it.
diag::Diagnostic no_resolution(const std::string& resolution, const std::string& file);

}  // namespace baocao::job
