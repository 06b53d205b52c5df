// Reading the generator's own data files under templates/.
#pragma once

#include "config/node.hpp"
#include "diag/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace baocao::sample {

// M101 when the file cannot be read.
diag::Result<std::string> read_text(const std::filesystem::path& path);
diag::Result<config::Node> read_toml(const std::filesystem::path& path);

// Rows of a plain comma-separated file, without its header row; no quotes. M104 when a row has not
// `columns` values.
diag::Result<std::vector<std::vector<std::string>>> read_rows(const std::filesystem::path& path,
                                                              std::size_t columns);

// M104: the data of the generator contradict each other.
diag::Diagnostic contradiction(const std::filesystem::path& path, std::string message);

}  // namespace baocao::sample
