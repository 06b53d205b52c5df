// Tables of the data dictionary: templates/schema/<table>.toml.
#pragma once

#include "config/node.hpp"
#include "diag/diagnostic.hpp"
#include "schema/read_field.hpp"
#include "schema/schema.hpp"

#include <memory>
#include <string>

namespace baocao::schema {

// Faults (unknown types, lists, fields, codes of diagnostics) go to the sink.
std::unique_ptr<Table> read_table(const config::Node& root,
                                  const std::string& name,
                                  const std::string& file,
                                  const CodeLists& lists,
                                  diag::Sink& sink);

}  // namespace baocao::schema
