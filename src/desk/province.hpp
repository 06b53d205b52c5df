// The province's report over the accepted packages of a period, and an old report made again.
#pragma once

#include "archive/archive.hpp"
#include "diag/result.hpp"
#include "job/load.hpp"
#include "job/report.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace baocao::desk {

// What a report of the province is made from; everything that goes in, word for word.
struct Source {
  archive::PeriodKey key;
  std::string program;                  // that makes it
  std::string definitions;              // hash of the set in the archive
  std::vector<std::string> packages;    // hashes
  // Roles "job", "input": the province's own files, and what else the report needs.
  std::vector<archive::RunFile> files;
  diag::Sink warned;  // of making it, not of the report
};

struct ProvinceReport {
  std::unique_ptr<job::Loaded> loaded;
  std::unique_ptr<job::Computed> computed;
  std::vector<job::Artifact> artifacts;
};

// The own files of the job at `path` (a folder or a job.toml) with the packages accepted for its
// period, and how things stand with the units on the day of the document (none: on the day
// everything is due), and what the period it compares with found (desk/previous.hpp). G321 when the
// job's as-of date is not the period's.
diag::Result<Source> source_of(const archive::Archive& archive,
                               const std::filesystem::path& path,
                               const std::string& version,
                               diag::Sink& fatal);

// By the definitions of the source. All faults go to `fatal`; the first is returned.
diag::Result<ProvinceReport> make(const archive::Archive& archive,
                                  const Source& source,
                                  job::ReportRequest request,
                                  const job::Options& options,
                                  diag::Sink& fatal);

// The source, the artifacts and what the report found, as the archive keeps them.
archive::NewRun run_of(const Source& source, const ProvinceReport& report);

struct Rerun {
  archive::Run run;
  std::vector<job::Artifact> artifacts;
  std::vector<std::string> different;  // names of those that are not byte for byte what they were
};

// Makes the report `run` again, by the definitions and from the packages of that time.
diag::Result<Rerun> rerun(const archive::Archive& archive,
                          std::int64_t run,
                          const job::Options& options,
                          diag::Sink& fatal);

}  // namespace baocao::desk
