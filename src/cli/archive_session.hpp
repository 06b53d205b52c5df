// What the commands on an archive share.
#pragma once

#include "archive/archive.hpp"
#include "cli/arguments.hpp"

#include <optional>
#include <string>

namespace baocao::cli {

// The open archive, or nothing after its fault was printed.
std::optional<archive::Archive> open_archive(const Desk& desk, archive::Access access);

// The one period of the archive with this code, of this resolution (empty: any); nothing after a
// fault was printed (U112 when several resolutions have it).
std::optional<archive::Period> find_period(const archive::Archive& archive,
                                           const std::string& resolution,
                                           const std::string& period);

// Prints the fault; errors.
Exit fail(const diag::Diagnostic& fault);

}  // namespace baocao::cli
