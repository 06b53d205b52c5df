// Faults planted on purpose, so that a newcomer sees what checking does.
#pragma once

#include "sample/people.hpp"
#include "sample/profile.hpp"
#include "sample/random.hpp"

#include <vector>

namespace baocao::sample {

// Plants each fault of the profile on a specialist outside the committees, each in another commune
// whose roster has the fault's layout; a fault without such a commune is left out.
// `layouts`: name of the layout of each commune.
void plant_faults(const Profile& profile,
                  const std::vector<std::string>& layouts,
                  std::vector<Person>& people,
                  Random& random);

}  // namespace baocao::sample
