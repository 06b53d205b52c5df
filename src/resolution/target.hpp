// Targets and verdicts. A verdict compares n·q with p·d in exact integers; nothing is rounded
// first.
#pragma once

#include "base/date.hpp"
#include "base/ratio.hpp"
#include "indicator/indicator.hpp"
#include "resolution/threshold.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::resolution {

struct Target {
  std::optional<Threshold> threshold = {};  // none: the wording gives no figure, no verdict
  std::optional<base::Date> from = {};      // not judged before this day ("từ năm 2027")
  std::optional<base::Date> due = {};
  std::map<int, Threshold> milestones = {};  // by year
  bool yearly = false;                       // holds for each year by itself ("hằng năm")
  std::vector<std::string> judged_at = {};   // unit kinds the figure is set for; empty: every unit

  // The milestone in force: of the year of `as_of`, or the last before it. Null: none yet.
  const std::pair<const int, Threshold>* milestone_at(base::Date as_of) const;
};

enum class Verdict : std::uint8_t { met, not_met, undecided, no_data, not_due };
std::string_view name(Verdict verdict);  // "met", "not_met", …

// What a set of counts says about a share: the value and the interval the unknown records leave.
struct Estimate {
  std::optional<base::Ratio> value;  // n/d; n for a target that is a count
  std::optional<base::Ratio> low;    // n/(d+u2)
  std::optional<base::Ratio> high;   // (n+u1+u2)/(d+u2)
};

Estimate estimate(const indicator::Counts& counts, const Threshold* threshold);

// no_data: an empty population (d = 0 and nothing unknown) of a share, or a figure that is never
// judged ("khoảng"). undecided: the interval straddles the target, or the unit's own figure is not
// known. A count of nothing is 0.
Verdict judge(const indicator::Counts& counts, const Threshold& threshold);
// Also no_data without a threshold; not_due: as_of lies before `from`.
Verdict judge(const indicator::Counts& counts, const Target& target, base::Date as_of);

// How many more of the population must meet the condition for the target to hold, or, under a
// ceiling, how many fewer; 0 when it holds. Counts unknown records as not meeting it. Nothing
// without a figure or, for a share, a population.
std::optional<base::Ratio> gap(const indicator::Counts& counts, const Threshold& threshold);

}  // namespace baocao::resolution
