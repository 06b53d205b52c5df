#include "docx/style_import.hpp"

#include "docx/foreign_xml.hpp"
#include "docx/property_order.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace baocao::docx {
namespace {

constexpr int longest_chain = 20;

// What says nothing of the look.
bool is_cosmetic(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 15> names{"w:name",
                                                          "w:aliases",
                                                          "w:basedOn",
                                                          "w:next",
                                                          "w:link",
                                                          "w:autoRedefine",
                                                          "w:hidden",
                                                          "w:locked",
                                                          "w:rsid",
                                                          "w:lang",
                                                          "w:semiHidden",
                                                          "w:unhideWhenUsed",
                                                          "w:qFormat",
                                                          "w:noProof",
                                                          "w:uiPriority"};
  return std::find(names.begin(), names.end(), name_of(node)) != names.end();
}

std::string look_of(pugi::xml_node node) {
  std::string out;
  for (const pugi::xml_node child : node.children()) {
    if (is_cosmetic(child)) {
      continue;
    }
    out += "<" + std::string(child.name());
    for (const pugi::xml_attribute attribute : child.attributes()) {
      out += " " + std::string(attribute.name()) + "=" + attribute.value();
    }
    out += ">" + look_of(child) + "</>";
  }
  return out;
}

std::string value_of(pugi::xml_node style, const char* child) {
  return style.child(child).attribute("w:val").value();
}

bool is_default(pugi::xml_node style) {
  const std::string_view value = style.attribute("w:default").value();
  return value == "1" || value == "true" || value == "on";
}

pugi::xml_node default_style(pugi::xml_node root, std::string_view type) {
  return root.find_child([&](pugi::xml_node node) {
    return is(node, "w:style") && type == node.attribute("w:type").value() && is_default(node);
  });
}

unsigned list_of(pugi::xml_node style) {
  return style.child("w:pPr").child("w:numPr").child("w:numId").attribute("w:val").as_uint();
}

// What `properties` leave open they take from `defaults`.
void complete(pugi::xml_node properties, pugi::xml_node defaults) {
  for (const pugi::xml_node each : defaults.children()) {
    const pugi::xml_node own = properties.child(each.name());
    if (!own) {
      insert_property(properties, each);
      continue;
    }
    for (const pugi::xml_attribute attribute : each.attributes()) {
      if (!own.attribute(attribute.name())) {
        pugi::xml_node(own).append_copy(attribute);
      }
    }
  }
}

pugi::xml_node properties_of(pugi::xml_node style, const char* name) {
  if (const pugi::xml_node known = style.child(name)) {
    return known;
  }
  // w:pPr before w:rPr before what only tables have (ISO/IEC 29500-1, 17.7.4.17).
  for (const char* behind : {"w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr"}) {
    if (const pugi::xml_node node = style.child(behind); node && name_of(node) != name) {
      return style.insert_child_before(name, node);
    }
  }
  return style.append_child(name);
}

}  // namespace

OutputStyles::OutputStyles(base::ByteView xml) {
  document_.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!root()) {
    document_.append_child("w:styles").append_attribute("xmlns:w") =
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  }
  for (const pugi::xml_node style : root().children("w:style")) {
    by_id_.emplace(style.attribute("w:styleId").value(), style);
    names_.insert(text::lower(value_of(style, "w:name")));
  }
}

pugi::xml_node OutputStyles::find(std::string_view id) const {
  const auto at = by_id_.find(id);
  return at == by_id_.end() ? pugi::xml_node() : at->second;
}

std::string OutputStyles::add(pugi::xml_node style, pugi::xml_node from_root) {
  pugi::xml_node copy = root().append_copy(style);
  adopt(copy, from_root, root().attribute("mc:Ignorable").value());
  copy.remove_attribute("w:default");
  const std::string id = style.attribute("w:styleId").value();
  const std::string name = value_of(style, "w:name");
  std::string new_id = id;
  std::string new_name = name;
  for (int i = 2; by_id_.count(new_id) != 0 || names_.count(text::lower(new_name)) != 0; ++i) {
    new_id = id + "_" + std::to_string(i);
    new_name = name + " (" + std::to_string(i) + ")";
  }
  if (new_id != id) {
    copy.attribute("w:styleId") = new_id.c_str();
    copy.child("w:name").attribute("w:val") = new_name.c_str();
    copy.remove_attribute("w:customStyle");
    copy.append_attribute("w:customStyle") = "1";
    copy.remove_child("w:aliases");
  }
  by_id_.emplace(new_id, copy);
  names_.insert(text::lower(new_name));
  has_changed_ = true;
  return new_id;
}

base::Bytes OutputStyles::xml() const {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml_of(root());
}

StyleImport::StyleImport(OutputStyles& out, const Subdocument& from, ListsOfStyles lists)
    : out_(out),
      from_(from),
      lists_(std::move(lists)),
      same_defaults_(look_of(out.root().child("w:docDefaults")) ==
                     look_of(from.styles().child("w:docDefaults"))) {
  for (const pugi::xml_node style : from.styles().children("w:style")) {
    theirs_.emplace(style.attribute("w:styleId").value(), style);
  }
}

pugi::xml_node StyleImport::theirs(std::string_view id) const {
  const auto at = theirs_.find(id);
  return at == theirs_.end() ? pugi::xml_node() : at->second;
}

std::string StyleImport::id_of(std::string_view id) {
  if (const auto known = ids_.find(id); known != ids_.end()) {
    return known->second;
  }
  const pugi::xml_node style = theirs(id);
  if (!style || depth_ == longest_chain) {
    return "";
  }
  if (look_same(out_.find(id), style, 0)) {
    return ids_.emplace(id, id).first->second;
  }
  return imported(style);
}

std::string StyleImport::default_of(std::string_view type) {
  const pugi::xml_node style = default_style(from_.styles(), type);
  if (!style || look_same(default_style(out_.root(), type), style, 0)) {
    return "";
  }
  return style.attribute("w:styleId").value();
}

bool StyleImport::look_same(pugi::xml_node ours, pugi::xml_node style, int depth) const {
  if (!ours || !style || depth == longest_chain) {
    return !ours && !style;
  }
  const std::string_view type = style.attribute("w:type").value();
  const bool takes_defaults = type == "paragraph" || type.empty();
  if (type != ours.attribute("w:type").value() || look_of(ours) != look_of(style) ||
      (takes_defaults && !same_defaults_)) {
    return false;
  }
  if (const unsigned list = list_of(style); list != 0 && !lists_.look_same(list)) {
    return false;
  }
  return look_same(
      out_.find(value_of(ours, "w:basedOn")), theirs(value_of(style, "w:basedOn")), depth + 1);
}

std::string StyleImport::imported(pugi::xml_node style) {
  const std::string id = out_.add(style, from_.styles());
  ids_.emplace(style.attribute("w:styleId").value(), id);
  const pugi::xml_node copy = out_.added(id);
  ++depth_;
  map_references(copy);
  --depth_;
  const std::string_view type = copy.attribute("w:type").value();
  if (!same_defaults_ && type == "paragraph" && !copy.child("w:basedOn")) {
    take_defaults(copy);
  }
  return id;
}

void StyleImport::map_references(pugi::xml_node style) {
  for (const char* name : {"w:basedOn", "w:next", "w:link"}) {
    pugi::xml_node reference = style.child(name);
    const std::string id = id_of(reference.attribute("w:val").value());
    if (id.empty()) {
      style.remove_child(reference);
    } else {
      reference.attribute("w:val") = id.c_str();
    }
  }
  if (const unsigned list = list_of(style); list != 0) {
    style.child("w:pPr").child("w:numPr").child("w:numId").attribute("w:val") =
        lists_.imported(list);
  }
}

void StyleImport::take_defaults(pugi::xml_node style) const {
  const pugi::xml_node defaults = from_.styles().child("w:docDefaults");
  complete(properties_of(style, "w:pPr"), defaults.child("w:pPrDefault").child("w:pPr"));
  complete(properties_of(style, "w:rPr"), defaults.child("w:rPrDefault").child("w:rPr"));
}

}  // namespace baocao::docx
