// What earlier periods found, for trends. Each period has its own units; they are found by code.
#pragma once

#include "resolution/finding.hpp"
#include "resolution/trend.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace baocao::resolution {

class History {
 public:
  // A later period than those added so far. Findings and units must outlive this.
  void add(const Findings& findings, const table::Units& units);

  // The indicator of `now` in the unit with that code, in every period that has both, and at last
  // `now` itself, which `present` found.
  std::vector<Point> points(const Findings& present,
                            const Finding& now,
                            const std::string& unit) const;

 private:
  struct Past {
    const Findings* findings = nullptr;
    std::unordered_map<std::string, std::uint16_t> units;          // by code
    std::unordered_map<std::string_view, std::size_t> indicators;  // by id
  };

  std::vector<Past> periods_;
};

}  // namespace baocao::resolution
