// Units in the model: the issuing unit, the units below it, who has handed in, how many people.
#pragma once

#include "report/model.hpp"

namespace baocao::report {

Value unit_value(const table::Dataset& dataset, std::uint16_t unit);

// tong_so, so_xa, xa, phuong, dac_khu over `unit` and below; cap_uy is added from the figures.
Map staff_values(const table::Dataset& dataset, std::uint16_t unit);

// Which communes have handed in a roster.
Value submission_value(const table::Dataset& dataset, std::uint16_t unit);

// The units directly below, with their indicators.
List commune_values(const Input& input);

}  // namespace baocao::report
