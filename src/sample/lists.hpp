// The lists beside the rosters: units, gradings, training, staffing quota, rotation, equipment.
#pragma once

#include "sample/grid.hpp"
#include "sample/people.hpp"
#include "sample/profile.hpp"
#include "sample/roster.hpp"

#include <cstdint>
#include <vector>

namespace baocao::sample {

struct Inputs {
  const Profile& profile;
  const Words& words;
  Size size;
  std::uint64_t seed;
  const std::vector<Person>& people;
};

Grid unit_list(const Inputs& inputs);
Grid grading_list(const Inputs& inputs);
Grid training_list(const Inputs& inputs);
Grid staffing_list(const Inputs& inputs);
Grid rotation_list(const Inputs& inputs);
Grid equipment_list(const Inputs& inputs);

}  // namespace baocao::sample
