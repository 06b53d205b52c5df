// Dates as rosters hold them: real date cells, text in many forms, bare years.
#pragma once

#include "base/date.hpp"
#include "input/sheet.hpp"
#include "table/cell_reading.hpp"

namespace baocao::table {

Reading<base::DateRange> read_date(const input::Cell& cell);

}  // namespace baocao::table
