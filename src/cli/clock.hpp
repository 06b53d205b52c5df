// The one place that asks the machine who and when. Nothing that is printed into a document comes
// from here: only the archive's log and the question whether something is late.
#pragma once

#include "archive/records.hpp"
#include "base/date.hpp"
#include "cli/arguments.hpp"
#include "diag/result.hpp"

namespace baocao::cli {

// U111: --at is neither a day nor a time. A day stands for its midnight.
diag::Result<archive::Act> act_for(const Desk& desk);

// The day of --at, else today.
diag::Result<base::Date> day_for(const Desk& desk);

}  // namespace baocao::cli
