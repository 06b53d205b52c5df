// How much one file may hold. Far above honest rosters, far below what makes a laptop swap.
#pragma once

#include "diag/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace baocao::input {

// The grid of Excel (ECMA-376, Part 1, 18.3.1.4 and 18.3.1.73).
constexpr std::uint32_t max_rows = 1'048'576;
constexpr std::uint32_t max_columns = 16'384;

// A roster of 25 columns may fill every row of a sheet. All of these are of a whole workbook.
constexpr std::size_t max_cells = 27'000'000;
constexpr std::size_t max_empty_cells = 5UL * max_rows;       // formatted, without a value
constexpr std::size_t max_strings = 12'000'000;               // shared by cells
constexpr std::size_t max_text_bytes = 1024UL * 1024 * 1024;  // of all cells
constexpr std::size_t max_merged = 200'000;                   // areas of a sheet
constexpr std::size_t max_token_bytes = 1024UL * 1024;        // one tag or run of text
constexpr int max_depth = 64;                                 // of elements in a part

diag::Diagnostic over_limit(std::string what, diag::Span span);  // F207

}  // namespace baocao::input
