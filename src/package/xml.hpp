// XML text (XML 1.0): escaping for what we write.
#pragma once

#include <string>
#include <string_view>

namespace baocao::package {

// Text content or attribute value: & < > " escaped, characters XML 1.0 forbids left out.
std::string escaped(std::string_view text);
void append_escaped(std::string& out, std::string_view text);

// The same with newlines and tabs as references, which attributes keep.
std::string escaped_attribute(std::string_view text);

// Entities that escaped() writes as characters again.
std::string unescaped(std::string_view xml);

}  // namespace baocao::package
