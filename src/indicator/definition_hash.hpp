// Tells whether two periods counted the same thing.
#pragma once

#include "indicator/indicator.hpp"

#include <string>

namespace baocao::indicator {

// sha256 over what the indicator counts: its expressions, with the named conditions and parameters
// they use, white space aside. The target, titles and dates of the period have no part in it.
std::string definition_hash(const Definition& definition, const Context& context);

}  // namespace baocao::indicator
