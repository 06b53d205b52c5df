// indicators.toml → indicators and situation figures.
#pragma once

#include "config/fields.hpp"
#include "resolution/pack.hpp"

namespace baocao::resolution {

// Adds the indicators and figures of the file to the pack; its conditions must have been read.
void read_indicators(const config::Node& root,
                     const std::shared_ptr<const SourceFile>& file,
                     Pack& pack,
                     diag::Sink& sink);

}  // namespace baocao::resolution
