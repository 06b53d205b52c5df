// The internal list of the persons (units) that keep a target from being met.
#pragma once

#include "report/model.hpp"

namespace baocao::report {

// Never holds ID numbers.
List obstacle_values(const Input& input);

}  // namespace baocao::report
