// What goes back to a unit whose package is returned: a letter, its workbooks with the bad cells
// marked, the list of faults.
#pragma once

#include "base/bytes.hpp"
#include "base/date.hpp"
#include "base/folder.hpp"
#include "diag/diagnostic.hpp"
#include "job/checked.hpp"
#include "job/load.hpp"
#include "report/value.hpp"
#include "submission/manifest.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baocao::desk {

struct ReturnRequest {
  std::string file;                    // of the package, as the user named it
  std::string reason;                  // of the desk; may be empty when the package has faults
  std::optional<base::Date> due = {};  // for handing in anew; none: a blank
  diag::Sink refusals = {};            // what the archive's desk says against it (desk/verify.hpp)
};

struct Answer {
  submission::Manifest manifest;  // empty unit: the package could not be opened
  report::Value letter;           // names of templates/desk/tra-lai.docx (docs/goi-nop.md)
  job::Checked checked;           // the inputs, for job::write_marked_files
};

// Opens the package as far as that goes and checks its inputs; never refuses.
Answer answer(base::ByteView zip, ReturnRequest request, const job::Options& options);

}  // namespace baocao::desk
