// Character and entity references (XML 1.0, 4.1 and 4.6).
#pragma once

#include <string>
#include <string_view>

namespace baocao::input::xlsx {

// Appends `text` to `out` with its references resolved and its line ends as "\n" (2.11). False at a
// reference that is not whole, not of the five named ones, or to a character XML does not allow,
// and at "]]>".
bool append_resolved(std::string& out, std::string_view text);

}  // namespace baocao::input::xlsx
