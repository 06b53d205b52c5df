// The filters, tests and functions of templates, declared as data with an example each; the page
// docs/bo-loc.md and the example tests are made from these declarations.
#pragma once

#include "report/value.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace baocao::report {

struct Filter {
  std::string_view name;     // "phan_tram"
  std::string_view alias;    // "percent"; empty when there is none
  std::string_view summary;  // Vietnamese, one line
  std::string_view example;  // an expression
  std::string_view gives;    // what {{ example }} prints
  // arguments[0] is the value on the left of "|". An error is a Vietnamese sentence.
  tl::expected<Value, std::string> (*apply)(std::span<const Value> arguments);
  // Names of the arguments behind the first: "attribute reverse"; "…" at the end: any number more.
  std::string_view parameters = {};
  bool accepts_undefined = false;  // an unknown name on the left counts as none
};

// A function: name(arguments).
struct Function {
  std::string_view name;
  std::string_view alias;
  std::string_view summary;
  std::string_view example;
  std::string_view gives;
  tl::expected<Value, std::string> (*apply)(std::span<const Value> arguments);
  std::string_view parameters = {};  // "…": all arguments are named, as the caller likes
};

// "attribute reverse" → its words.
std::vector<std::string> names_in(std::string_view parameters);

std::span<const Filter> all_filters();
const Filter* find_filter(std::string_view name_or_alias);

// A Vietnamese sentence when `count` arguments behind the first are more than the parameters.
std::optional<std::string> too_many_arguments(std::string_view parameters, std::size_t count);

std::span<const Function> all_functions();
const Function* find_function(std::string_view name_or_alias);

}  // namespace baocao::report
