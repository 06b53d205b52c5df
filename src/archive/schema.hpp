// The tables of the archive and the way from one version of them to the next. Private to archive/.
#pragma once

#include "archive/database.hpp"

#include <cstdint>

namespace baocao::archive {

constexpr std::int64_t application_id = 0x62616F63;  // "baoc"

// Version of the tables that this program writes.
std::int64_t newest_version();

// Makes the tables of `version` in an empty database, inside the caller's transaction.
void make_tables(Database& database, std::int64_t version);

std::int64_t version_of(const Database& database);

// The next version up, inside the caller's transaction.
void step_up(Database& database, std::int64_t version);

}  // namespace baocao::archive
