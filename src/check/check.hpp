// Rules of the schema over a dataset: inside a row, between rows, between tables.
#pragma once

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "schema/schema.hpp"
#include "table/dataset.hpp"

namespace baocao::check {

// Diagnostics come table by table in schema order, row by row. Rules whose truth is unknown
// (a value is missing) say nothing.
void run(const table::Dataset& dataset, base::Date as_of, diag::Sink& sink);

}  // namespace baocao::check
