// Columns of dates in which day and month may have changed places.
#pragma once

#include "diag/diagnostic.hpp"
#include "input/sheet.hpp"
#include "schema/schema.hpp"
#include "table/layout.hpp"

namespace baocao::table {

// The day may be the month as well: both are at most 12 and differ.
bool day_may_be_month(const input::Cell& cell);

// A spreadsheet with the other order of day and month turns the dates it can read into date cells,
// swapped, and leaves those with a day above 12 as text. True, with one warning (S119), where a
// column looks like that; then only the year of such dates is certain.
bool day_in_doubt(const input::Sheet& sheet,
                  const Header& header,
                  const schema::Field& field,
                  const ColumnUse& use,
                  diag::Sink& faults);

}  // namespace baocao::table
