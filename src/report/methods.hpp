// Calls of Python's methods that docxtpl templates make on texts and maps: x.upper(), d.items().
// They are names for filters; nothing of the program can be reached through them.
#pragma once

#include "report/value.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace baocao::report {

struct Method {
  Value::Type of = Value::Type::string;
  std::string_view name;
  // arguments[0] is the value on the left of ".". An error is a Vietnamese sentence.
  tl::expected<Value, std::string> (*apply)(std::span<const Value> arguments);
  std::string_view parameters = {};  // as in Filter
};

// Null when values of this type have no such method.
const Method* find_method(const Value& of, std::string_view name);

std::vector<std::string> method_names(const Value& of);

}  // namespace baocao::report
