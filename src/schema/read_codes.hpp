// Code lists: templates/schema/codes/<list>.toml.
#pragma once

#include "config/node.hpp"
#include "diag/diagnostic.hpp"
#include "schema/schema.hpp"

#include <memory>
#include <string>

namespace baocao::schema {

// Faults (unknown keys, two words with one text) go to the sink.
std::unique_ptr<CodeList> read_codes(const config::Node& root,
                                     const std::string& name,
                                     const std::string& file,
                                     diag::Sink& sink);

}  // namespace baocao::schema
