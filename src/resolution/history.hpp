// What earlier periods found, for trends. Each period has its own units; they are found by code.
#pragma once

#include "resolution/finding.hpp"
#include "resolution/trend.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace baocao::resolution {

// What one period found: values as in Point, by indicator id and unit code.
struct PastPeriod {
  struct Series {
    std::string definition;  // indicator::definition_hash
    std::map<std::string, std::optional<base::Ratio>, std::less<>> values = {};

    friend bool operator==(const Series&, const Series&) = default;
  };

  base::Date as_of;
  std::map<std::string, Series, std::less<>> indicators = {};

  friend bool operator==(const PastPeriod&, const PastPeriod&) = default;
};

class History {
 public:
  // A later period than those added so far.
  void add(PastPeriod period);
  void add(const Findings& findings, const table::Units& units);

  const std::vector<PastPeriod>& periods() const { return periods_; }

  // The indicator of `now` in the unit with that code, in every period that has both, and at last
  // `now` itself, which `present` found.
  std::vector<Point> points(const Findings& present,
                            const Finding& now,
                            const std::string& unit) const;

 private:
  std::vector<PastPeriod> periods_;
};

}  // namespace baocao::resolution
