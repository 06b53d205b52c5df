// Properties of runs, paragraphs and sections stand in a fixed order (ECMA-376 Part 1, annex A);
// Word refuses files in which they do not.
#pragma once

#include "docx/node.hpp"

#include <string>

namespace baocao::format {

// The element that holds the properties of a w:r, w:p or w:sectPr; made when it is missing.
pugi::xml_node properties_of(pugi::xml_node owner);

// The child of that name; made at its place when it is missing.
pugi::xml_node child_in_order(pugi::xml_node properties, const std::string& name);

}  // namespace baocao::format
