// Rows of a unit, cut out of a list that several units share, as a CSV file of its own.
#pragma once

#include "table/dataset.hpp"

#include <set>
#include <string>

namespace baocao::job {

// The rows of `unit` that stand in one of `files`. Headers are the keys of the fields; the values
// read back as they are. Columns that none of the files has are left out.
std::string extract_csv(const table::Dataset& dataset,
                        const table::Table& table,
                        std::uint16_t unit,
                        const std::set<std::string>& files);

}  // namespace baocao::job
