#include "docx/sections.hpp"

#include <array>

namespace baocao::docx {
namespace {

constexpr std::array<const char*, 4> clockwise{"w:top", "w:right", "w:bottom", "w:left"};

// The margin `steps` sides on, clockwise, becomes this side's.
void turn_margins(pugi::xml_node margins, std::size_t steps) {
  std::array<std::string, clockwise.size()> old;
  for (std::size_t i = 0; i < clockwise.size(); ++i) {
    old.at(i) = margins.attribute(clockwise.at(i)).value();
  }
  for (std::size_t i = 0; i < clockwise.size(); ++i) {
    pugi::xml_attribute side = margins.attribute(clockwise.at(i));
    side = old.at((i + steps) % clockwise.size()).c_str();
  }
}

}  // namespace

pugi::xml_node section_around(pugi::xml_node block) {
  for (pugi::xml_node at = block; at; at = at.next_sibling()) {
    if (is(at, "w:sectPr")) {
      return at;
    }
    if (const pugi::xml_node section = at.child("w:pPr").child("w:sectPr")) {
      return section;
    }
  }
  return {};
}

std::string problem_of_section(pugi::xml_node first, pugi::xml_node last) {
  if (!is(first.parent(), "w:body") || !is(last.parent(), "w:body")) {
    return "chỉ dùng được ở thân bài, ngoài bảng và hộp chữ";
  }
  if (!section_around(last)) {
    return "cần một phần (section) có khổ giấy trong mẫu";
  }
  return section_around(first) == section_around(last)
             ? ""
             : "chứa một ngắt phần (section break) của mẫu";
}

pugi::xml_node end_of_section(pugi::xml_node section) {
  return is(section.parent(), "w:pPr") ? section.parent().parent() : section;
}

bool is_landscape(pugi::xml_node section) {
  const pugi::xml_node size = section.child("w:pgSz");
  return size.attribute("w:h") && size.attribute("w:w").as_uint() > size.attribute("w:h").as_uint();
}

void turn(pugi::xml_node section, std::string_view orientation) {
  pugi::xml_node size = section.child("w:pgSz");
  const unsigned width = size.attribute("w:w").as_uint();
  const unsigned height = size.attribute("w:h").as_uint();
  const bool to_landscape = orientation == "landscape";
  if (to_landscape == (width > height)) {
    return;
  }
  size.attribute("w:w") = height;
  size.attribute("w:h") = width;
  size.remove_attribute("w:orient");
  if (to_landscape) {
    size.append_attribute("w:orient") = "landscape";
  }
  // The left margin of a portrait page is the top one of a landscape page.
  turn_margins(section.child("w:pgMar"), to_landscape ? 3 : 1);
}

}  // namespace baocao::docx
