// The tree of a package part while a template is compiled (ECMA-376 Part 1, clause 17). Only for
// the compiler's own headers and sources: docx/template.hpp must not reach it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace baocao::docx {

inline std::string_view name_of(pugi::xml_node node) {
  return node.name();
}

inline bool is(pugi::xml_node node, std::string_view name) {
  return name == node.name();
}

// The nearest element of that name around `node`; empty when there is none.
pugi::xml_node ancestor(pugi::xml_node node, std::string_view name);

// `node` itself or the nearest element around it that has one of the names.
pugi::xml_node nearest_of(pugi::xml_node node, std::initializer_list<std::string_view> names);

// The outermost element of that name around `node` and inside `outer`.
pugi::xml_node outermost(pugi::xml_node node, pugi::xml_node outer, std::string_view name);

pugi::xml_node common_ancestor(pugi::xml_node a, pugi::xml_node b);

// A mark stands for a tag: in a w:t for values, between runs, paragraphs, cells or rows for
// statements. Its name cannot occur in XML, so no template can hold one.
inline constexpr const char* mark_name = "#tag";

inline bool is_mark(pugi::xml_node node) {
  return is(node, mark_name);
}

// In the order of the document.
std::vector<pugi::xml_node> marks_in(pugi::xml_node around);

std::uint32_t mark_index(pugi::xml_node mark);
void set_mark_index(pugi::xml_node mark, std::uint32_t index);

// Bookmarks and ranges of comments may stand anywhere and must survive what stands around them.
bool is_range_end(pugi::xml_node node);

// Removes the element `node` when nothing but properties is left in it, then the same around it,
// up to the paragraph (which stays).
void remove_if_hollow(pugi::xml_node node);

}  // namespace baocao::docx
