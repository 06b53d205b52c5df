// Findings → the documents of one issuing unit, and the manifest over all of them.
#pragma once

#include "base/bytes.hpp"
#include "job/compute.hpp"
#include "job/load.hpp"
#include "report/value.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace baocao::job {

struct Artifact {
  std::string name;  // relative to the output folder, "/" as separator
  base::Bytes bytes;
};

struct ReportRequest {
  bool docx = true;
  bool xlsx = true;  // the appendix that travels
  bool pdf = true;
  bool persons = true;  // the workbook of persons behind the figures, which stays with the unit
  std::vector<std::uint16_t> units;  // the issuing unit's documents stand at the top of the folder
  std::string version;               // of the program, for the manifest
  report::Value packages = {};       // report::Input::packages, for the issuing unit
  diag::Sink* notes = nullptr;       // told how many cells were marked as small (J230); may be null
};

// All documents and, last, manifest.json, in a fixed order. All faults of the templates go to
// `fatal`; with any, nothing is returned but the first.
diag::Result<std::vector<Artifact>> make_report(const Loaded& loaded,
                                                const Computed& computed,
                                                const ReportRequest& request,
                                                const Options& options,
                                                diag::Sink& fatal);

// Writes the artifacts below `folder`, each whole or not at all, the manifest last.
diag::Result<void> write_artifacts(const std::filesystem::path& folder,
                                   const std::vector<Artifact>& artifacts);

}  // namespace baocao::job
