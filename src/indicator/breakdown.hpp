// The records of an indicator told apart: by sex, by age, by kind of unit.
#pragma once

#include "base/ratio.hpp"
#include "indicator/counts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baocao::indicator {

// Numbers from `from` up to, but not including, `below`.
struct Band {
  std::string id;
  std::string label;
  std::optional<base::Ratio> from = {};   // none: no lower bound
  std::optional<base::Ratio> below = {};  // none: no upper bound
};

struct Breakdown {
  // A value of the counted row with a code list, or yes and no ("gioi_tinh", "can_bo.gioi_tinh",
  // "don_vi.loai"); with bands, a number ("tuoi(ngay_sinh)").
  std::string by;
  std::vector<Band> bands = {};  // in order, each beginning where the last one ends
};

struct Part {
  std::string key;  // code word, id of the band, "co"/"khong"; empty: not known
  std::string label;
  Counts counts = {};
};

}  // namespace baocao::indicator
