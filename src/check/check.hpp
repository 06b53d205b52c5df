// Rules of the schema over a dataset: inside a row, between rows, between tables.
#pragma once

#include "diag/diagnostic.hpp"
#include "expr/bind.hpp"
#include "table/dataset.hpp"

namespace baocao::check {

// Diagnostics come table by table in schema order: the table's rules row by row, then ID numbers,
// then persons on two rows, then caps. A rule whose truth is unknown (a value is missing) says
// nothing. A rule that cannot be bound is a fault of the definitions and goes to `fatal` with its
// line.
void run(const table::Dataset& dataset,
         const expr::Context& context,
         diag::Sink& faults,
         diag::Sink& fatal,
         unsigned threads = 1);

}  // namespace baocao::check
