#include "resolution/trend.hpp"

#include <algorithm>
#include <stdexcept>

namespace baocao::resolution {
namespace {

using base::Ratio;

constexpr std::int64_t days_in_year = 365;

Ratio years_between(base::Date from, base::Date to) {
  return {to.days() - from.days(), days_in_year};
}

// The present and the periods before it that counted the same thing and have a figure.
std::vector<Point> comparable(const std::vector<Point>& points, Trend& trend) {
  std::vector<Point> kept;
  for (const Point& point : points) {
    if (point.definition != points.back().definition) {
      trend.broken_at = point.as_of;
      kept.clear();
    } else if (point.value) {
      kept.push_back(point);
    }
  }
  return kept;
}

void add_forecast(const Point& now, const Threshold& threshold, base::Date due, Trend& trend) {
  const Ratio left = years_between(now.as_of, due);
  trend.needed = holds(*now.value, threshold) ? Ratio(0) : (threshold.value - *now.value) / left;
  if (!trend.actual) {
    return;
  }
  const Ratio straight = *now.value + *trend.actual * left;
  const Ratio bounded = std::max(Ratio(0), straight);
  trend.forecast = threshold.share ? std::min(Ratio(1), bounded) : bounded;
}

}  // namespace

Trend trend(const std::vector<Point>& points,
            const std::optional<Threshold>& threshold,
            const Target& target) {
  Trend trend;
  if (points.empty() || !points.back().value) {
    return trend;
  }
  const std::vector<Point> kept = comparable(points, trend);
  const Point& now = kept.back();
  try {
    if (kept.size() > 1) {
      trend.before = kept[kept.size() - 2].value;
      trend.change = *now.value - *trend.before;
    }
    if (kept.front().as_of < now.as_of) {
      trend.actual =
          (*now.value - *kept.front().value) / years_between(kept.front().as_of, now.as_of);
    }
    const bool judged = threshold && threshold->known && threshold->comparator != Comparator::about;
    if (judged && target.due && now.as_of < *target.due && !target.yearly) {
      add_forecast(now, *threshold, *target.due, trend);
    }
  } catch (const std::overflow_error&) {
    Trend none;  // no figure rather than a wrong one
    none.broken_at = trend.broken_at;
    return none;
  }
  return trend;
}

}  // namespace baocao::resolution
