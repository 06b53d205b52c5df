#include "docx/property_order.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace baocao::docx {
namespace {

constexpr std::array<std::string_view, 39> of_run{"w:rStyle",
                                                  "w:rFonts",
                                                  "w:b",
                                                  "w:bCs",
                                                  "w:i",
                                                  "w:iCs",
                                                  "w:caps",
                                                  "w:smallCaps",
                                                  "w:strike",
                                                  "w:dstrike",
                                                  "w:outline",
                                                  "w:shadow",
                                                  "w:emboss",
                                                  "w:imprint",
                                                  "w:noProof",
                                                  "w:snapToGrid",
                                                  "w:vanish",
                                                  "w:webHidden",
                                                  "w:color",
                                                  "w:spacing",
                                                  "w:w",
                                                  "w:kern",
                                                  "w:position",
                                                  "w:sz",
                                                  "w:szCs",
                                                  "w:highlight",
                                                  "w:u",
                                                  "w:effect",
                                                  "w:bdr",
                                                  "w:shd",
                                                  "w:fitText",
                                                  "w:vertAlign",
                                                  "w:rtl",
                                                  "w:cs",
                                                  "w:em",
                                                  "w:lang",
                                                  "w:eastAsianLayout",
                                                  "w:specVanish",
                                                  "w:oMath"};

constexpr std::array<std::string_view, 36> of_paragraph{"w:pStyle",
                                                        "w:keepNext",
                                                        "w:keepLines",
                                                        "w:pageBreakBefore",
                                                        "w:framePr",
                                                        "w:widowControl",
                                                        "w:numPr",
                                                        "w:suppressLineNumbers",
                                                        "w:pBdr",
                                                        "w:shd",
                                                        "w:tabs",
                                                        "w:suppressAutoHyphens",
                                                        "w:kinsoku",
                                                        "w:wordWrap",
                                                        "w:overflowPunct",
                                                        "w:topLinePunct",
                                                        "w:autoSpaceDE",
                                                        "w:autoSpaceDN",
                                                        "w:bidi",
                                                        "w:adjustRightInd",
                                                        "w:snapToGrid",
                                                        "w:spacing",
                                                        "w:ind",
                                                        "w:contextualSpacing",
                                                        "w:mirrorIndents",
                                                        "w:suppressOverlap",
                                                        "w:jc",
                                                        "w:textDirection",
                                                        "w:textAlignment",
                                                        "w:textboxTightWrap",
                                                        "w:outlineLvl",
                                                        "w:divId",
                                                        "w:cnfStyle",
                                                        "w:rPr",
                                                        "w:sectPr",
                                                        "w:pPrChange"};

std::size_t rank(std::span<const std::string_view> order, std::string_view name) {
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), name) - order.begin());
}

// The first child that must stand behind an element of that name.
pugi::xml_node follower(pugi::xml_node properties, std::string_view name) {
  const bool is_run = is(properties, "w:rPr");
  const std::span<const std::string_view> order =
      is_run ? std::span<const std::string_view>(of_run) : of_paragraph;
  const auto children = properties.children();
  const auto at = std::find_if(children.begin(), children.end(), [&](pugi::xml_node child) {
    return rank(order, child.name()) > rank(order, name);
  });
  return at == children.end() ? pugi::xml_node() : *at;
}

}  // namespace

std::size_t rank_in_run(std::string_view name) {
  return rank(of_run, name);
}

pugi::xml_node insert_property(pugi::xml_node properties, pugi::xml_node child) {
  const pugi::xml_node behind = follower(properties, child.name());
  return behind ? properties.insert_copy_before(child, behind) : properties.append_copy(child);
}

pugi::xml_node insert_property(pugi::xml_node properties, const char* name) {
  const pugi::xml_node behind = follower(properties, name);
  return behind ? properties.insert_child_before(name, behind) : properties.append_child(name);
}

}  // namespace baocao::docx
