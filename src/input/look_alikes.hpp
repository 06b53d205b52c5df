// Letters of other alphabets that pass for Vietnamese ones.
#pragma once

#include "diag/diagnostic.hpp"
#include "input/sheet.hpp"

namespace baocao::input {

// Reports each column in which Cyrillic or Greek look-alikes stand among Latin letters (F221), at
// its first such cell. Keys fold them (text/keys.hpp), so nobody is missed; printed names keep
// them.
void report_look_alikes(const Sheet& sheet, diag::Sink& sink);

}  // namespace baocao::input
