// A cell that says several things, cut into its parts.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::table {

// Cuts at , ; / + & – line breaks, " - ", "kiêm" and "đồng thời", but never inside one of `phrases`
// ("Văn hóa - Xã hội"). Parts are cleaned; empty ones are dropped.
std::vector<std::string> code_parts(std::string_view text, std::span<const std::string> phrases);

}  // namespace baocao::table
