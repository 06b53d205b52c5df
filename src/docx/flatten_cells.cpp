// Table cells with {% vm %}, {% hm %}, {% colspan n %}, {% cellbg c %}.
#include "docx/cell_tags.hpp"
#include "docx/flattener.hpp"

namespace baocao::docx {

using Kind = StatementKind;

void Flattener::cell(pugi::xml_node node) {
  const CellTags tags = cell_tags(node, statements_);
  const std::size_t only_first = tags.merges_across ? emit(OpKind::jump_unless_first_pass) : 0;
  if (tags.merges_down) {
    continued_cell(node, tape_.merges++);
  } else {
    content(node);
  }
  if (tags.merges_across) {
    tape_.ops[only_first].b = here();
  }
}

// A cell that may continue the one above: then it holds just an empty paragraph.
void Flattener::continued_cell(pugi::xml_node node, std::uint32_t slot) {
  start_tag(node);
  tape_.xml += ">";
  any(node.child("w:tcPr"));
  const std::size_t continued = emit(OpKind::jump_if_merged, 0, 0, slot);
  for (const pugi::xml_node child : node.children()) {
    if (!is(child, "w:tcPr")) {
      any(child);
    }
  }
  close_content(node);
  const std::size_t behind = emit(OpKind::jump);
  tape_.ops[continued].b = here();
  tape_.xml += "<w:p>";
  if (const pugi::xml_node properties = node.child("w:p").child("w:pPr")) {
    any(properties);
  }
  tape_.xml += "</w:p></w:tc>";
  tape_.ops[behind].b = here();
}

// `columns` of the template's cell.
void Flattener::cell_attribute(std::uint32_t tag, std::uint32_t columns) {
  Statement& source = statements_[tag];
  switch (source.kind) {
    case Kind::merge_down:
      emit(OpKind::merge_word,
           source.formula.tree ? formula(tag, source.formula) : no_formula,
           tag,
           tape_.merges - 1);
      break;
    case Kind::merge_across:
      emit(OpKind::columns_of_passes, columns);
      break;
    case Kind::span:
      emit(OpKind::cell_columns, formula(tag, source.formula));
      break;
    default:
      emit(OpKind::cell_color, formula(tag, source.formula));
  }
}

}  // namespace baocao::docx
