// Tags outside of paragraphs: in texts of drawings and equations, in document properties, in runs
// where paragraphs are not read (ruby), and in attributes such as the text of a watermark.
#pragma once

#include "docx/node.hpp"
#include "docx/tag_lexer.hpp"

#include <string>
#include <vector>

namespace baocao::docx {

// A text that no paragraph reads and that holds signs of tags.
struct PlainText {
  pugi::xml_node text;  // the text node
  std::string value;
};

std::vector<PlainText> plain_texts(pugi::xml_node root);

// Puts marks with the indexes first_index… in place of the tags.
void place_plain_marks(const PlainText& plain, const FoundTags& found, std::uint32_t first_index);

struct PlainAttribute {
  pugi::xml_node element;
  pugi::xml_attribute attribute;
};

std::vector<PlainAttribute> attributes_with_tags(pugi::xml_node root);

}  // namespace baocao::docx
