#include "resolution/finding.hpp"

namespace baocao::resolution {

Finding Findings::at(std::size_t indicator, std::uint16_t unit) const {
  const Indicator& of = pack->indicators[indicator];
  const indicator::Result& result = results[indicator];
  Finding finding;
  finding.indicator = &of;
  finding.unit = unit;
  finding.counts = result.counts[unit];
  finding.missing_tables = &result.missing_tables;
  const Threshold* threshold = of.target.threshold ? &*of.target.threshold : nullptr;
  finding.estimate = estimate(finding.counts, threshold);
  finding.verdict = judge(finding.counts, of.target, as_of);
  if (threshold != nullptr) {
    finding.gap = gap(finding.counts, *threshold);
  }
  return finding;
}

}  // namespace baocao::resolution
