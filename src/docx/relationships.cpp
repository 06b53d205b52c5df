#include "docx/relationships.hpp"

#include "docx/foreign_xml.hpp"

#include <algorithm>

namespace baocao::docx {
namespace {

// Targets are relative to the folder of the part, or begin with "/".
std::string resolved(std::string_view part, std::string_view target) {
  std::string path;
  if (!target.starts_with('/')) {
    path = part.substr(0, part.rfind('/') + 1);  // npos + 1 is 0
  }
  path += target.substr(target.starts_with('/') ? 1 : 0);
  constexpr std::string_view up = "../";
  for (std::size_t at = path.find(up); at != std::string::npos; at = path.find(up)) {
    const std::size_t folder = at < 2 ? 0 : path.rfind('/', at - 2) + 1;
    path.erase(folder, at + up.size() - folder);
  }
  return path;
}

}  // namespace

std::string relationships_name(std::string_view part) {
  const std::size_t slash = part.rfind('/') + 1;  // npos + 1 is 0
  return std::string(part.substr(0, slash)) + "_rels/" + std::string(part.substr(slash)) + ".rels";
}

std::vector<Relationship> read_relationships(std::string_view part, base::ByteView xml) {
  std::vector<Relationship> out;
  pugi::xml_document document;
  document.load_buffer(xml.data(), xml.size());
  for (const pugi::xml_node node : document.document_element().children("Relationship")) {
    const bool is_external = std::string_view(node.attribute("TargetMode").value()) == "External";
    const std::string_view target = node.attribute("Target").value();
    out.push_back({node.attribute("Id").value(),
                   node.attribute("Type").value(),
                   is_external ? std::string(target) : resolved(part, target),
                   is_external});
  }
  return out;
}

base::Bytes without_relationships(base::ByteView xml,
                                  const std::function<bool(std::string_view id)>& is_cut) {
  pugi::xml_document document;
  document.load_buffer(xml.data(), xml.size());
  pugi::xml_node root = document.document_element();
  for (pugi::xml_node node = root.first_child(); node;) {
    const pugi::xml_node next = node.next_sibling();
    if (is_cut(node.attribute("Id").value())) {
      root.remove_child(node);
    }
    node = next;
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml_of(root);
}

const Relationship* find_relationship(const std::vector<Relationship>& all, std::string_view id) {
  const auto at =
      std::find_if(all.begin(), all.end(), [&](const Relationship& r) { return r.id == id; });
  return at == all.end() ? nullptr : &*at;
}

std::string_view kind_of(const Relationship& relationship) {
  return std::string_view(relationship.type).substr(relationship.type.rfind('/') + 1);
}

}  // namespace baocao::docx
