// Checks a Word file against a profile of the official format, and repairs what is mechanical.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"
#include "format/profile.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baocao::format {

// All findings at once, in the order of the document. Each has the part, the address and the quote
// (Diagnostic::value). A file that cannot be read is the fault returned.
diag::Result<std::vector<diag::Diagnostic>> check(base::ByteView docx,
                                                  const std::string& file,
                                                  const Profile& profile);

struct Repaired {
  base::Bytes docx;
  std::size_t repaired = 0;                 // findings
  std::vector<diag::Diagnostic> remaining;  // what `docx` still has
};

// Changes only what findings name; parts that need no change keep their bytes, and the text stays
// but for the characters that a finding is about.
diag::Result<Repaired> repair(base::ByteView docx, const std::string& file, const Profile& profile);

// By the words on top: the Party's or the State's. Nothing when neither is there or the file
// cannot be read.
std::optional<Kind> kind_of_file(base::ByteView docx, const std::string& file);

}  // namespace baocao::format
