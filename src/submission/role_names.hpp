// The words for Role, in its order. Private to submission/.
#pragma once

#include <array>
#include <string_view>

namespace baocao::submission {

constexpr std::array<std::string_view, 7> role_names{
    "job", "input", "extract", "results", "report", "appendix", "summary"};

}  // namespace baocao::submission
