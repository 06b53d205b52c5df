#include "resolution/finding.hpp"

#include <algorithm>

namespace baocao::resolution {
namespace {

// The figure the unit is held to.
std::optional<Threshold> own_threshold(const Target& target,
                                       const indicator::Result& result,
                                       std::uint16_t unit) {
  if (!target.threshold || target.threshold->formula.empty()) {
    return target.threshold;
  }
  const bool exact = unit < result.thresholds.size() && result.thresholds[unit].exact();
  return target.threshold->with(exact ? std::optional(result.thresholds[unit].low) : std::nullopt);
}

std::string_view reason_not_to_judge(const Indicator& indicator, std::string_view unit_kind) {
  const Target& target = indicator.target;
  if (!indicator.statement.empty()) {
    return "nội dung này do người có thẩm quyền nhận định, chương trình không kết luận";
  }
  if (!target.threshold) {
    return "nghị quyết không nêu mức nên không kết luận";
  }
  if (target.threshold->comparator == Comparator::about) {
    return "nghị quyết chỉ nêu mức \"khoảng\" nên không kết luận";
  }
  const auto& kinds = target.judged_at;
  if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), unit_kind) == kinds.end()) {
    return "mức này không đặt cho riêng từng đơn vị cấp này nên không kết luận";
  }
  return {};
}

// Whether the unit has any row to count from, in the population or not.
bool has_reported(const indicator::Result& result, std::uint16_t unit) {
  return unit < result.rows.size() && result.rows[unit] != 0;
}

void judge_milestone(const Target& target, base::Date as_of, Finding& finding) {
  if (const auto* in_force = target.milestone_at(as_of)) {
    const Threshold& step = in_force->second;
    finding.milestone = Milestone{
        in_force->first, step, judge(finding.counts, step), resolution::gap(finding.counts, step)};
  }
}

}  // namespace

Finding finding(const Indicator& indicator,
                const indicator::Result& result,
                std::uint16_t unit,
                std::string_view unit_kind,
                base::Date as_of) {
  const Target& target = indicator.target;
  Finding finding;
  finding.indicator = &indicator;
  finding.unit = unit;
  finding.counts = result.counts[unit];
  finding.missing_tables = &result.missing_tables;
  finding.threshold = own_threshold(target, result, unit);
  finding.not_judged = reason_not_to_judge(indicator, unit_kind);
  // A count of nothing is 0 only where something was reported to count from.
  const bool share = !finding.threshold || finding.threshold->share;
  const bool stated = !indicator.statement.empty();
  if (stated || !result.missing_tables.empty() || (!share && !has_reported(result, unit))) {
    finding.verdict = target.from && as_of < *target.from ? Verdict::not_due : Verdict::no_data;
    return finding;
  }
  finding.estimate = estimate(finding.counts, finding.threshold ? &*finding.threshold : nullptr);
  if (target.from && as_of < *target.from) {
    finding.verdict = Verdict::not_due;
  } else if (finding.not_judged.empty()) {
    finding.verdict = judge(finding.counts, *finding.threshold);
    judge_milestone(target, as_of, finding);
  }
  if (finding.threshold && finding.not_judged.empty()) {
    finding.gap = resolution::gap(finding.counts, *finding.threshold);
  }
  return finding;
}

std::optional<Threshold> shown_threshold(const Finding& finding) {
  if (!finding.threshold || finding.threshold->formula.empty() || !finding.threshold->known) {
    return finding.threshold;
  }
  const auto& [value, low, high] = finding.estimate;
  return rounded(*finding.threshold, {value, low, high});
}

Finding Findings::at(std::size_t indicator, std::uint16_t unit) const {
  const std::string_view kind =
      units == nullptr ? std::string_view() : std::string_view(units->all[unit].kind);
  Finding found = finding(pack->indicators[indicator], results[indicator], unit, kind, as_of);
  found.reporting = completeness.of(results[indicator], unit);
  return found;
}

}  // namespace baocao::resolution
