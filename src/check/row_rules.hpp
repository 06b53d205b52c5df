// [[rule]] of a table: `expect` must hold where `when` holds.
#pragma once

#include "diag/diagnostic.hpp"
#include "expr/evaluate.hpp"
#include "table/dataset.hpp"

namespace baocao::check {

void check_rows(const table::Table& table,
                const expr::View& view,
                const expr::Context& context,
                diag::Sink& faults,
                diag::Sink& fatal);

// Code of the unit a row belongs to; empty when unknown.
std::string unit_code(const table::Dataset& dataset, const table::Table& table, std::size_t row);

}  // namespace baocao::check
