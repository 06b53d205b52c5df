#include "docx/lists.hpp"

#include "docx/property_order.hpp"

#include <algorithm>
#include <set>

namespace baocao::docx {
namespace {

using Kind = StatementKind;

std::string_view style_of(pugi::xml_node paragraph) {
  return paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value();
}

pugi::xml_node own_list(pugi::xml_node paragraph) {
  return paragraph.child("w:pPr").child("w:numPr").child("w:numId");
}

unsigned list_of(pugi::xml_node paragraph, const Styles& styles) {
  const pugi::xml_node own = own_list(paragraph);
  return own ? own.attribute("w:val").as_uint() : styles.numbered(style_of(paragraph)).list;
}

void gather_paragraphs(pugi::xml_node node, std::vector<pugi::xml_node>& out) {
  if (is(node, "w:p")) {
    out.push_back(node);
  }
  for (const pugi::xml_node child : node.children()) {
    gather_paragraphs(child, out);
  }
}

// The siblings from behind `mark` up to the end of its block.
std::vector<pugi::xml_node> body_of(pugi::xml_node mark, std::span<const Statement> statements) {
  std::vector<pugi::xml_node> body;
  int depth = 1;
  for (pugi::xml_node at = mark.next_sibling(); at; at = at.next_sibling()) {
    if (!is_mark(at)) {
      body.push_back(at);
      continue;
    }
    const Kind kind = statements[mark_index(at)].kind;
    depth += kind == Kind::for_block ? 1 : kind == Kind::endfor ? -1 : 0;
    if (depth == 0) {
      break;
    }
  }
  return body;
}

std::vector<unsigned> restarting(const std::vector<pugi::xml_node>& body, const Styles& styles) {
  std::vector<pugi::xml_node> paragraphs;
  for (const pugi::xml_node node : body) {
    gather_paragraphs(node, paragraphs);
  }
  std::vector<unsigned> lists;
  if (paragraphs.empty()) {
    return lists;
  }
  const unsigned first = list_of(paragraphs.front(), styles);
  for (const pugi::xml_node paragraph : paragraphs) {
    const unsigned list = list_of(paragraph, styles);
    if (list != 0 && list != first && std::find(lists.begin(), lists.end(), list) == lists.end()) {
      lists.push_back(list);
    }
  }
  return lists;
}

}  // namespace

std::vector<std::vector<unsigned>> lists_of_loops(pugi::xml_node root,
                                                  std::span<const Statement> statements,
                                                  const Styles& styles) {
  std::vector<std::vector<unsigned>> lists(statements.size());
  for (const pugi::xml_node mark : marks_in(root)) {
    const bool repeats_rows = is(mark.parent(), "w:tbl") || is(mark.parent(), "w:tr");
    if (statements[mark_index(mark)].kind == Kind::for_block && !repeats_rows) {
      lists[mark_index(mark)] = restarting(body_of(mark, statements), styles);
    }
  }
  return lists;
}

void number_directly(pugi::xml_node paragraph, const Styles& styles) {
  const Styles::Numbered& numbered = styles.numbered(style_of(paragraph));
  if (numbered.list == 0 || own_list(paragraph)) {
    return;
  }
  pugi::xml_node properties = paragraph.child("w:pPr");
  pugi::xml_node list = properties.child("w:numPr");
  list = list ? list : insert_property(properties, "w:numPr");
  if (!list.child("w:ilvl")) {
    list.prepend_child("w:ilvl").append_attribute("w:val") = numbered.level.value_or(0);
  }
  list.insert_child_after("w:numId", list.child("w:ilvl")).append_attribute("w:val") =
      numbered.list;
  if (!numbered.indent.empty() && !properties.child("w:ind")) {
    pugi::xml_document indent;  // a list of the paragraph's own would win over its style's
    indent.load_string(numbered.indent.c_str());
    insert_property(properties, indent.first_child());
  }
}

void number_directly(pugi::xml_node root,
                     std::span<const std::vector<unsigned>> lists,
                     const Styles& styles) {
  std::set<unsigned> restarting;
  for (const std::vector<unsigned>& each : lists) {
    restarting.insert(each.begin(), each.end());
  }
  if (restarting.empty()) {
    return;
  }
  std::vector<pugi::xml_node> paragraphs;
  gather_paragraphs(root, paragraphs);
  for (const pugi::xml_node paragraph : paragraphs) {
    if (restarting.count(list_of(paragraph, styles)) != 0) {
      number_directly(paragraph, styles);
    }
  }
}

}  // namespace baocao::docx
