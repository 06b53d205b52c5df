// The directory of a zip package as it stands in the bytes: for those who must know what a library
// hides (names cut at a NUL, links, bytes after the end).
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace baocao::package {

struct DirectoryEntry {
  std::string name;             // its own bytes, whatever they are
  std::uint16_t unix_mode = 0;  // 0: the writer says none

  bool is_directory() const;
  bool is_special() const;  // a link, a device: what is neither a file nor a folder
};

// Nothing when the bytes are not one plain package from first to last: something before or after
// it, a comment, several volumes, zip64, a directory that does not add up (APPNOTE 6.3.10, 4.3).
std::optional<std::vector<DirectoryEntry>> read_directory(base::ByteView bytes);

}  // namespace baocao::package
