#include "docx/foreign_xml.hpp"

#include <set>
#include <sstream>

namespace baocao::docx {
namespace {

using Prefixes = std::set<std::string, std::less<>>;

Prefixes words_of(std::string_view list) {
  Prefixes out;
  std::istringstream words{std::string(list)};
  for (std::string word; words >> word;) {
    out.insert(std::move(word));
  }
  return out;
}

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

// Later readers meet no name whose space they must know.
void remove_prefixes(pugi::xml_node node, const Prefixes& unknown) {
  for (pugi::xml_attribute at = node.first_attribute(); at;) {
    const pugi::xml_attribute next = at.next_attribute();
    if (unknown.count(prefix_of(at.name())) != 0) {
      node.remove_attribute(at);
    }
    at = next;
  }
  for (pugi::xml_node child = node.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    // An alternative says itself what its reader must know.
    const bool is_alternative = is(child, "mc:AlternateContent");
    if (unknown.count(prefix_of(child.name())) != 0) {
      node.remove_child(child);
    } else if (!is_alternative) {
      remove_prefixes(child, unknown);
    }
    child = next;
  }
}

void gather_prefixes(pugi::xml_node node, Prefixes& out) {
  out.emplace(prefix_of(node.name()));
  for (const pugi::xml_attribute attribute : node.attributes()) {
    out.emplace(prefix_of(attribute.name()));
  }
  if (is(node, "mc:Choice")) {
    out.merge(words_of(node.attribute("Requires").value()));
  }
  for (const pugi::xml_node child : node.children()) {
    gather_prefixes(child, out);
  }
}

}  // namespace

void adopt(pugi::xml_node copy, pugi::xml_node root, std::string_view ignorable) {
  Prefixes unknown = words_of(root.attribute("mc:Ignorable").value());
  for (const std::string& known : words_of(ignorable)) {
    unknown.erase(known);
  }
  remove_prefixes(copy, unknown);
  Prefixes used;
  gather_prefixes(copy, used);
  for (const std::string& prefix : used) {
    const std::string name = "xmlns:" + prefix;
    const pugi::xml_attribute space = root.attribute(name.c_str());
    if (space && prefix != "w" && !copy.attribute(name.c_str())) {
      copy.append_attribute(name.c_str()) = space.value();
    }
  }
}

std::string xml_of(pugi::xml_node node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw);
  return out.str();
}

std::string children_xml(pugi::xml_node node) {
  std::string out;
  for (const pugi::xml_node child : node.children()) {
    out += xml_of(child);
  }
  return out;
}

}  // namespace baocao::docx
