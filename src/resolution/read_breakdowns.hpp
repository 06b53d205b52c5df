// [[bands]] and [[group]] of resolution.toml → breakdowns.
#pragma once

#include "config/fields.hpp"
#include "resolution/pack.hpp"

namespace baocao::resolution {

// Reads both lists from the root of the file. Bands that overlap, leave a gap or are not open at
// both ends give E425.
void read_breakdowns(config::Fields& from, const std::string& file, Pack& pack, diag::Sink& sink);

}  // namespace baocao::resolution
