// The lines of job.toml that settle which column is meant.
#pragma once

#include <string>
#include <vector>

namespace baocao::table {

// Ready to be copied: [columns."<file>"] and one line for each header and key. One of the lines is
// to be chosen where there are several.
std::vector<std::string> settling_lines(const std::string& file,
                                        const std::vector<std::string>& headers,
                                        const std::vector<std::string>& keys);

}  // namespace baocao::table
