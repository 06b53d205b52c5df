#include "docx/text_place.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace baocao::docx {
namespace {

std::string xml_of(pugi::xml_node node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw);
  return out.str();
}

std::string start_tag(pugi::xml_node node) {
  pugi::xml_document copy;
  pugi::xml_node empty = copy.append_child(node.name());
  for (const pugi::xml_attribute attribute : node.attributes()) {
    empty.append_copy(attribute);
  }
  std::string xml = xml_of(empty);  // "<w:ins w:id=…/>"
  xml.erase(xml.find_last_not_of("/> ") + 1);
  return xml + ">";
}

// What may stand twice when its paragraph is split.
bool may_be_repeated(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 5> names{
      "w:r", "w:hyperlink", "w:ins", "w:smartTag", "w:moveTo"};
  return std::find(names.begin(), names.end(), name_of(node)) != names.end();
}

// The same paragraph format; a section ends only once.
std::string paragraph_start(pugi::xml_node paragraph) {
  pugi::xml_document copy;
  pugi::xml_node properties = copy.append_copy(paragraph.child("w:pPr"));
  properties.remove_child("w:sectPr");
  return "<w:p>" + (properties ? xml_of(properties) : "");
}

}  // namespace

TextPlace text_place(pugi::xml_node text_node) {
  TextPlace place;
  const pugi::xml_node run = text_node.parent();
  for (const pugi::xml_node property : run.child("w:rPr").children()) {
    place.properties.push_back({property.name(), xml_of(property)});
  }
  std::string inner;
  std::string ends = "</w:t>";
  pugi::xml_node at = run;
  for (; may_be_repeated(at); at = at.parent()) {
    ends += "</" + std::string(at.name()) + ">";
    inner = (is(at, "w:r") ? "<w:r>" + properties_xml(place.properties) : start_tag(at)) + inner;
  }
  if (is(at, "w:p")) {
    place.ends = ends + "</w:p>";
    place.begins = paragraph_start(at) + inner + "<w:t xml:space=\"preserve\">";
  }
  return place;
}

}  // namespace baocao::docx
