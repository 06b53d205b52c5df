// What the values of a manifest must be, alone and together. Private to submission/.
#pragma once

#include "submission/manifest.hpp"

namespace baocao::submission {

// G114: a value that is none; G119: roles; G120: counts; G121: definitions.
void check_manifest(const Manifest& manifest, const std::string& file, diag::Sink& faults);

}  // namespace baocao::submission
