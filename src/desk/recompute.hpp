// The figures and documents of a package, made again from the inputs it carries. Nothing is
// unpacked onto the disk.
#pragma once

#include "archive/package_records.hpp"
#include "job/compute.hpp"
#include "job/load.hpp"
#include "submission/package.hpp"
#include "submission/results.hpp"

#include <memory>
#include <string>
#include <vector>

namespace baocao::desk {

struct Recomputed {
  std::unique_ptr<job::Loaded> loaded;
  std::unique_ptr<job::Computed> computed;
  submission::Results results;
};

// The package's inputs as a folder; messages name them "<file>/can-bo.xlsx".
base::Folder inputs_of(const submission::Package& package, const std::string& file);

// G305 when the job file is not about what the manifest says. All faults go to `fatal`; the first
// is returned.
diag::Result<Recomputed> recompute(const submission::Package& package,
                                   const std::string& file,
                                   const job::Options& options,
                                   diag::Sink& fatal);

// The names of the documents whose contents the inputs do not give. Word and Excel files are
// compared part by part, PDF files, in which fonts of the machine are embedded, by their bytes.
std::vector<std::string> different_documents(const submission::Package& package,
                                             const Recomputed& recomputed,
                                             const job::Options& options,
                                             diag::Sink& fatal);

// As the archive keeps them.
std::vector<archive::Figure> figures_of(const submission::Results& results);
// By code and place, without what the cells say.
std::vector<archive::Finding> findings_of(const diag::Sink& faults);
std::vector<archive::EntryRole> roles_of(const submission::Manifest& manifest,
                                         const job::JobFile& job);

}  // namespace baocao::desk
