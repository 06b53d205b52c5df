// Addresses of paragraphs, as a person counts in Word: from 1, from outside in.
//   mục "II. Kết quả" › bảng 3, hàng 4, cột 2 › đoạn 1
// Tables and paragraphs are counted in what holds them (the body, a cell, a text box), cells in
// their row as they are stored, so a merged cell counts once.
#pragma once

#include "docx/headings.hpp"
#include "docx/node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace baocao::docx {

struct PlacedParagraph {
  pugi::xml_node node;
  std::string address;
};

// The place behind `before`, the text of the paragraph up to there: "đoạn 1, ký tự 14".
std::string at_character(const std::string& address, std::string_view before);

// All paragraphs of a part in the order of the document, those of tables, text boxes and notes
// included.
std::vector<PlacedParagraph> find_paragraphs(pugi::xml_node root, const Styles& styles);

}  // namespace baocao::docx
