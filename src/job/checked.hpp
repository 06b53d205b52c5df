// What `check` has to say: of a job, or of single files before they are handed in.
#pragma once

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "job/load.hpp"
#include "table/account.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace baocao::job {

struct Checked {
  std::string folder;  // goes before the names of files in messages; empty: names are whole
  std::vector<InputFile> files;  // those that were asked for
  std::vector<table::SheetAccount> accounts;
  diag::Sink faults;
};

// What is to be told of a job that was read.
Checked checked_of(Loaded&& loaded);

// Every fault of the job at once, those that stand against a report as well.
Checked check_job(const std::filesystem::path& path, const Options& options);

struct FileRequest {
  std::vector<std::filesystem::path> files;  // as the user named them
  std::string table;                         // empty: the one whose headers fit best
  std::string resolution;                    // its list of units; empty: units are not judged
  std::optional<base::Date> as_of;           // empty: rules that need the day are not judged
};

// Files of a job (a job.toml beside or above them that names them) are checked with the whole job,
// and only their faults are told (J219). Others stand alone: each is read for the table that fits
// its headers best (J217: none does), and what needs a date or a list of units that was not given
// is left out with a note (J218). Files given together are checked against each other.
Checked check_files(const FileRequest& request, const Options& options);

}  // namespace baocao::job
