// What surrounds a w:t, for values that need runs or paragraphs of their own.
#pragma once

#include "docx/node.hpp"
#include "docx/tape.hpp"

namespace baocao::docx {

TextPlace text_place(pugi::xml_node text_node);

}  // namespace baocao::docx
