// Word's autocorrection undone inside a tag.
#pragma once

#include <string>
#include <string_view>

namespace baocao::docx {

// Curly quotes → straight ones; outside of strings also odd blanks → " ", en dash and minus → "-",
// zero-width characters dropped. Text inside strings is kept.
std::string plain_tag_text(std::string_view tag);

}  // namespace baocao::docx
