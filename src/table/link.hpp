// Records of a person ↔ the person on the roster.
#pragma once

#include "diag/diagnostic.hpp"
#include "table/dataset.hpp"

namespace baocao::table {

// Sets `records.person` (and the unit, to the person's) by unit, name and, where both know it,
// birth date. Not found: K303; several persons fit: K304. Such a record belongs to nobody.
void link_persons(Table& records, const Table& persons, const Units& units, diag::Sink& faults);

}  // namespace baocao::table
