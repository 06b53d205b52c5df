// The results of bound definitions over all units.
#pragma once

#include "indicator/indicator.hpp"
#include "indicator/ready.hpp"

#include <vector>

namespace baocao::indicator {

// In the order of the definitions; the same for any number of threads.
std::vector<Result> results_of(const std::vector<Ready>& ready,
                               const expr::View& view,
                               unsigned threads);

}  // namespace baocao::indicator
