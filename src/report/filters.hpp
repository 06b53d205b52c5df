// The filters, tests and functions of templates, declared as data with an example each; the page
// docs/bo-loc.md and the example tests are made from these declarations.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "report/value.hpp"

namespace baocao::report {

struct Filter {
  std::string_view name;   // "phan_tram"
  std::string_view alias;  // "percent"; empty when there is none
  std::string_view summary;  // Vietnamese, one line
  std::string_view example;  // an expression
  std::string_view gives;    // what {{ example }} prints
  // arguments[0] is the value on the left of "|". An error is a Vietnamese sentence.
  tl::expected<Value, std::string> (*apply)(std::span<const Value> arguments);
};

std::span<const Filter> all_filters();
const Filter* find_filter(std::string_view name_or_alias);

}  // namespace baocao::report
