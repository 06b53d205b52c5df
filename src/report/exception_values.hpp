// What overrides.toml let pass, in the model.
#pragma once

#include "report/model.hpp"

namespace baocao::report {

// Each exception of the unit and the units below it, with the person.
List exception_values(const Input& input);

// The same counted by rule, unit, reason, who allowed it and until when, without persons.
List exception_counts(const Input& input);

}  // namespace baocao::report
