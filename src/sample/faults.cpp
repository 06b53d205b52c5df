#include "sample/faults.hpp"

#include <set>
#include <string_view>

namespace baocao::sample {
namespace {

bool is_specialist(const Person& person) {
  return person.word("dien_quan_ly") == "khac" && person.word("nhom") == "cong_chuc";
}

// Specialists of communes with the fault's layout that have no fault yet.
std::vector<Person*> candidates_for(const Fault& fault,
                                    const std::vector<std::string>& layouts,
                                    const std::set<std::size_t>& used_units,
                                    std::vector<Person>& people) {
  std::vector<Person*> candidates;
  for (Person& person : people) {
    if (is_specialist(person) && layouts[person.unit] == fault.layout &&
        !used_units.contains(person.unit)) {
      candidates.push_back(&person);
    }
  }
  return candidates;
}

}  // namespace

void plant_faults(const Profile& profile,
                  const std::vector<std::string>& layouts,
                  std::vector<Person>& people,
                  Random& random) {
  std::set<std::size_t> used_units;
  for (const Fault& fault : profile.faults) {
    const auto candidates = candidates_for(fault, layouts, used_units, people);
    if (candidates.empty()) {
      continue;
    }
    Person& person = *random.pick(candidates);
    used_units.insert(person.unit);
    person.repeated = fault.repeat;
    if (!fault.repeat) {
      person.planted[fault.field] = fault.text;
    }
  }
}

}  // namespace baocao::sample
