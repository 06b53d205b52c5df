#include "resolution/history.hpp"

#include <utility>

namespace baocao::resolution {

void History::add(PastPeriod period) {
  periods_.push_back(std::move(period));
}

void History::add(const Findings& findings, const table::Units& units) {
  PastPeriod period{.as_of = findings.as_of};
  const auto& indicators = findings.pack->indicators;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    PastPeriod::Series& series = period.indicators[indicators[i].definition.id];
    series.definition = findings.results[i].hash;
    for (std::size_t unit = 0; unit < units.all.size(); ++unit) {
      series.values.emplace(units.all[unit].code,
                            findings.at(i, static_cast<std::uint16_t>(unit)).estimate.value);
    }
  }
  add(std::move(period));
}

std::vector<Point> History::points(const Findings& present,
                                   const Finding& now,
                                   const std::string& unit) const {
  std::vector<Point> points;
  for (const PastPeriod& past : periods_) {
    const auto series = past.indicators.find(now.indicator->definition.id);
    if (series == past.indicators.end()) {
      continue;
    }
    const auto value = series->second.values.find(unit);
    if (value != series->second.values.end()) {
      points.push_back({past.as_of, value->second, series->second.definition});
    }
  }
  const auto own = static_cast<std::size_t>(now.indicator - present.pack->indicators.data());
  points.push_back({present.as_of, now.estimate.value, present.results[own].hash});
  return points;
}

}  // namespace baocao::resolution
