// What a person in charge has written about a demand that no table can measure.
#pragma once

#include "report/model.hpp"

namespace baocao::report {

// "Nội dung (nguồn)" of the unit's own rows of nhan_dinh for the indicator in the year of the
// report, joined by "; "; nothing for other indicators and where nobody has written.
Value statement_value(const Input& input,
                      const resolution::Indicator& indicator,
                      std::uint16_t unit);

}  // namespace baocao::report
