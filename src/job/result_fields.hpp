// The fields results have in common in JSON and CSV (design §4).
#pragma once

#include "indicator/counts.hpp"
#include "resolution/target.hpp"

#include <optional>
#include <string>

namespace baocao::job {

// Counts are integers; sums that are not whole are decimal strings.
std::string amount_json(const base::Ratio& value);

// A decimal string with up to six decimals, a share in percent; null when it is not known.
std::string value_json(const std::optional<base::Ratio>& value, bool share);

// "n","d","unknown","value","low","high","u1","u2" (the two kinds of unknown, indicator::Counts):
// shares in percent with up to six decimals, counts as they are; all null when the job does not
// supply a table.
std::string counts_json(const indicator::Counts& counts,
                        const resolution::Estimate& estimate,
                        bool share,
                        bool supplied);
// The first six of them, with a comma between them; empty ones for what is not known.
std::string counts_csv(const indicator::Counts& counts,
                       const resolution::Estimate& estimate,
                       bool share,
                       bool supplied);

}  // namespace baocao::job
