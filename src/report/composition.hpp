// Situation figures of the resolution: who the people are, without targets.
#pragma once

#include "report/model.hpp"

namespace baocao::report {

// One map per figure group: ma, ten, doi_tuong, tong, dong.
List composition_values(const Input& input);

// Every figure by its id: so_lieu['cap_uy.nu'].n.
Map figure_values(const Input& input);

// The size of the population of the figures whose id starts with `prefix` ("cap_uy."); none when
// there is no such figure or its table is missing.
Value population_of(const Input& input, std::string_view prefix);

}  // namespace baocao::report
