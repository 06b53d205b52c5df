// A bound table and its faults as plain lines that people can write and compare.
#pragma once

#include "diag/diagnostic.hpp"
#include "expectation.hpp"
#include "table/dataset.hpp"

#include <span>
#include <string>
#include <vector>

namespace baocao::corpus {

// The header and one line per row: dates 1985-03-05, 1985-03 or 1985, codes as keys, sets joined by
// "+", units as codes, "-" for a missing value.
std::string canonical_rows(const table::Dataset& dataset,
                           const std::string& table,
                           const std::vector<std::string>& fields);

// Sorted lines. A fault that an expected one describes is written as that one is.
std::string canonical_faults(std::span<const diag::Diagnostic> faults,
                             std::vector<ExpectedFault> expected);
std::string canonical_faults(std::span<const ExpectedFault> expected);

}  // namespace baocao::corpus
