// Each indicator over the periods of an archive, as its time judged it: targets and milestones are
// those of the definitions of each period.
#pragma once

#include "desk/compare.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baocao::desk {

// A figure a resolution sets, and whether it is met.
struct Judged {
  std::string code;     // ">= 75%"
  std::string target;   // "≥ 75%"
  std::string verdict;  // resolution::name(), or "none" where it is not to be judged
  std::string words;    // of the verdict: "đạt"
};

struct TrendPoint {
  std::string value;             // as printed: "46,4%", with decimals that agree with the verdict
  std::optional<Judged> target;  // nothing: that time had no such figure
  std::optional<Judged> milestone;  // of the year, or the last before it
  int milestone_year = 0;
};

struct Trend {
  Comparison comparison;
  std::vector<std::vector<TrendPoint>> points;  // by indicator, then period, as in the comparison
};

// Verdicts are on the packages accepted: a sum says nothing of units that sent none. A figure that
// is set for some kinds of units alone is not judged of a single unit where it may be another kind.
diag::Result<Trend> trend(const archive::Archive& archive,
                          const Selection& selection,
                          diag::Sink& faults);

// As compare_json, each value with "change" (percentage points for shares; null across a break),
// "target", "verdict" and "milestone": {"year","target","verdict"}, each null where there is none.
std::string trend_json(const Trend& trend);
std::string trend_text(const Trend& trend);
// The names of templates/desk/xu-huong.toml.
report::Map trend_model(const Trend& trend);

}  // namespace baocao::desk
