// What a report found, and what it compared with, as the archive keeps it for the report of a later
// period: the very values, definitions and dates that trends are made of. Not as results.json,
// whose counts would have to be made into values again, by rules that may be others by then.
#pragma once

#include "diag/result.hpp"
#include "resolution/history.hpp"

#include <string>
#include <string_view>

namespace baocao::desk {

// {"periods":[{"as_of","indicators":[{"indicator","definition","values":{"05665":[1,2],…}}]}]}: a
// value is [numerator, denominator] in lowest terms, or null. In the order of time, ids and codes.
std::string history_json(const resolution::History& history);

// G324 for what history_json() did not write.
diag::Result<resolution::History> read_history(std::string_view json, const std::string& file);

}  // namespace baocao::desk
