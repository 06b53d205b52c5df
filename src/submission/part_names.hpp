// The entries that stand in no manifest. Private to submission/.
#pragma once

#include <string_view>

namespace baocao::submission {

constexpr std::string_view manifest_part = "META-INF/manifest.json";
constexpr std::string_view signature_part = "META-INF/manifest.p7s";

}  // namespace baocao::submission
