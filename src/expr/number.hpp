// Numbers and dates computed from others. A result that cannot be had (division by zero, beyond 64
// bits) is an unknown value.
#pragma once

#include "expr/operand.hpp"

namespace baocao::expr {

// + - * / % of two numbers.
Ptr<Interval> arithmetic(Op op, Ptr<Interval> left, Ptr<Interval> right);
Ptr<Interval> smaller(Ptr<Interval> left, Ptr<Interval> right);
Ptr<Interval> larger(Ptr<Interval> left, Ptr<Interval> right);

// Completed years from `birth` to `at`.
Ptr<Interval> age(Ptr<Days> birth, Ptr<Days> at);
// The calendar year of a date.
Ptr<Interval> year_of(Ptr<Days> date);
// Days since 1970-01-01, so that dates can be subtracted and ordered as numbers.
Ptr<Interval> day_number(Ptr<Days> date);
// `yes` where the condition holds, `no` where it does not, what both allow where it is unknown.
Ptr<Interval> choice(Ptr<Truth> condition, Ptr<Interval> yes, Ptr<Interval> no);
// The day `days` after a date (a whole number).
Ptr<Days> shifted(Ptr<Days> date, Ptr<Interval> days);

}  // namespace baocao::expr
