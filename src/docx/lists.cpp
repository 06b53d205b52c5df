#include "docx/lists.hpp"

#include <algorithm>

namespace baocao::docx {
namespace {

using Kind = StatementKind;

unsigned list_of(pugi::xml_node paragraph) {
  const pugi::xml_node numbering = paragraph.child("w:pPr").child("w:numPr");
  return numbering.child("w:numId").attribute("w:val").as_uint();
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

std::vector<unsigned> restarting(const std::vector<pugi::xml_node>& body) {
  std::vector<pugi::xml_node> paragraphs;
  for (const pugi::xml_node node : body) {
    gather_paragraphs(node, paragraphs);
  }
  std::vector<unsigned> lists;
  if (paragraphs.empty()) {
    return lists;
  }
  const unsigned first = list_of(paragraphs.front());
  for (const pugi::xml_node paragraph : paragraphs) {
    const unsigned list = list_of(paragraph);
    if (list != 0 && list != first && std::find(lists.begin(), lists.end(), list) == lists.end()) {
      lists.push_back(list);
    }
  }
  return lists;
}

}  // namespace

std::vector<std::vector<unsigned>> lists_of_loops(pugi::xml_node root,
                                                  std::span<const Statement> statements) {
  std::vector<std::vector<unsigned>> lists(statements.size());
  for (const pugi::xml_node mark : marks_in(root)) {
    const bool repeats_rows = is(mark.parent(), "w:tbl") || is(mark.parent(), "w:tr");
    if (statements[mark_index(mark)].kind == Kind::for_block && !repeats_rows) {
      lists[mark_index(mark)] = restarting(body_of(mark, statements));
    }
  }
  return lists;
}

}  // namespace baocao::docx
