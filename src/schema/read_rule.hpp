// [[rule]] of a table.
#pragma once

#include "config/node.hpp"
#include "diag/diagnostic.hpp"
#include "schema/schema.hpp"

#include <string>

namespace baocao::schema {

// `code` names a diagnostic of diag/codes.def; a rule without one is K310.
Rule read_rule(const config::Node& node, const std::string& file, diag::Sink& sink);

}  // namespace baocao::schema
