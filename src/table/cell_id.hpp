// CCCD (12 digits) and CMND (9 digits) numbers (Luật Căn cước 2023, art. 12).
#pragma once

#include "input/sheet.hpp"
#include "table/cell_reading.hpp"

#include <string>

namespace baocao::table {

// Digits only. Excel drops the zeros that every CCCD begins with: a number of 10 or 11 digits gets
// them back, with a warning. Faults never show the number.
Reading<std::string> read_id(const input::Cell& cell);

}  // namespace baocao::table
