// Dates and periods as official documents write them: a day below 10 and the months 1 and 2 take
// a leading zero (HD 05-HD/VPTW; NĐ 30/2020, Phụ lục I).
#pragma once

#include "base/date.hpp"
#include "base/period.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace baocao::text {

std::string short_date(base::Date date);  // "05/9/2026", "17/02/2026"
std::string long_date(base::Date date);   // "ngày 05 tháng 9 năm 2026"
std::string table_date(base::Date date);  // "05/09/2026", columns of equal width

// "quý III năm 2026", "6 tháng đầu năm 2026", "tháng 7 năm 2026", "năm 2026".
std::string period_name(const base::Period& period);

// Reads what people type: "05/3/1985", "5.3.1985", "5-3-1985", "ngày 05 tháng 9 năm 2026",
// "1985-03-05", with month precision "3/1985", "02-1985" and year precision "1985".
// Two-digit years are refused here (nothing): they need a decision about the century.
std::optional<base::DateRange> parse_date(std::string_view text);

}  // namespace baocao::text
