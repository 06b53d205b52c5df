// The results of a job told apart: by sex, by age, by kind of unit.
#pragma once

#include "job/compute.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::job {

// A [[bands]] or [[group]] of the resolution by its id, or a field of the counted rows
// ("gioi_tinh", "don_vi.loai").
resolution::Breakdown breakdown_named(const resolution::Pack& pack, std::string_view name);

struct IndicatorParts {
  const resolution::Indicator* indicator = nullptr;
  std::uint16_t unit = 0;
  std::vector<indicator::Part> parts;
};

// Every indicator of every unit whose records can be told apart so. The others are noted in
// `notes` (E427, once each).
std::vector<IndicatorParts> told_apart(const Computed& computed,
                                       const std::vector<std::uint16_t>& units,
                                       const resolution::Breakdown& breakdown,
                                       unsigned threads,
                                       diag::Sink& notes);

// As results_json and results_csv, a row for each part: with "by", "group" (key), "group_label",
// and no target.
std::string parts_json(const Loaded& loaded,
                       const std::vector<IndicatorParts>& parts,
                       const resolution::Breakdown& breakdown);
std::string parts_csv(const Loaded& loaded,
                      const std::vector<IndicatorParts>& parts,
                      const resolution::Breakdown& breakdown);

}  // namespace baocao::job
