// What a personal number tells of its holder, against the row.
#pragma once

#include "diag/diagnostic.hpp"
#include "table/dataset.hpp"

namespace baocao::check {

// For `id` fields with tells_birth or tells_sex: a 12-digit number holds the century of birth and
// the sex in its fourth digit and the year in the next two (Nghị định 137/2015/NĐ-CP, điều 13);
// with tells_place, its first three digits are the province where the birth was registered, never
// held against the home place or the unit (K314: none of the list, so abroad or mistyped). A
// difference is a warning: sex may have been changed in law, the number never changes.
void check_id_numbers(const table::Dataset& dataset, const table::Table& table, diag::Sink& faults);

}  // namespace baocao::check
