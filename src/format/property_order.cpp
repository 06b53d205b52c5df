#include "format/property_order.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace baocao::format {
namespace {

constexpr std::array<std::string_view, 37> run_order{
    "w:rStyle",   "w:rFonts",    "w:b",       "w:bCs",        "w:i",        "w:iCs",
    "w:caps",     "w:smallCaps", "w:strike",  "w:dstrike",    "w:outline",  "w:shadow",
    "w:emboss",   "w:imprint",   "w:noProof", "w:snapToGrid", "w:vanish",   "w:webHidden",
    "w:color",    "w:spacing",   "w:w",       "w:kern",       "w:position", "w:sz",
    "w:szCs",     "w:highlight", "w:u",       "w:effect",     "w:bdr",      "w:shd",
    "w:fitText",  "w:vertAlign", "w:rtl",     "w:cs",         "w:em",       "w:lang",
    "w:rPrChange"};

constexpr std::array<std::string_view, 36> paragraph_order{"w:pStyle",
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

constexpr std::array<std::string_view, 21> section_order{"w:headerReference",
                                                         "w:footerReference",
                                                         "w:footnotePr",
                                                         "w:endnotePr",
                                                         "w:type",
                                                         "w:pgSz",
                                                         "w:pgMar",
                                                         "w:paperSrc",
                                                         "w:pgBorders",
                                                         "w:lnNumType",
                                                         "w:pgNumType",
                                                         "w:cols",
                                                         "w:formProt",
                                                         "w:vAlign",
                                                         "w:noEndnote",
                                                         "w:titlePg",
                                                         "w:textDirection",
                                                         "w:bidi",
                                                         "w:rtlGutter",
                                                         "w:docGrid",
                                                         "w:printerSettings"};

std::span<const std::string_view> order_of(pugi::xml_node properties) {
  if (docx::is(properties, "w:rPr")) {
    return run_order;
  }
  return docx::is(properties, "w:pPr") ? std::span<const std::string_view>(paragraph_order)
                                       : std::span<const std::string_view>(section_order);
}

std::size_t rank(std::span<const std::string_view> order, std::string_view name) {
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), name) - order.begin());
}

}  // namespace

pugi::xml_node properties_of(pugi::xml_node owner) {
  if (docx::is(owner, "w:sectPr")) {
    return owner;
  }
  const char* name = docx::is(owner, "w:r") ? "w:rPr" : "w:pPr";
  const pugi::xml_node found = owner.child(name);
  return found ? found : owner.prepend_child(name);
}

pugi::xml_node child_in_order(pugi::xml_node properties, const std::string& name) {
  if (const pugi::xml_node found = properties.child(name.c_str())) {
    return found;
  }
  const auto order = order_of(properties);
  const std::size_t own = rank(order, name);
  for (const pugi::xml_node each : properties.children()) {
    if (rank(order, docx::name_of(each)) > own) {
      return properties.insert_child_before(name.c_str(), each);
    }
  }
  return properties.append_child(name.c_str());
}

}  // namespace baocao::format
