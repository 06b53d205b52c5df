// What the commands on a job share: finding the templates, loading, computing, printing faults.
#pragma once

#include "cli/arguments.hpp"
#include "job/compute.hpp"
#include "job/load.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace baocao::cli {

// The folder given, else the first templates/ with a schema/ in it: beside the program, above it,
// or above the working folder. Empty, with a fault printed, when there is none.
std::filesystem::path find_templates(const Common& common);

unsigned threads_of(const Common& common);

job::Options options_for(const Common& common);

// A loaded job, or nothing after its faults were printed.
std::unique_ptr<job::Loaded> load(const std::string& path, const job::Options& options);

// Its results, or nothing after the faults of the definitions were printed.
std::unique_ptr<job::Computed> compute(const job::Loaded& loaded, const job::Options& options);

// Adds the period to compare with, the one before it, and so on to the history of `computed`. Stops
// at a period that does not lie before the one that names it, so that a circle ends. False, after
// its faults were printed, when one of them cannot be computed or the first does not lie before.
bool add_history(const job::Loaded& loaded, const job::Options& options, job::Computed& computed);

// The units a command is about, or nothing after a fault was printed.
std::optional<std::vector<std::uint16_t>> choose_units(const job::Loaded& loaded,
                                                       const UnitChoice& choice);

// errors, warnings or done, by the faults of the data.
Exit status_of_data(const job::Loaded& loaded);

}  // namespace baocao::cli
