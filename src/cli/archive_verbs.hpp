// Verbs of `baocao archive`; each returns the exit code.
#pragma once

#include "archive/archive.hpp"
#include "cli/arguments.hpp"

namespace baocao::cli {

int backup(const ArchiveCommand& command, const archive::Archive& archive);
int export_files(const ArchiveCommand& command, archive::Archive& archive);
int forget(const ArchiveCommand& command, archive::Archive& archive);
int rerun(const ArchiveCommand& command, const archive::Archive& archive);
int compare(const ArchiveCommand& command, const archive::Archive& archive);
int trend(const ArchiveCommand& command, const archive::Archive& archive);

}  // namespace baocao::cli
