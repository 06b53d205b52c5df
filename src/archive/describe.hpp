// What stands in the tables about one thing, as the JSON that its log record holds. Written when
// the thing is, and made again by verify(), so that no row can change unnoticed. Private to
// archive/.
#pragma once

#include "archive/database.hpp"
#include "archive/records.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace baocao::archive {

// Everything but the lock, which has a record of its own.
std::string describe_period(const Database& database, std::int64_t id);

// Everything but the state; entries, figures and findings by the hash of their listing.
std::string describe_package(const Database& database, std::int64_t id);

// `files` by the hash of their listing.
std::string describe_run(const Database& database, std::int64_t id);

std::string describe_retention(std::optional<std::int64_t> years);

// The hash of a definition set is that of these lines, in byte order of the names.
std::string definition_line(const std::string& sha256, const std::string& name);

std::string subject_of(const PeriodKey& key);  // "thai-nguyen-cbcx/2026-Q3"

}  // namespace baocao::archive
