// The input files of a job, from the disk to sheets.
#pragma once

#include "base/folder.hpp"
#include "diag/diagnostic.hpp"
#include "job/job_file.hpp"
#include "schema/schema.hpp"
#include "table/bind.hpp"

#include <string>
#include <vector>

namespace baocao::job {

// A file to read, then its sheets and faults.
struct Reading {
  table::File file;
  std::string on_disk;  // the name's own bytes; file.name is its NFC
  diag::Span named_at;  // place in job.toml
  std::string sha256;
  diag::Sink faults;
  diag::Sink fatal;  // it could not be read
};

// Files that match one line of [files], relative to the job folder, as the disk spells them.
std::vector<std::string> names_of(const JobFile& job, const TableFiles& listed);

// The files that [files] names, in its order. An unknown table (J203) and a pattern without a file
// (J204) go to `fatal`.
std::vector<Reading> list_files(const JobFile& job,
                                const schema::Schema& schema,
                                diag::Sink& fatal);

// Reads them side by side; names are relative to `folder`.
void read_files(std::vector<Reading>& readings, const base::Folder& folder, unsigned threads);

// What [unit_of] and [columns] say about the file.
void settle(const JobFile& job, table::File& file);

}  // namespace baocao::job
