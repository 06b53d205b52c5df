#include "docx/plain_texts.hpp"

#include "docx/paragraph_text.hpp"

#include <string_view>

namespace baocao::docx {
namespace {

bool may_hold_tags(std::string_view text) {
  return text.find("{{") != std::string_view::npos || text.find("{%") != std::string_view::npos ||
         text.find("{#") != std::string_view::npos;
}

// The text of paragraphs is read over their runs; deleted text is no longer there.
bool is_read_elsewhere(pugi::xml_node around) {
  return is(around, "w:delText") || is(around, "w:delInstrText") ||
         (is(around, "w:t") && belongs_to_paragraph(around));
}

void gather_texts(pugi::xml_node around, std::vector<PlainText>& out) {
  for (const pugi::xml_node node : around.children()) {
    if (node.type() == pugi::node_element) {
      gather_texts(node, out);
    } else if (may_hold_tags(node.value()) && !is_read_elsewhere(around)) {
      out.push_back({node, node.value()});
    }
  }
}

void gather_attributes(pugi::xml_node around, std::vector<PlainAttribute>& out) {
  for (const pugi::xml_node node : around.children()) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
      if (may_hold_tags(attribute.value())) {
        out.push_back({node, attribute});
      }
    }
    gather_attributes(node, out);
  }
}

void insert_text(pugi::xml_node before, std::string_view text) {
  if (!text.empty()) {
    before.parent()
        .insert_child_before(pugi::node_pcdata, before)
        .set_value(std::string(text).c_str());
  }
}

}  // namespace

std::vector<PlainText> plain_texts(pugi::xml_node root) {
  std::vector<PlainText> out;
  gather_texts(root, out);
  return out;
}

void place_plain_marks(const PlainText& plain, const FoundTags& found, std::uint32_t first_index) {
  const std::string_view text = plain.value;
  pugi::xml_node around = plain.text.parent();
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < found.tags.size(); ++i) {
    const TagRange cut = found.tags[i].cut;
    insert_text(plain.text, text.substr(at, cut.begin - at));
    set_mark_index(around.insert_child_before(mark_name, plain.text), first_index + i);
    at = cut.end;
  }
  insert_text(plain.text, text.substr(at));
  around.remove_child(plain.text);
}

std::vector<PlainAttribute> attributes_with_tags(pugi::xml_node root) {
  std::vector<PlainAttribute> out;
  gather_attributes(root, out);
  return out;
}

}  // namespace baocao::docx
