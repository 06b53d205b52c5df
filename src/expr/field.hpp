// Values that stand in a column, and constants.
#pragma once

#include "expr/operand.hpp"

#include <utility>

namespace baocao::expr {

// T is the type that goes with the type of the field.
template <class T>
Ptr<T> field(ColumnPlace place, const schema::Field& field);

template <class T>
Ptr<T> constant(T value);
Ptr<Text> text_constant(std::string text);

// Whether the value is missing; never unknown.
template <class T>
Ptr<Truth> is_none(Ptr<T> operand);

// The value of a column in one row; nothing is known when it is missing.
template <class T>
T value_of(const table::Column& column, std::size_t row);

// Why the value of a column is not known, or not exactly; nothing when it is.
std::string doubt(const table::Column& column, const schema::Field& field, std::size_t row);

}  // namespace baocao::expr
