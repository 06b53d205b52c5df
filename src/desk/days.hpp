// The day of an archive::Act. Private to desk/.
#pragma once

#include "base/date.hpp"

#include <string_view>

namespace baocao::desk {

// "2026-10-05T08:30:00": the archive lets no other form in.
inline base::Date day_of(std::string_view at) {
  return base::Date::parse_iso(at.substr(0, 10)).value_or(base::Date());
}

}  // namespace baocao::desk
