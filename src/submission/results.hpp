// results.json of a package: the counts a unit hands up, and how they differ from counts made anew.
#pragma once

#include "base/date.hpp"
#include "base/period.hpp"
#include "base/ratio.hpp"
#include "diag/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::submission {

struct Amounts {
  base::Ratio n;
  base::Ratio d;
  base::Ratio u1;
  base::Ratio u2;
  base::Ratio unknown;

  friend bool operator==(const Amounts&, const Amounts&) = default;
};

// An indicator or a situation figure of one unit.
struct ResultRow {
  std::string id;
  std::string unit;                // code
  std::string definition;          // sha256 of what it counts
  std::optional<Amounts> amounts;  // nothing: the unit supplied no data for it

  friend bool operator==(const ResultRow&, const ResultRow&) = default;
};

struct Results {
  std::string resolution;
  base::Period period;
  base::Date as_of;
  std::vector<ResultRow> rows;  // indicators, then figures
};

// Reads what `compute --json` writes. G122 when it is anything else.
diag::Result<Results> read_results(std::string_view json, const std::string& file);

// One line for each indicator that differs, is missing or was added, as a person reads it:
// "5a: gói ghi 3/5 (chưa rõ 0), tính lại được 2/5 (chưa rõ 1)". Empty: the same.
std::vector<std::string> differences(const Results& stated, const Results& recomputed);

}  // namespace baocao::submission
