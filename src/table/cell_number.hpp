// Numbers in Vietnamese writing: "1.234", "12,5".
#pragma once

#include "base/ratio.hpp"
#include "input/sheet.hpp"
#include "table/cell_reading.hpp"

namespace baocao::table {

Reading<base::Ratio> read_number(const input::Cell& cell);

}  // namespace baocao::table
