#include "docx/fields.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace baocao::docx {
namespace {

bool is_contents(std::string_view field) {
  const std::size_t begin = field.find_first_not_of(' ');
  return begin != std::string_view::npos && field.substr(begin).starts_with("TOC");
}

// What stands behind w:updateFields in the schema (ECMA-376 Part 1, 17.15.1.78), as far as Word
// writes it.
constexpr std::array<std::string_view, 9> followers{"<w:hdrShapeDefaults",
                                                    "<w:footnotePr",
                                                    "<w:endnotePr",
                                                    "<w:compat",
                                                    "<w:docVars",
                                                    "<w:rsids",
                                                    "<m:mathPr",
                                                    "<w:themeFontLang",
                                                    "<w:clrSchemeMapping"};

}  // namespace

bool has_contents(pugi::xml_node root) {
  const auto children = root.children();
  return std::any_of(children.begin(), children.end(), [](pugi::xml_node node) {
    if (is(node, "w:instrText")) {
      return is_contents(node.child_value());
    }
    return is(node, "w:fldSimple") ? is_contents(node.attribute("w:instr").value())
                                   : has_contents(node);
  });
}

base::Bytes with_updated_fields(base::ByteView settings) {
  base::Bytes out(settings);
  if (out.find("<w:updateFields") != std::string::npos) {
    return out;
  }
  std::size_t at = out.rfind("</w:settings>");
  for (const std::string_view follower : followers) {
    at = std::min(at, out.find(follower));
  }
  return at == std::string::npos ? out : out.insert(at, "<w:updateFields w:val=\"true\"/>");
}

}  // namespace baocao::docx
