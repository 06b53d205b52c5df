// What the entries of a package may be called and may be. Private to submission/.
#pragma once

#include "diag/diagnostic.hpp"
#include "package/zip_directory.hpp"

#include <string>
#include <vector>

namespace baocao::submission {

// G103, G104 and G106 to G109, all of them.
void check_names(const std::vector<package::DirectoryEntry>& entries,
                 const std::string& file,
                 diag::Sink& faults);

}  // namespace baocao::submission
