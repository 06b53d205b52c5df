// Moves the marks of statements to the level on which their block works: between runs, paragraphs,
// cells or rows.
#pragma once

#include "docx/blocks.hpp"
#include "docx/node.hpp"

#include <span>
#include <vector>

namespace baocao::docx {

// `marks`, by tag index, as docx/paragraph_text.hpp left them. Paragraphs, cells and rows that held
// nothing but statements go away; bookmarks and section breaks in them stay.
void place_blocks(pugi::xml_node root,
                  std::span<const Tag> tags,
                  std::span<const Block> blocks,
                  std::span<const pugi::xml_node> marks,
                  FaultLog& log);

}  // namespace baocao::docx
