// The files of the commands on templates.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baocao::cli {

diag::Result<base::Bytes> read_file(const std::string& path);  // T506

// False, with a fault (T507), when it cannot be written.
bool write_file(const std::string& path, base::ByteView bytes, diag::Sink& faults);

struct NamedFile {
  const std::string& name;
  base::ByteView bytes;
};

// Writes a copy of the template with `faults` as comments; nothing when `path` is empty. What goes
// wrong in doing so is one more fault.
void write_marked(const std::string& path, const NamedFile& docx, diag::Sink& faults);

// T301 when `path` is one of the files that are read.
std::optional<diag::Diagnostic> overwriting(const std::string& path,
                                            const std::vector<std::string>& read);

}  // namespace baocao::cli
