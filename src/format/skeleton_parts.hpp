// Pieces of WordprocessingML that a new template is put together from.
#pragma once

#include "format/profile.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace baocao::format {

// Text with "[…]" marked as to be filled in.
std::string runs(std::string_view text);

// `more`: XML put into w:pPr after the style.
std::string paragraph(std::string_view style, std::string_view text, std::string_view more = "");
std::string paragraph(Element element, std::string_view text);

// A paragraph that holds a statement and goes away with it: "{%p if … %}".
std::string statement(std::string_view text);

// A drawn line of `length` twips in the middle of `room` twips.
std::string ruled(int length, int room);

// Two columns without lines, each with paragraphs.
std::string columns(int left_width,
                    int right_width,
                    const std::string& left,
                    const std::string& right);

// A table with lines: header row repeated, rows not split. Widths in twips.
std::string table(const std::vector<std::string>& head,
                  const std::vector<int>& widths,
                  const std::vector<std::string>& cells,
                  const std::string& loop);

}  // namespace baocao::format
