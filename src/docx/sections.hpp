// Sections: parts of a document with their own pages (ISO/IEC 29500-1, 17.6).
#pragma once

#include "docx/node.hpp"

#include <string>
#include <string_view>

namespace baocao::docx {

// The w:sectPr of the section that a child of w:body stands in: the next one at or behind it.
pugi::xml_node section_around(pugi::xml_node block);

// Why pages cannot turn for what stands between two paragraphs, in Vietnamese; empty: they can.
std::string problem_of_section(pugi::xml_node first, pugi::xml_node last);

// The paragraph whose end is the section's end; the w:sectPr itself at the end of the body.
pugi::xml_node end_of_section(pugi::xml_node section);

// Wider than high.
bool is_landscape(pugi::xml_node section);

// Turns the pages: sides and margins change places so that the edge at which portrait pages are
// bound is the top of landscape ones. `orientation`: "landscape" or "portrait".
void turn(pugi::xml_node section, std::string_view orientation);

}  // namespace baocao::docx
