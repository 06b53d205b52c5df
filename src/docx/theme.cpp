#include "docx/theme.hpp"

#include <array>

namespace baocao::docx {
namespace {

struct ThemeAttribute {
  const char* theme;
  const char* plain;
};

constexpr std::array<ThemeAttribute, 4> font_attributes{{{"w:asciiTheme", "w:ascii"},
                                                         {"w:hAnsiTheme", "w:hAnsi"},
                                                         {"w:eastAsiaTheme", "w:eastAsia"},
                                                         {"w:cstheme", "w:cs"}}};

void without_theme_fonts(pugi::xml_node fonts, const ThemeFonts& theme) {
  for (const auto& [name, plain] : font_attributes) {
    const std::string font = theme.font(fonts.attribute(name).value());
    if (!font.empty()) {
      fonts.remove_attribute(plain);
      fonts.append_attribute(plain) = font.c_str();
    }
    fonts.remove_attribute(name);
  }
}

void without_theme_colors(pugi::xml_node node) {
  for (pugi::xml_attribute at = node.first_attribute(); at;) {
    const pugi::xml_attribute next = at.next_attribute();
    if (std::string_view(at.name()).starts_with("w:theme")) {
      node.remove_attribute(at);
    }
    at = next;
  }
}

}  // namespace

ThemeFonts::ThemeFonts(base::ByteView theme) {
  pugi::xml_document document;
  document.load_buffer(theme.data(), theme.size());
  const pugi::xml_node scheme =
      document.document_element().child("a:themeElements").child("a:fontScheme");
  for (const auto& [node, name] : {std::pair{"a:majorFont", "major"}, {"a:minorFont", "minor"}}) {
    for (const char* script : {"a:latin", "a:ea", "a:cs"}) {
      fonts_[std::string(name) + "/" + script] =
          scheme.child(node).child(script).attribute("typeface").value();
    }
  }
}

std::string ThemeFonts::font(std::string_view theme_name) const {
  const std::string_view script = theme_name.substr(std::min<std::size_t>(theme_name.size(), 5));
  const std::string element = script == "EastAsia" ? "a:ea" : script == "Bidi" ? "a:cs" : "a:latin";
  const auto at = fonts_.find(std::string(theme_name.substr(0, 5)) + "/" + element);
  return at == fonts_.end() ? "" : at->second;
}

void without_theme(pugi::xml_node node, const ThemeFonts& fonts) {
  if (is(node, "w:rFonts")) {
    without_theme_fonts(node, fonts);
  }
  without_theme_colors(node);
  for (const pugi::xml_node child : node.children()) {
    without_theme(child, fonts);
  }
}

}  // namespace baocao::docx
