// Rows and columns that nobody sees but that count.
#pragma once

#include "input/sheet.hpp"
#include "schema/schema.hpp"
#include "table/layout.hpp"
#include "table/part.hpp"

namespace baocao::table {

// One warning for the records of `part` in hidden rows (S116), one for hidden columns that give a
// field (S117): a filter left on hides people who are there, a hidden row may hold one who left.
void report_hidden(const input::Sheet& sheet,
                   const schema::Table& table,
                   const Layout& layout,
                   Part& part);

}  // namespace baocao::table
