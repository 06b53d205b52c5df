// XML that moves from one document to another.
#pragma once

#include "docx/node.hpp"

#include <string>
#include <string_view>

namespace baocao::docx {

// Declares on `copy` the name spaces that it uses and `root`, of the document it comes from, knows.
// What a reader may ignore there (mc:Ignorable) goes unless it may ignore it here too: `ignorable`
// is that list of the document around.
void adopt(pugi::xml_node copy, pugi::xml_node root, std::string_view ignorable);

std::string xml_of(pugi::xml_node node);
std::string children_xml(pugi::xml_node node);

}  // namespace baocao::docx
