// job.toml: what one report is about and where its inputs are.
#pragma once

#include "base/date.hpp"
#include "base/folder.hpp"
#include "base/period.hpp"
#include "diag/result.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace baocao::job {

// What goes on the paper for the issuing unit. Empty values take the default of the resolution's
// level, and print as blanks when that has none.
struct DocumentSettings {
  std::optional<std::int64_t> number;
  std::optional<base::Date> date;
  std::string symbol;
  std::string place;
  std::optional<std::string> authority;
  std::string signer_title;
  std::string signer_name;
  std::vector<std::string> recipients;
};

// [files]: a table of the schema and the files or patterns that fill it.
struct TableFiles {
  std::string table;
  std::vector<std::string> patterns;  // relative to the job folder
  diag::Span span;
};

// [acknowledge]: why the warnings with this code do not stand against handing the report up.
struct Acknowledgement {
  std::string reason;
  diag::Span span;
};

// Exceptions that were granted. `unit`, when it is not empty, is the only one they may be about.
struct OverrideFile {
  std::string name;        // relative to the job folder
  std::string below = {};  // goes before the names of files in it
  std::string unit = {};
};

struct JobFile {
  base::Folder folder;
  std::string name;     // of the job file in the folder: "job.toml"
  std::string display;  // how the user named the folder; prefix of file names in messages
  std::string resolution;
  base::Period period;
  base::Date as_of;
  std::string unit;  // code of the issuing unit
  // Period to compare with: its job folder, relative, or, for a report from an archive, its code.
  // Empty: none.
  std::string previous;
  DocumentSettings document;
  std::vector<TableFiles> files;
  std::vector<OverrideFile> overrides = {{.name = "overrides.toml"}};  // those that are there
  std::map<std::string, std::string> unit_of;
  std::map<std::string, std::map<std::string, std::string>> columns;
  std::map<std::string, Acknowledgement> acknowledge;  // by code
  // [privacy]: counts of persons below it are marked in documents that travel; none: no marks.
  std::optional<std::int64_t> small_cells_below;
};

// Reads the job file `name` of a folder. All faults go to the sink, the one returned too.
diag::Result<JobFile> load_job_file(const base::Folder& folder,
                                    const std::string& name,
                                    diag::Sink& sink);
// `path` is a job folder or its job.toml.
diag::Result<JobFile> load_job_file(const std::filesystem::path& path, diag::Sink& sink);

}  // namespace baocao::job
