// "05/3/1985" cut into its numbers.
#pragma once

#include <optional>
#include <string_view>

namespace baocao::table {

struct DateParts {
  int first = 0;   // the day, as Vietnamese dates are written
  int second = 0;  // the month
  int year = 0;    // as written: 85 stays 85
  int year_digits = 0;
};

// Three numbers of at most two, two and two or four digits with one separator between them;
// nothing for any other text ("1985-03-05" names its order itself).
std::optional<DateParts> date_parts(std::string_view text);

}  // namespace baocao::table
