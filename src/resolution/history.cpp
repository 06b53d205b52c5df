#include "resolution/history.hpp"

namespace baocao::resolution {

void History::add(const Findings& findings, const table::Units& units) {
  Past past;
  past.findings = &findings;
  for (std::size_t unit = 0; unit < units.all.size(); ++unit) {
    past.units.emplace(units.all[unit].code, static_cast<std::uint16_t>(unit));
  }
  const auto& indicators = findings.pack->indicators;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    past.indicators.emplace(indicators[i].definition.id, i);
  }
  periods_.push_back(std::move(past));
}

std::vector<Point> History::points(const Findings& present,
                                   const Finding& now,
                                   const std::string& unit) const {
  std::vector<Point> points;
  for (const Past& past : periods_) {
    const auto number = past.units.find(unit);
    const auto indicator = past.indicators.find(now.indicator->definition.id);
    if (number != past.units.end() && indicator != past.indicators.end()) {
      points.push_back({past.findings->as_of,
                        past.findings->at(indicator->second, number->second).estimate.value,
                        past.findings->results[indicator->second].hash});
    }
  }
  const auto own = static_cast<std::size_t>(now.indicator - present.pack->indicators.data());
  points.push_back({present.as_of, now.estimate.value, present.results[own].hash});
  return points;
}

}  // namespace baocao::resolution
