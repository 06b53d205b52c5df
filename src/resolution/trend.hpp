// One indicator of one unit over several periods: change, pace, forecast.
#pragma once

#include "base/date.hpp"
#include "base/ratio.hpp"
#include "resolution/target.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baocao::resolution {

// What a period found.
struct Point {
  base::Date as_of;
  std::optional<base::Ratio> value;  // a share, or a count; nothing: no figure
  std::string definition;            // indicator::definition_hash
};

// All values in the unit of the points; a year is 365 days.
struct Trend {
  std::optional<base::Ratio> before;  // value of the period before
  std::optional<base::Ratio> change;  // since then
  std::optional<base::Ratio> actual;  // change per year since the first period
  std::optional<base::Ratio>
      needed;  // change per year until `due` that reaches the figure; 0: reached
  // Value on the day `due` if the actual pace goes on; a share stays within 0 and 1. A forecast, to
  // be printed as one.
  std::optional<base::Ratio> forecast;
  // Some period counted something else: periods up to the last such one are left out above.
  std::optional<base::Date> broken_at;
};

// `points` in the order of time, the present last. Without a known figure or a later day `due`
// there is neither a needed pace nor a forecast; nor for a target of each year by itself.
Trend trend(const std::vector<Point>& points,
            const std::optional<Threshold>& threshold,
            const Target& target);

}  // namespace baocao::resolution
