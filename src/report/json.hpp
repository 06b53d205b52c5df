// Data of a template as JSON text (RFC 8259), for rendering without a job.
#pragma once

#include "diag/result.hpp"
#include "report/value.hpp"

#include <string>
#include <string_view>

namespace baocao::report {

inline constexpr std::size_t deepest_json = 100;

// Numbers keep their decimal digits exactly; names keep their order. Refused (T505): what is no
// JSON in UTF-8, a name twice in one object, nesting over `deepest_json`, numbers beyond 64 bits.
diag::Result<Value> parse_json(std::string_view json, const std::string& file);

}  // namespace baocao::report
