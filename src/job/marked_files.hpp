// Answers to the offices that sent the files: marked copies and the list of faults.
#pragma once

#include "base/bytes.hpp"
#include "job/checked.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace baocao::job {

struct MarkedFiles {
  std::vector<std::string> copies;  // written, relative to the folder, in the order of the files
  std::size_t clean = 0;            // files without an error or a warning: not copied
  diag::Sink faults;                // what could not be marked (X711, X714, J212), and notes
};

// Below `folder`: a copy of each file with an error or a warning, at the path the file has below
// the folder all files share, and rejects.csv. Each file is written whole or not at all.
MarkedFiles write_marked_files(const Checked& checked,
                               const std::filesystem::path& folder,
                               const Options& options);

// Whether a copy below `folder` would stand in the place of a file that was checked.
bool would_overwrite(const Checked& checked, const std::filesystem::path& folder);

// One fault a line, UTF-8 with a mark, ";" between the fields (with a decimal comma, Excel takes no
// other on a double click). `row_rejected` says "x" where the row was left out.
base::Bytes rejects_csv(const Checked& checked);

}  // namespace baocao::job
