// The tests of templates ("x is none"), declared as data with an example each.
#pragma once

#include "report/problem.hpp"

#include <span>
#include <string>
#include <string_view>

namespace baocao::report {

struct Test {
  std::string_view name;
  std::string_view alias;    // empty when there is none
  std::string_view summary;  // Vietnamese, one line
  std::string_view example;  // an expression that is true
  // arguments[0] is the value on the left of "is".
  Step (*holds)(std::span<const Value> arguments);
};

// `defined` and `undefined` are told apart by the evaluator: they may be asked of unknown names.
std::span<const Test> all_tests();
const Test* find_test(std::string_view name_or_alias);

}  // namespace baocao::report
