// The fonts of a theme (ISO/IEC 29500-1, 20.1.4.1.18), for text that leaves the theme's document.
#pragma once

#include "base/bytes.hpp"
#include "docx/node.hpp"

#include <map>
#include <string>

namespace baocao::docx {

class ThemeFonts {
 public:
  explicit ThemeFonts(base::ByteView theme);

  // "minorHAnsi" → "Calibri"; empty when the theme names none.
  std::string font(std::string_view theme_name) const;

 private:
  std::map<std::string, std::string, std::less<>> fonts_;  // "minor/a:latin" → "Calibri"
};

// Inside `node` theme fonts become their names; colours keep the value that stands beside them.
void without_theme(pugi::xml_node node, const ThemeFonts& fonts);

}  // namespace baocao::docx
