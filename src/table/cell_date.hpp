// Dates as rosters hold them: real date cells, text in many forms, bare years.
#pragma once

#include "base/date.hpp"
#include "input/sheet.hpp"
#include "schema/schema.hpp"
#include "table/cell_reading.hpp"

#include <optional>

namespace baocao::table {

// `years` settle what a date alone leaves open: the century of "85", whether 31111 is a day.
Reading<base::DateRange> read_date(const input::Cell& cell,
                                   const std::optional<schema::Years>& years);

}  // namespace baocao::table
