#include "docx/node.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace baocao::docx {
namespace {

bool is_properties(pugi::xml_node node) {
  return is(node, "w:rPr");
}

bool is_hollow(pugi::xml_node node) {
  const auto children = node.children();
  return std::all_of(children.begin(), children.end(), is_properties);
}

bool may_vanish(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 6> names{
      "w:t", "w:r", "w:hyperlink", "w:ins", "w:smartTag", "w:moveTo"};
  return std::find(names.begin(), names.end(), name_of(node)) != names.end();
}

void gather_marks(pugi::xml_node around, std::vector<pugi::xml_node>& out) {
  for (const pugi::xml_node node : around.children()) {
    if (is_mark(node)) {
      out.push_back(node);
    } else {
      gather_marks(node, out);
    }
  }
}

}  // namespace

pugi::xml_node ancestor(pugi::xml_node node, std::string_view name) {
  pugi::xml_node at = node.parent();
  while (at && !is(at, name)) {
    at = at.parent();
  }
  return at;
}

pugi::xml_node common_ancestor(pugi::xml_node a, pugi::xml_node b) {
  std::set<const void*> above;
  for (pugi::xml_node at = a; at; at = at.parent()) {
    above.insert(at.internal_object());
  }
  while (b && above.count(b.internal_object()) == 0) {
    b = b.parent();
  }
  return b;
}

pugi::xml_node outermost(pugi::xml_node node, pugi::xml_node outer, std::string_view name) {
  pugi::xml_node found;
  for (pugi::xml_node at = node; at && at != outer; at = at.parent()) {
    found = is(at, name) ? at : found;
  }
  return found;
}

pugi::xml_node nearest_of(pugi::xml_node node, std::initializer_list<std::string_view> names) {
  pugi::xml_node at = node;
  while (at && std::find(names.begin(), names.end(), name_of(at)) == names.end()) {
    at = at.parent();
  }
  return at;
}

std::vector<pugi::xml_node> marks_in(pugi::xml_node around) {
  std::vector<pugi::xml_node> marks;
  gather_marks(around, marks);
  return marks;
}

std::uint32_t mark_index(pugi::xml_node mark) {
  return mark.first_attribute().as_uint();
}

void set_mark_index(pugi::xml_node mark, std::uint32_t index) {
  pugi::xml_attribute attribute = mark.first_attribute();
  (attribute ? attribute : mark.append_attribute("n")) = index;
}

bool is_range_end(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 4> names{
      "w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd"};
  return std::find(names.begin(), names.end(), name_of(node)) != names.end();
}

void remove_if_hollow(pugi::xml_node node) {
  while (may_vanish(node) && is_hollow(node)) {
    const pugi::xml_node parent = node.parent();
    node.parent().remove_child(node);
    node = parent;
  }
}

}  // namespace baocao::docx
