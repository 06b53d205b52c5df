// The log: append-only, each record's hash covers the record before it. Private to archive/.
#pragma once

#include "archive/database.hpp"
#include "archive/records.hpp"

#include <string>
#include <vector>

namespace baocao::archive {

// `act.at` must not be before the last record's.
void append(const Database& database,
            const Act& act,
            const std::string& action,
            const std::string& subject,
            const std::string& detail);

// SHA-256 of the JSON array [previous, seq, at, who, why, action, subject, detail].
std::string hash_of(const LogRecord& record);

// The last record; an empty one before the first.
LogRecord last_record(const Database& database);
std::vector<LogRecord> all_records(const Database& database);

}  // namespace baocao::archive
