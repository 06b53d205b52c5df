#include "docx/insertion.hpp"

#include "docx/foreign_xml.hpp"
#include "docx/lists.hpp"
#include "docx/renderer.hpp"
#include "docx/sections.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace baocao::docx {
namespace {

constexpr std::string_view relationship_prefix = "r:";

bool is_word_paragraph(pugi::xml_node node) {
  return is(node, "w:p");
}

// Comments stay behind; so do the ids that Word makes anew.
bool is_left_behind(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 8> names{"w:commentRangeStart",
                                                         "w:commentRangeEnd",
                                                         "w:commentReference",
                                                         "w:proofErr",
                                                         "w:permStart",
                                                         "w:permEnd",
                                                         "w:subDoc",
                                                         "w:altChunk"};
  const bool is_id = is(node, "w:id") && is(node.parent(), "w:sdtPr");
  return is_id || std::find(names.begin(), names.end(), name_of(node)) != names.end();
}

bool is_bookmark(pugi::xml_node node) {
  return is(node, "w:bookmarkStart") || is(node, "w:bookmarkEnd");
}

}  // namespace

MergedBlocks Insertion::run() {
  ++file_.insertions;
  root_ = file_.document.document();
  pugi::xml_document copy;
  const pugi::xml_node body = copy.append_copy(root_.child("w:body"));
  const bool landscape = is_landscape(body.child("w:sectPr"));
  pugi::xml_node(body).remove_child("w:sectPr");
  name_bookmarks(body);
  rewrite(body);
  for (const pugi::xml_node block : body.children()) {
    adopt(block, root_, merged_.target.ignorable);
  }
  MergedBlocks out{children_xml(body), lost_sections_, landscape};
  if (!is_word_paragraph(body.last_child())) {
    out.xml += "<w:p/>";  // a cell must end with one, and tables must not run into one another
  }
  return out;
}

void Insertion::name_bookmarks(pugi::xml_node around) {
  for (const pugi::xml_node node : around.children()) {
    if (is(node, "w:bookmarkStart")) {
      const std::string name = node.attribute("w:name").value();
      std::string free = name;
      for (int i = 2; !merged_.bookmarks.insert(free).second; ++i) {
        free = name + "_" + std::to_string(i);
      }
      bookmark_names_.emplace(name, free);
    }
    name_bookmarks(node);
  }
}

void Insertion::rewrite(pugi::xml_node around) {
  for (pugi::xml_node node = around.first_child(); node;) {
    const pugi::xml_node next = node.next_sibling();
    if (is_dropped(node)) {
      around.remove_child(node);
    } else {
      element(node);
      attributes(node);
      rewrite(node);
    }
    node = next;
  }
}

bool Insertion::is_dropped(pugi::xml_node node) {
  const bool is_section = is(node, "w:sectPr");
  lost_sections_ = lost_sections_ || is_section;
  const bool is_note = is(node, "w:footnoteReference") || is(node, "w:endnoteReference");
  const bool in_notes = root_ != file_.document.document();  // which have none of their own
  return is_section || (is_note && in_notes) || is_left_behind(node);
}

void Insertion::element(pugi::xml_node node) {
  if (is_word_paragraph(node)) {
    if (file_.insertions > 1) {
      number_directly(node, file_.numbered_styles);  // its lists start again
    }
    default_style(node, "w:pPr", "w:pStyle");
  } else if (is(node, "w:tbl")) {
    default_style(node, "w:tblPr", "w:tblStyle");
  } else if (is(node, "w:pPr") || is(node, "w:rPr") || is(node, "w:tblPr")) {
    for (const char* name : {"w:pStyle", "w:rStyle", "w:tblStyle"}) {
      style(node.child(name));
    }
  } else if (is(node, "w:numId")) {
    list(node);
  } else if (is_bookmark(node)) {
    bookmark(node);
  } else if (is(node, "w:instrText") || is(node, "w:fldSimple")) {
    field(node);
  } else if (is(node, "wp:docPr")) {
    node.attribute("id") = std::to_string(rendering_.next_drawing_id++).c_str();
  } else if (is(node, "w:footnoteReference") || is(node, "w:endnoteReference")) {
    note(node, is(node, "w:endnoteReference"));
  }
}

void Insertion::attributes(pugi::xml_node node) {
  node.remove_attribute("w14:paraId");
  node.remove_attribute("w14:textId");
  for (pugi::xml_attribute at = node.first_attribute(); at;) {
    const pugi::xml_attribute next = at.next_attribute();
    if (std::string_view(at.name()).starts_with(relationship_prefix)) {
      const std::string id = relation(at.value());
      at = id.c_str();
      if (id.empty()) {
        node.remove_attribute(at);
      }
    }
    at = next;
  }
  if (pugi::xml_attribute anchor = node.attribute("w:anchor"); is(node, "w:hyperlink") && anchor) {
    const auto renamed = bookmark_names_.find(std::string_view(anchor.value()));
    anchor = renamed == bookmark_names_.end() ? anchor.value() : renamed->second.c_str();
  }
}

void Insertion::style(pugi::xml_node reference) {
  if (!reference) {
    return;
  }
  const std::string id = file_.styles->id_of(reference.attribute("w:val").value());
  if (id.empty()) {
    reference.parent().remove_child(reference);
  } else {
    reference.attribute("w:val") = id.c_str();
  }
}

// A block without a style has the default one, which may look different in the document around.
void Insertion::default_style(pugi::xml_node block, const char* properties, const char* reference) {
  pugi::xml_node holder = block.child(properties);
  if (holder.child(reference)) {
    return;
  }
  const std::string id = file_.styles->default_of(is_word_paragraph(block) ? "paragraph" : "table");
  if (id.empty()) {
    return;
  }
  holder = holder ? holder : block.prepend_child(properties);
  holder.prepend_child(reference).append_attribute("w:val") = id.c_str();
}

void Insertion::list(pugi::xml_node reference) {
  const unsigned theirs = reference.attribute("w:val").as_uint();
  if (theirs == 0) {
    return;
  }
  const auto of_style = file_.lists_of_styles.find(theirs);
  if (of_style != file_.lists_of_styles.end() && file_.insertions == 1) {
    reference.attribute("w:val") = of_style->second;
  } else {
    reference.attribute("w:val") = imported_list(file_, rendering_, theirs, lists_);
  }
}

void Insertion::bookmark(pugi::xml_node node) {
  const auto [at, is_new] =
      bookmark_ids_.try_emplace(node.attribute("w:id").value(), merged_.next_bookmark_id);
  merged_.next_bookmark_id += is_new ? 1U : 0U;
  node.attribute("w:id") = std::to_string(at->second).c_str();
  if (pugi::xml_attribute name = node.attribute("w:name")) {
    name = bookmark_names_.find(std::string_view(name.value()))->second.c_str();
  }
}

// "REF ten \h": the bookmark may have got another name.
void Insertion::field(pugi::xml_node instruction) {
  const bool is_simple = is(instruction, "w:fldSimple");
  std::string words =
      is_simple ? instruction.attribute("w:instr").value() : instruction.child_value();
  for (const auto& [name, renamed] : bookmark_names_) {
    const std::size_t at = name == renamed ? std::string::npos : words.find(" " + name + " ");
    if (at != std::string::npos) {
      words.replace(at + 1, name.size(), renamed);
    }
  }
  if (is_simple) {
    instruction.attribute("w:instr") = words.c_str();
  } else {
    instruction.text() = words.c_str();
  }
}

void Insertion::note(pugi::xml_node reference, bool endnotes) {
  Notes& notes = rendering_.notes[endnotes ? NoteKind::endnotes : NoteKind::footnotes];
  const pugi::xml_node all = file_.document.notes(endnotes);
  const std::string_view id = reference.attribute("w:id").value();
  const pugi::xml_node found =
      all.find_child([&](pugi::xml_node note) { return id == note.attribute("w:id").value(); });
  const std::string number = std::to_string(++notes.last_id);
  reference.attribute("w:id") = number.c_str();
  pugi::xml_document copy;
  pugi::xml_node note =
      found ? copy.append_copy(found) : copy.append_child(endnotes ? "w:endnote" : "w:footnote");
  note.remove_attribute("w:id");
  note.append_attribute("w:id") = number.c_str();
  if (!note.first_child()) {
    note.append_child("w:p");
  }
  const pugi::xml_node outer_root = std::exchange(root_, all);
  const std::string outer_part =
      std::exchange(part_, notes.tape == nullptr ? new_notes_part(endnotes) : notes.tape->part);
  name_bookmarks(note);
  rewrite(note);
  adopt(note, root_, "");
  notes.written += xml_of(note);
  root_ = outer_root;
  part_ = outer_part;
}

// Empty when the file refers to nothing: the same id may mean something else in the template.
std::string Insertion::relation(const std::string& id) {
  const Relationship* found = file_.document.relationship(root_, id);
  if (found == nullptr) {
    return "";
  }
  const std::string target =
      found->is_external ? found->target : imported_part(file_, rendering_, found->target);
  return target.empty()
             ? ""
             : rendering_.additions.relation(part_, found->type, target, found->is_external);
}

}  // namespace baocao::docx
