// The list of all diagnostics (diag/codes.def), for `baocao explain` and the tests.
#pragma once

#include "diag/diagnostic.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace baocao::diag {

struct CodeInfo {
  std::string_view id;
  std::string_view title;    // what kind of fault this is
  std::string_view meaning;  // what the program takes it to mean and what it does about it
  std::string_view cause;    // how it usually comes about
  std::string_view cure;     // what to do
};

std::span<const CodeInfo> all_codes();  // sorted by id
const CodeInfo* find_code(std::string_view id);

}  // namespace baocao::diag
