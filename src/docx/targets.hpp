// Decides on which level each block works, from its prefix or from where its two ends stand:
//   the same paragraph → between runs; alone in their paragraphs → paragraphs; own rows, or the
//   first and the last cell of one row → rows; own cells of one row → cells.
#pragma once

#include "docx/blocks.hpp"
#include "docx/node.hpp"

#include <span>
#include <vector>

namespace baocao::docx {

enum class Move : std::uint8_t {
  stay,
  before,   // the node is the first of the block's content
  after,    // the node is the last of the block's content
  replace,  // the node holds nothing but statements
};

struct Target {
  Move move = Move::stay;
  pugi::xml_node node;
};

// One target for each tag. Inside paragraphs, marks are lifted out of hyperlinks and the like where
// a block reaches over their edge. A block whose ends stand in different containers is a fault that
// names both places.
std::vector<Target> choose_targets(std::span<const Tag> tags,
                                   std::span<const Block> blocks,
                                   std::span<const pugi::xml_node> marks,
                                   FaultLog& log);

}  // namespace baocao::docx
