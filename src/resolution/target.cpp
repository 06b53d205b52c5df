#include "resolution/target.hpp"

#include <algorithm>
#include <array>

namespace baocao::resolution {
namespace {

using base::Ratio;

// Of an interval of possible values. An "equal" target inside a wider interval may be met or not.
Verdict judge_interval(const Ratio& low, const Ratio& high, const Threshold& threshold) {
  if (low == high) {
    return holds(low, threshold) ? Verdict::met : Verdict::not_met;
  }
  if (threshold.comparator == Comparator::equal) {
    const bool possible = low <= threshold.value && threshold.value <= high;
    return possible ? Verdict::undecided : Verdict::not_met;
  }
  const Ratio& worst = threshold.is_ceiling() ? high : low;
  const Ratio& best = threshold.is_ceiling() ? low : high;
  if (holds(worst, threshold)) {
    return Verdict::met;
  }
  return holds(best, threshold) ? Verdict::undecided : Verdict::not_met;
}

bool counts_something(const indicator::Counts& counts) {
  return !counts.d.is_zero() || !counts.unknown().is_zero();
}

}  // namespace

const std::pair<const int, Threshold>* Target::milestone_at(base::Date as_of) const {
  const auto next = milestones.upper_bound(as_of.year());
  return next == milestones.begin() ? nullptr : &*std::prev(next);
}

std::string_view name(Verdict verdict) {
  constexpr std::array<std::string_view, 5> names = {
      "met", "not_met", "undecided", "no_data", "not_due"};
  return names.at(static_cast<std::size_t>(verdict));
}

Estimate estimate(const indicator::Counts& counts, const Threshold* threshold) {
  Estimate result;
  const bool bounded = counts.open.is_zero();
  if (threshold != nullptr && !threshold->share) {
    result.value = counts.n;
    if (bounded) {
      result.low = counts.n;
      result.high = counts.n + counts.u1 + counts.u2;
    }
    return result;
  }
  if (!counts.d.is_zero()) {
    result.value = counts.n / counts.d;
  }
  const Ratio widest = counts.d + counts.u2;
  if (bounded && !widest.is_zero()) {
    result.low = counts.n / widest;
    result.high = (counts.n + counts.u1 + counts.u2) / widest;
  }
  return result;
}

Verdict judge(const indicator::Counts& counts, const Threshold& threshold) {
  if (threshold.comparator == Comparator::about) {
    return Verdict::no_data;
  }
  if (threshold.share && !counts_something(counts)) {
    return Verdict::no_data;
  }
  const Estimate interval = estimate(counts, &threshold);
  if (!threshold.known || !interval.low || !interval.high) {
    return Verdict::undecided;
  }
  return judge_interval(*interval.low, *interval.high, threshold);
}

Verdict judge(const indicator::Counts& counts, const Target& target, base::Date as_of) {
  if (target.from && as_of < *target.from) {
    return Verdict::not_due;
  }
  return target.threshold ? judge(counts, *target.threshold) : Verdict::no_data;
}

std::optional<Ratio> gap(const indicator::Counts& counts, const Threshold& threshold) {
  if (!threshold.known || (threshold.share && counts.d.is_zero())) {
    return std::nullopt;
  }
  const Ratio needed = threshold.share ? threshold.value * counts.d : threshold.value;
  const Ratio zero(0);
  switch (threshold.comparator) {
    case Comparator::at_least:
      return std::max(zero, Ratio((needed - counts.n).ceil()));
    case Comparator::more_than:
      return std::max(zero, Ratio((needed - counts.n).floor() + 1));
    case Comparator::equal: {
      // Adding whole records reaches the figure exactly or not at all.
      const Ratio lacking = needed - counts.n;
      return lacking >= zero && lacking.is_integer() ? std::optional(lacking) : std::nullopt;
    }
    case Comparator::at_most:
      return std::max(zero, Ratio((counts.n - needed).ceil()));
    case Comparator::less_than:
      return std::max(zero, Ratio((counts.n - needed).floor() + 1));
    case Comparator::about:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace baocao::resolution
