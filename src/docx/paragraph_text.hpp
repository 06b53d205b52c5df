// The text of a paragraph over all its runs, and the marks that take the place of its tags.
#pragma once

#include "docx/node.hpp"
#include "docx/tag_lexer.hpp"

#include <span>
#include <string>
#include <vector>

namespace baocao::docx {

struct TextPiece {
  std::size_t begin = 0;  // bytes of ParagraphText::text
  std::size_t end = 0;
  pugi::xml_node node;  // w:t; or w:tab, w:br, w:cr, w:noBreakHyphen, which count as a character
};

struct ParagraphText {
  std::string text;
  std::vector<TextPiece> pieces;
};

// Runs in hyperlinks, insertions, content controls and the like included; deleted text and the
// paragraphs of text boxes not.
ParagraphText read_text(pugi::xml_node paragraph);

// Whether read_text reads this w:t, or leaves it alone because it is deleted text.
bool belongs_to_paragraph(pugi::xml_node text_node);

// Puts a mark in place of each tag, in the run in which the tag's first character stood, and takes
// the rest of the tag out of the other runs. The mark of tags[i] has the index first_index + i; it
// is put at marks[first_index + i]. Marks of statements and comments end up between runs.
void place_marks(const ParagraphText& text,
                 std::span<const FoundTag> tags,
                 std::uint32_t first_index,
                 std::vector<pugi::xml_node>& marks);

// Moves a mark out of the element around it, which is split in two (each with its properties).
void split_around(pugi::xml_node mark);

}  // namespace baocao::docx
