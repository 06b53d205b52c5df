// Relationships between the parts of a package (ECMA-376, Part 2, clause 9.3).
#pragma once

#include "input/xlsx/part.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::input::xlsx {

struct Relationship {
  std::string id;
  std::string type;  // the last word of the type's URI, alike in Transitional and Strict: "styles"
  std::string target;  // name of the part
};

class Relationships {
 public:
  // Those of `part`, or of the package when `part` is empty. None when the package has no such
  // part.
  static diag::Result<Relationships> of(const Source& source, std::string_view part);

  const Relationship* with_id(std::string_view id) const;      // null when there is none
  const Relationship* with_type(std::string_view type) const;  // the first; null when there is none

 private:
  std::vector<Relationship> all_;
};

// "xl/worksheets/sheet1.xml" for "../worksheets/sheet1.xml" in xl/x/a.xml or "/xl/worksheets/…".
std::string resolved_target(std::string_view part, std::string_view target);

}  // namespace baocao::input::xlsx
