// Periods in the tables. Private to archive/.
#pragma once

#include "archive/records.hpp"
#include "archive/store.hpp"

#include <cstdint>
#include <string>

namespace baocao::archive {

struct PeriodRow {
  std::int64_t id = 0;
  bool is_locked = false;
};

// A203 when the archive has no such period.
diag::Result<PeriodRow> find_period(const Store& store, const PeriodKey& key);

// A209 when the archive has no such definition set.
diag::Result<void> check_definitions(const Store& store, const std::string& hash);

// A205 when the period is locked and `locked` is refuse; A214 when the reason is missing.
diag::Result<void> check_lock(const Store& store,
                              const PeriodRow& period,
                              const PeriodKey& key,
                              Locked locked,
                              const Act& act);

}  // namespace baocao::archive
