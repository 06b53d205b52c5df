// Two countings of the same unit that must not differ.
#pragma once

#include "diag/diagnostic.hpp"

#include <string>

namespace baocao::job {

// Compares two documents of results_json by their counts and definitions: G207, with a note for
// each that differs. `file` names what the second was counted from.
void demand_same_counts(const std::string& counted,
                        const std::string& again,
                        const std::string& file,
                        diag::Sink& fatal);

}  // namespace baocao::job
