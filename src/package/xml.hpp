// XML text (XML 1.0): escaping for what we write.
#pragma once

#include <string>
#include <string_view>

namespace baocao::package {

// Text content or attribute value: & < > " escaped, characters XML 1.0 forbids left out.
std::string escaped(std::string_view text);

}  // namespace baocao::package
