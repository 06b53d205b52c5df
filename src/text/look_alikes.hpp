// Cyrillic and Greek letters that look like Latin ones.
#pragma once

#include <string>
#include <string_view>

namespace baocao::text {

// Do they stand among Latin letters in `text`? Text in Russian or Greek is nobody's mistake. Cheap.
bool has_look_alikes(std::string_view text);

// The Latin letters in their place, where has_look_alikes() holds.
void fold_look_alikes(std::u32string& text);

}  // namespace baocao::text
