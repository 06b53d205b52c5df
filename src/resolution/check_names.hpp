// Names a pack gives: none without use, none with two meanings.
#pragma once

#include "resolution/pack.hpp"

namespace baocao::resolution {

// E423 unused parameter, E424 unused condition, E426 a name with two meanings.
void check_names(const Pack& pack, diag::Sink& sink);

}  // namespace baocao::resolution
