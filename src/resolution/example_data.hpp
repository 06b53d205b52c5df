// The tables of one example as a dataset.
#pragma once

#include "config/node.hpp"
#include "schema/schema.hpp"
#include "table/dataset.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace baocao::resolution {

struct ExampleFault {
  const config::Node* where = nullptr;
  std::string message;
};

// Reads the lists of `example` that are named like tables. Faults are added to `faults`.
table::Dataset example_data(const config::Node& example,
                            const schema::Schema& schema,
                            std::vector<ExampleFault>& faults);

}  // namespace baocao::resolution
