// The project's own data dictionary, read once for all tests of a program.
#pragma once

#include "schema/schema.hpp"

#include <stdexcept>

namespace baocao::test {

inline const schema::Schema& project_schema() {
  static const schema::Schema schema = [] {
    diag::Sink sink;
    auto loaded = schema::Schema::load(BAOCAO_SOURCE_DIR "/templates/schema", sink);
    if (!loaded) {
      throw std::runtime_error("templates/schema: " + loaded.error().message);
    }
    return std::move(*loaded);
  }();
  return schema;
}

}  // namespace baocao::test
