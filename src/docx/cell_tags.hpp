// Tags that say something of their table cell, and tags in attributes.
#pragma once

#include "docx/blocks.hpp"
#include "docx/node.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::docx {

// Takes the marks of {% vm %}, {% hm %}, {% colspan %} and {% cellbg %} out of the text: what they
// say becomes a property of the cell with the tag in an attribute. Their tags become TagKind::cell.
void place_cell_tags(std::span<Tag> tags,
                     std::span<const Statement> statements,
                     std::span<const Block> blocks,
                     std::span<const pugi::xml_node> marks,
                     FaultLog& log);

struct CellTags {
  bool merges_down = false;
  bool merges_across = false;
};

CellTags cell_tags(pugi::xml_node cell, std::span<const Statement> statements);

// True when the rows of the table may come to have other numbers of columns than its grid.
bool columns_may_change(pugi::xml_node table, std::span<const Statement> statements);

// A tag in an attribute is written between control characters, which no XML can hold. `number`
// is for the tag's own use.
std::string tag_in_attribute(std::uint32_t tag, std::uint32_t number = 0);
bool holds_tag(std::string_view attribute);

struct AttributePiece {
  bool is_tag = false;
  std::string_view text;
  std::uint32_t tag = 0;
  std::uint32_t number = 0;
};

std::vector<AttributePiece> pieces_of_attribute(std::string_view value);

}  // namespace baocao::docx
