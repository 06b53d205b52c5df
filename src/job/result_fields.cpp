#include "job/result_fields.hpp"

#include "diag/json.hpp"

#include <string_view>

namespace baocao::job {
namespace {

using base::Ratio;
using diag::json_string;

std::string value_text(const std::optional<Ratio>& value, bool share) {
  if (!value) {
    return {};
  }
  return (share ? *value * Ratio(100) : *value).decimal();
}

}  // namespace

std::string value_json(const std::optional<Ratio>& value, bool share) {
  return value ? json_string(value_text(value, share)) : "null";
}

std::string amount_json(const Ratio& value) {
  return value.is_integer() ? std::to_string(value.numerator()) : json_string(value.decimal());
}

std::string counts_json(const indicator::Counts& counts,
                        const resolution::Estimate& estimate,
                        bool share,
                        bool supplied) {
  if (!supplied) {
    return R"("n":null,"d":null,"unknown":null,"value":null,"low":null,"high":null,"u1":null,"u2":null)";
  }
  return "\"n\":" + amount_json(counts.n) + ",\"d\":" + amount_json(counts.d) +
         ",\"unknown\":" + amount_json(counts.unknown()) +
         ",\"value\":" + value_json(estimate.value, share) +
         ",\"low\":" + value_json(estimate.low, share) +
         ",\"high\":" + value_json(estimate.high, share) + ",\"u1\":" + amount_json(counts.u1) +
         ",\"u2\":" + amount_json(counts.u2);
}

std::string counts_csv(const indicator::Counts& counts,
                       const resolution::Estimate& estimate,
                       bool share,
                       bool supplied) {
  if (!supplied) {
    return ",,,,,";
  }
  return counts.n.decimal() + "," + counts.d.decimal() + "," + counts.unknown().decimal() + "," +
         value_text(estimate.value, share) + "," + value_text(estimate.low, share) + "," +
         value_text(estimate.high, share);
}

}  // namespace baocao::job
