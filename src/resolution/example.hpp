// Examples of indicators.toml: small data and the result they must give, run as tests of the pack.
//
//   [[indicator.example]]
//   can_bo = [{ chuc_danh = "bi_thu", trinh_do_chuyen_mon = "thac_si" }, { chuc_danh = "pho_bi_thu"
//   }] n = 1 d = 2 unknown = 1            # 0 when left out verdict = "undecided"  # optional
//
// A list is a table of the schema with its rows; tables without a list are not supplied. Values:
// code words, lists of them for sets of words, numbers, booleans, dates, "1984" for a date known
// to the year. `don_vi` names the unit of a row by its `ma` (the first unit when left out);
// `nguoi` counts the rows of can_bo from 1. Without a list don_vi there is one commune; `cap_tren`
// puts a unit below another. The result is that of all units together, or of the unit with the
// code `unit`. `milestone` (a verdict) and `threshold` (">= 28.5%") may be demanded too. `as_of`
// and `period` default to the end of the resolution's first year.
#pragma once

#include "resolution/pack.hpp"
#include "schema/schema.hpp"

#include <cstddef>

namespace baocao::resolution {

// Runs all examples of a pack and returns how many there are. An example that cannot be read gives
// E434, one whose result differs E433; the sink gets them all.
std::size_t run_examples(const Pack& pack, const schema::Schema& schema, diag::Sink& sink);

}  // namespace baocao::resolution
