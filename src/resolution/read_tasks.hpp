// tasks.toml → tasks.
#pragma once

#include "config/fields.hpp"
#include "resolution/pack.hpp"

namespace baocao::resolution {

// The levels of the pack must have been read. E431 an id used twice; E435 keys that do not say one
// time, or a level that there is not.
void read_tasks(const config::Node& root, const std::string& file, Pack& pack, diag::Sink& sink);

}  // namespace baocao::resolution
