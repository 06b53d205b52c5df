// What went wrong in one step of an evaluation, before its place in the source is known.
#pragma once

#include "diag/diagnostic.hpp"
#include "report/value.hpp"

#include <string>

#include <tl/expected.hpp>

namespace baocao::report {

struct Problem {
  diag::Code code;
  std::string message;  // Vietnamese
  std::string help = {};
};

using Step = tl::expected<Value, Problem>;

// "số", "chữ", "danh sách" …: the type of a value in a message.
std::string type_name(const Value& value);

}  // namespace baocao::report
