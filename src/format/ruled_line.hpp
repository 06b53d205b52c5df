// Horizontal lines drawn in a document: as a border of a paragraph, as a shape, as an underline.
#pragma once

#include "format/finding.hpp"

#include <optional>
#include <vector>

namespace baocao::format {

struct RuledLine {
  enum class Made : std::uint8_t { border, shape, underline, signs };
  Made made = Made::border;
  std::optional<int> length;  // twips; nothing when it cannot be told
  std::size_t paragraph = 0;  // of Document::paragraphs
  int room = 0;               // twips between the edges of what holds a bordered paragraph
  pugi::xml_node shape = {};  // its wp:extent or v:line
};

// The line that stands under `line`: in its paragraph or in the blank ones after it, before the
// next text.
std::optional<RuledLine> line_under(const Document& document, const Line& line);

// Twips between the edges of the cell or page that holds a paragraph, when it can be told.
std::optional<int> room_around(const Document& document, std::size_t paragraph);

// What makes a shape `length` long (twips) about its middle.
std::vector<Edit> resized(const Document& document, const RuledLine& line, int length);

// Shapes drawn anywhere in the paragraphs [0, end).
std::vector<RuledLine> drawn_lines(const Document& document, std::size_t end);

}  // namespace baocao::format
