// Indicator × unit: what came out and what it means.
#pragma once

#include "base/date.hpp"
#include "indicator/indicator.hpp"
#include "resolution/pack.hpp"
#include "resolution/target.hpp"
#include "table/dataset.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace baocao::resolution {

struct Finding {
  const Indicator* indicator = nullptr;
  std::uint16_t unit = 0;
  indicator::Counts counts;
  Estimate estimate;
  Verdict verdict = Verdict::no_data;
  std::optional<base::Ratio> gap;
  const std::vector<std::string>* missing_tables = nullptr;  // never null; usually empty
};

struct Findings {
  const Pack* pack = nullptr;
  base::Date as_of;
  std::vector<indicator::Result> results;         // one per pack indicator, same order
  std::vector<indicator::Result> figure_results;  // one per pack figure, same order

  Finding at(std::size_t indicator, std::uint16_t unit) const;
};

}  // namespace baocao::resolution
