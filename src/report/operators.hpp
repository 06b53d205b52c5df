// Operators on template values, with Jinja's meaning where Jinja has them.
#pragma once

#include "expr/ast.hpp"
#include "report/problem.hpp"

#include <compare>
#include <optional>

namespace baocao::report {

// Values of different types are never equal; lists and maps are compared by content.
bool equal(const Value& a, const Value& b);

// Order of two numbers, dates or texts (Vietnamese dictionary order); nothing for other pairs.
std::optional<std::strong_ordering> order(const Value& a, const Value& b);

// Every binary operator except `and` and `or`, which do not always need their right side.
Step apply_binary(expr::Op op, const Value& a, const Value& b);

Step negated(const Value& value);

}  // namespace baocao::report
