// The same counting, said in SQL for another engine.
#pragma once

#include "diag/result.hpp"
#include "expr/sql.hpp"

#include <string>

namespace baocao::indicator {

struct Ready;

// One row per unit_no that has rows of the counted table (tables as in expr/sql.hpp), with the
// columns unit_no, n, d, u1, u2, open of the unit's own rows: units below are not added, nothing is
// divided.
struct Query {
  std::string text;
  int n_digits = 0;  // n is the number times 10^n_digits
  int d_digits = 0;
};

// E440: an expression of the indicator cannot be said in SQL.
diag::Result<Query> query(const Ready& ready,
                          const schema::Schema& schema,
                          const expr::SqlTables& tables);

}  // namespace baocao::indicator
