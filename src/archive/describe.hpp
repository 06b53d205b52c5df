// What stands in the tables about one thing, as the JSON that its log record holds. Written when
// the thing is, and made again by verify(), so that no row can change unnoticed. Private to
// archive/.
#pragma once

#include "archive/database.hpp"
#include "archive/records.hpp"

#include <cstdint>
#include <string>

namespace baocao::archive {

// Everything but the lock, which has a record of its own.
std::string describe_period(const Database& database, std::int64_t id);

// Everything but the state; entries, figures and findings by the hash of their listing.
std::string describe_package(const Database& database, std::int64_t id);

std::string subject_of(const PeriodKey& key);  // "thai-nguyen-cbcx/2026-Q3"

}  // namespace baocao::archive
