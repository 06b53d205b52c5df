// Everything a job computes from: definitions, data and the place of every fault.
#pragma once

#include "base/folder.hpp"
#include "check/overrides.hpp"
#include "diag/result.hpp"
#include "job/job_file.hpp"
#include "resolution/pack.hpp"
#include "schema/schema.hpp"
#include "table/dataset.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace baocao::job {

struct Options {
  base::Folder templates;  // the templates/ folder
  unsigned threads = 1;    // never changes a byte of any output
  // Told how many of how many steps are done; may be called from any thread. May be empty.
  std::function<void(std::size_t done, std::size_t of)> progress;
};

struct InputFile {
  std::string name;  // relative to the job folder
  std::string sha256;
  base::Folder folder = {};   // where it was read from
  std::string own_name = {};  // in that folder, as its file system spells it
};

// Not movable: the parts point at each other.
struct Loaded {
  Loaded() = default;
  Loaded(const Loaded&) = delete;
  Loaded& operator=(const Loaded&) = delete;

  JobFile job;
  schema::Schema schema;
  resolution::Pack pack;
  table::Dataset dataset;
  std::vector<InputFile> inputs;             // in the order of job.toml; overrides.toml last
  std::uint16_t unit = 0;                    // issuing unit
  diag::Sink faults;                         // of the data: bad cells, rejected rows, broken rules
  std::vector<check::Exception> exceptions;  // faults that overrides let pass
};

// Reads, binds and checks. Faults of the data are in Loaded::faults; those that leave no honest
// result (a file that cannot be read, rows of an unknown unit, faulty definitions) go to `fatal`,
// all at once, and nothing is returned but the first of them.
diag::Result<std::unique_ptr<Loaded>> load(const std::filesystem::path& path,
                                           const Options& options,
                                           diag::Sink& fatal);
// The same for a job file already read, its files in job.folder.
diag::Result<std::unique_ptr<Loaded>> load(JobFile job, const Options& options, diag::Sink& fatal);

// The same for `check`, which goes on over all of it: everything that can still be judged has been,
// and `fatal` holds what stands against a report. Null when the job file or a definition is faulty.
std::unique_ptr<Loaded> inspect(const std::filesystem::path& path,
                                const Options& options,
                                diag::Sink& fatal);
std::unique_ptr<Loaded> inspect(JobFile job, const Options& options, diag::Sink& fatal);

}  // namespace baocao::job
