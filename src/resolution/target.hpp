// Targets and verdicts. A verdict compares n·q with p·d in exact integers; nothing is rounded
// first.
#pragma once

#include "base/date.hpp"
#include "base/ratio.hpp"
#include "indicator/indicator.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace baocao::resolution {

enum class Comparator : std::uint8_t { at_least, more_than, equal };  // ≥ "trở lên", > "trên", =

struct Threshold {
  Comparator comparator = Comparator::at_least;
  base::Ratio value;  // a share (3/4) when `share`, else a count
  bool share = true;

  // ">= 75%", "> 95%", ">= 30".
  static std::optional<Threshold> parse(std::string_view text);
  std::string code() const;     // ">= 75%"
  std::string symbols() const;  // "≥ 75%" (decimal comma)
  std::string words() const;    // "từ 75% trở lên", "trên 95%", "100%"
};

struct Target {
  std::optional<Threshold> threshold = {};  // none: the wording gives no figure, no verdict
  std::optional<base::Date> from = {};      // not judged before this day ("từ năm 2027")
  std::optional<base::Date> due = {};
  std::map<int, Threshold> milestones = {};  // by year
};

enum class Verdict : std::uint8_t { met, not_met, undecided, no_data, not_due };
std::string_view name(Verdict verdict);  // "met", "not_met", …

// What a set of counts says about a share: the value and the interval the unknown records leave.
struct Estimate {
  std::optional<base::Ratio> value;  // n/d
  std::optional<base::Ratio> low;    // n/(d+u2)
  std::optional<base::Ratio> high;   // (n+u1+u2)/(d+u2)
};

Estimate estimate(const indicator::Counts& counts, const Threshold* threshold);

// no_data: no counts, or an empty population (d = 0 and nothing unknown). undecided: the interval
// straddles the target. not_due: as_of lies before `from`.
Verdict judge(const indicator::Counts& counts, const Target& target, base::Date as_of);

// How many more of the population must meet the condition for the target to hold; 0 when it holds.
// Counts unknown records as not meeting it. Nothing without a threshold or population.
std::optional<base::Ratio> gap(const indicator::Counts& counts, const Threshold& threshold);

}  // namespace baocao::resolution
