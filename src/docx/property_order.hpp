// The order in which the schema wants the children of w:rPr and w:pPr (ISO/IEC 29500-1, 17.3).
#pragma once

#include "docx/node.hpp"

#include <string_view>

namespace baocao::docx {

// The place among the children of w:rPr; unknown names come last.
std::size_t rank_in_run(std::string_view name);

// Puts a copy of `child` in its place in `properties`, a w:pPr or w:rPr that has none of its name.
pugi::xml_node insert_property(pugi::xml_node properties, pugi::xml_node child);

// The same with an empty element.
pugi::xml_node insert_property(pugi::xml_node properties, const char* name);

}  // namespace baocao::docx
