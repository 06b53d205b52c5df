// Indicator × unit: what came out and what it means.
#pragma once

#include "base/date.hpp"
#include "indicator/indicator.hpp"
#include "resolution/completeness.hpp"
#include "resolution/pack.hpp"
#include "resolution/target.hpp"
#include "table/dataset.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace baocao::resolution {

// The step of the year, judged beside the final target.
struct Milestone {
  int year = 0;
  Threshold threshold;
  Verdict verdict = Verdict::no_data;
  std::optional<base::Ratio> gap;
};

struct Finding {
  const Indicator* indicator = nullptr;
  std::uint16_t unit = 0;
  indicator::Counts counts;
  Estimate estimate;
  std::optional<Threshold> threshold;  // the unit's own, where each has another
  Verdict verdict = Verdict::no_data;
  // Vietnamese: why there is no verdict although there may be figures ("khoảng"); empty otherwise.
  std::string_view not_judged;
  std::optional<base::Ratio> gap;
  std::optional<Milestone> milestone;
  const std::vector<std::string>* missing_tables = nullptr;  // never null; usually empty
  std::optional<Reporting> reporting;  // of the units below; none where there are none
};

// One indicator in one unit; `unit_kind` is a key of loai_don_vi.
Finding finding(const Indicator& indicator,
                const indicator::Result& result,
                std::uint16_t unit,
                std::string_view unit_kind,
                base::Date as_of);

// The unit's own figure as it is printed: with as few decimals, from two, as leave value, interval
// and verdict in agreement. Where none do it is printed as "khoảng".
std::optional<Threshold> shown_threshold(const Finding& finding);

struct Findings {
  const Pack* pack = nullptr;
  base::Date as_of;
  std::vector<indicator::Result> results;         // one per pack indicator, same order
  std::vector<indicator::Result> figure_results;  // one per pack figure, same order
  const table::Units* units = nullptr;            // of the results; null: kinds are not known
  Completeness completeness;

  Finding at(std::size_t indicator, std::uint16_t unit) const;
};

}  // namespace baocao::resolution
