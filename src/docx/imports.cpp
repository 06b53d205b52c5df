// Lists and parts of a merged file.
#include "docx/foreign_xml.hpp"
#include "docx/insertion.hpp"
#include "docx/numbering.hpp"
#include "docx/renderer.hpp"

#include <array>
#include <cstdio>

namespace baocao::docx {
namespace {

pugi::xml_node with_number(pugi::xml_node numbering,
                           const char* element,
                           const char* attribute,
                           std::string_view number) {
  return numbering.find_child([&](pugi::xml_node node) {
    return is(node, element) && number == node.attribute(attribute).value();
  });
}

pugi::xml_node list_of(pugi::xml_node numbering, unsigned list) {
  return with_number(numbering, "w:num", "w:numId", std::to_string(list));
}

pugi::xml_node abstract_of(pugi::xml_node numbering, pugi::xml_node list) {
  return with_number(numbering,
                     "w:abstractNum",
                     "w:abstractNumId",
                     list.child("w:abstractNumId").attribute("w:val").value());
}

// Two lists with the same w:nsid would be one to Word.
std::string list_key(unsigned abstract) {
  constexpr unsigned first = 0x5A000000;
  std::array<char, 9> text{};
  std::snprintf(text.data(), text.size(), "%08X", first + abstract);
  return text.data();
}

void map_style(pugi::xml_node reference, StyleImport& styles) {
  if (reference) {
    reference.attribute("w:val") = styles.id_of(reference.attribute("w:val").value()).c_str();
  }
}

void rewrite_abstract(pugi::xml_node abstract, const MergedFile& file, unsigned number) {
  abstract.attribute("w:abstractNumId") = number;
  pugi::xml_node(abstract.child("w:nsid")).attribute("w:val") = list_key(number).c_str();
  map_style(abstract.child("w:styleLink"), *file.styles);
  map_style(abstract.child("w:numStyleLink"), *file.styles);
  for (pugi::xml_node level : abstract.children("w:lvl")) {
    map_style(level.child("w:pStyle"), *file.styles);
    level.remove_child("w:lvlPicBulletId");  // the picture stays behind, its text bullet shows
  }
}

std::string look_of(pugi::xml_node abstract) {
  pugi::xml_document copy;
  pugi::xml_node own = copy.append_copy(abstract);
  for (const char* name : {"w:nsid", "w:tmpl", "w:multiLevelType"}) {
    own.remove_child(name);
  }
  return children_xml(own);
}

}  // namespace

unsigned imported_list(const MergedFile& file,
                       Rendering& rendering,
                       unsigned list,
                       std::map<unsigned, unsigned>& numbers) {
  if (const auto known = numbers.find(list); known != numbers.end()) {
    return known->second;
  }
  const pugi::xml_node numbering = file.document.numbering();
  const pugi::xml_node num = list_of(numbering, list);
  const pugi::xml_node abstract = abstract_of(numbering, num);
  if (!abstract) {
    return 0;
  }
  const unsigned abstract_number = rendering.lists.add_abstract();
  std::string inner = "<w:abstractNumId w:val=\"" + std::to_string(abstract_number) + "\"/>";
  for (const pugi::xml_node of_level : num.children("w:lvlOverride")) {
    inner += xml_of(of_level);
  }
  const unsigned number = rendering.lists.add_list(std::move(inner));
  numbers.emplace(list, number);  // before its styles, which refer back to it
  pugi::xml_document copy;
  const pugi::xml_node own = copy.append_copy(abstract);
  adopt(own, numbering, "");
  rewrite_abstract(own, file, abstract_number);
  rendering.lists.set_abstract(abstract_number, xml_of(own));
  return number;
}

bool lists_look_same(const MergedFile& file, const Rendering& rendering, unsigned list) {
  const base::Bytes& xml = rendering.lists.of_template().xml();
  pugi::xml_document ours;
  ours.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  const pugi::xml_node here = ours.document_element();
  const pugi::xml_node there = file.document.numbering();
  const pugi::xml_node our_abstract = abstract_of(here, list_of(here, list));
  const pugi::xml_node their_abstract = abstract_of(there, list_of(there, list));
  return our_abstract && their_abstract && look_of(our_abstract) == look_of(their_abstract);
}

std::string imported_part(MergedFile& file, Rendering& rendering, const std::string& name) {
  if (const auto known = file.parts.find(name); known != file.parts.end()) {
    return known->second;
  }
  const Part* part = file.document.part(name);
  if (part == nullptr) {
    return "";
  }
  const std::size_t dot = name.rfind('.');
  const std::size_t slash = name.rfind('/') + 1;  // npos + 1 is 0
  const std::string extension = dot == std::string::npos || dot < slash ? "" : name.substr(dot);
  const std::string made =
      rendering.additions.add_part(name.substr(0, slash), extension, part->type, part->bytes);
  file.parts.emplace(name, made);
  for (Relationship each : file.document.relationships(name)) {
    each.target = each.is_external ? each.target : imported_part(file, rendering, each.target);
    if (!each.target.empty()) {
      rendering.additions.relate(made, each);
    }
  }
  return made;
}

}  // namespace baocao::docx
