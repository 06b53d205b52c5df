// Prints bound expressions as portable SQL, so that another engine can count the same thing.
//
// The tables are those of the schema, under their own names, one row for each row of the dataset:
//   row_no      number of the row, from 0
//   unit_no     number of its unit (in don_vi: of the unit it describes), or NULL
//   person_no   in tables of a person's records: row_no of the person, or NULL
//   and a column for each field under its key; a missing value is NULL:
//   number      whole number: the value times 10^digits (SqlTables)
//   boolean     TRUE, FALSE
//   code        key of the word
//   codes       whole number in which bit i stands for word i of the list
//   date        four whole numbers: f_first, f_last as yyyymmdd and f_first_day, f_last_day as days
//               since 1970-01-01; first and last differ when the day is not known
//   unit        number of the unit
//   text, id    text
// Nothing is divided and nothing depends on the dates, the NULL order or the rounding of an engine.
#pragma once

#include "expr/bind.hpp"

#include <map>
#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace baocao::expr {

struct SqlTables {
  // Decimals kept of a column, by its table in Schema::tables() and its place in the fields; 0 for
  // all others.
  std::map<std::pair<std::size_t, std::size_t>, int> digits = {};
};

// A Vietnamese sentence that says what cannot be printed: division, a sum over units below, more
// decimals than 64 bits hold.
template <class T>
using SqlResult = tl::expected<T, std::string>;

// A boolean expression of SQL over the row with this alias; NULL where the condition is unknown.
SqlResult<std::string> sql(const Condition& condition,
                           const schema::Schema& schema,
                           const SqlTables& tables,
                           const std::string& row);

// Lowest and highest possible value as whole numbers, times 10^digits; NULL where nothing is known.
struct SqlAmount {
  std::string low;
  std::string high;
  int digits = 0;
};

SqlResult<SqlAmount> sql(const Amount& amount,
                         const schema::Schema& schema,
                         const SqlTables& tables,
                         const std::string& row);

}  // namespace baocao::expr
