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

constexpr std::size_t max_cells = 10'000'000;                // of all sheets
constexpr std::size_t max_strings = 4'000'000;               // shared strings of a workbook
constexpr std::size_t max_text_bytes = 512UL * 1024 * 1024;  // of all cells
constexpr std::size_t max_token_bytes = 1024UL * 1024;       // one tag or run of text
constexpr int max_depth = 64;                                // of elements in a part

diag::Diagnostic over_limit(std::string what, diag::Span span);  // F207

}  // namespace baocao::input
