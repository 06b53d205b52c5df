#include "format/edits.hpp"

#include "format/property_order.hpp"
#include "package/xml.hpp"
#include "package/zip_writer.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace baocao::format {
namespace {

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* header_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
constexpr const char* header_relationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header";
constexpr const char* relationships_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* main_namespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* relationship_id = "rIdSoTrang";
constexpr const char* types_part = "[Content_Types].xml";

std::string printed(const docx::Tree& tree) {
  std::ostringstream out;
  out << declaration;
  tree->save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return out.str();
}

void set_text(pugi::xml_node node, const std::string& text) {
  node.remove_children();
  node.append_child(pugi::node_pcdata).set_value(text.c_str());
  pugi::xml_attribute space = node.attribute("xml:space");
  (space ? space : node.append_attribute("xml:space")).set_value("preserve");
}

// The piece an edit begins in; at a border the one before it, whose formatting goes on.
std::size_t piece_at(const docx::ParagraphText& text, const TextEdit& edit) {
  for (std::size_t i = 0; i < text.pieces.size(); ++i) {
    const docx::TextPiece& piece = text.pieces[i];
    const bool holds = edit.begin == edit.end ? piece.begin <= edit.begin && edit.begin <= piece.end
                                              : piece.begin <= edit.begin && edit.begin < piece.end;
    if (holds && docx::is(piece.node, "w:t")) {
      return i;
    }
  }
  return text.pieces.size();
}

void replace_in(const docx::ParagraphText& text, const TextEdit& edit) {
  const std::size_t first = piece_at(text, edit);
  for (std::size_t i = text.pieces.size(); i-- > first;) {
    const docx::TextPiece& piece = text.pieces[i];
    const std::size_t begin = std::max(piece.begin, edit.begin);
    const std::size_t end = std::min(piece.end, edit.end);
    if (!docx::is(piece.node, "w:t") || (i != first && begin >= end)) {
      continue;
    }
    std::string content = piece.node.text().get();
    content.replace(
        begin - piece.begin, end > begin ? end - begin : 0, i == first ? edit.text : "");
    set_text(piece.node, content);
  }
}

void set_attributes(pugi::xml_node node,
                    const std::vector<std::pair<std::string, std::string>>& attributes) {
  for (const auto& [name, value] : attributes) {
    pugi::xml_attribute found = node.attribute(name.c_str());
    if (value.empty()) {
      node.remove_attribute(found);
    } else {
      (found ? found : node.append_attribute(name.c_str())).set_value(value.c_str());
    }
  }
}

void plain(pugi::xml_node run) {
  for (const char* name : {"w:b", "w:bCs", "w:i", "w:iCs"}) {
    set_attributes(child_in_order(properties_of(run), name), {{"w:val", "0"}});
  }
}

bool insert_before(std::string& xml, std::string_view end_tag, const std::string& what) {
  const std::size_t at = xml.rfind(end_tag);
  if (at != std::string::npos) {
    xml.insert(at, what);
  }
  return at != std::string::npos;
}

std::string number_runs() {
  const auto run = [](const std::string& inner) {
    return "<w:r><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
           "w:cs=\"Times New Roman\"/><w:b w:val=\"0\"/><w:i w:val=\"0\"/><w:sz w:val=\"28\"/>"
           "<w:szCs w:val=\"28\"/></w:rPr>" +
           inner + "</w:r>";
  };
  return run("<w:fldChar w:fldCharType=\"begin\"/>") +
         run("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>") +
         run("<w:fldChar w:fldCharType=\"separate\"/>") + run("<w:t>2</w:t>") +
         run("<w:fldChar w:fldCharType=\"end\"/>");
}

std::string number_paragraph() {
  return "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + number_runs() + "</w:p>";
}

}  // namespace

void Editor::apply(const std::vector<Finding>& findings) {
  std::map<std::size_t, std::vector<TextEdit>> texts;  // by paragraph
  std::vector<InsertEdit> insertions;
  bool needs_number = false;
  for (const Finding& finding : findings) {
    for (const Edit& edit : finding.edits) {
      if (const auto* property = std::get_if<PropertyEdit>(&edit)) {
        set_property(*property);
      } else if (const auto* attribute = std::get_if<AttributeEdit>(&edit)) {
        set_attribute(*attribute);
      } else if (const auto* text = std::get_if<TextEdit>(&edit)) {
        texts[text->paragraph].push_back(*text);
      } else if (const auto* insertion = std::get_if<InsertEdit>(&edit)) {
        insertions.push_back(*insertion);
      } else {
        needs_number = true;
      }
    }
  }
  for (auto& [paragraph, edits] : texts) {
    replace(std::move(edits));
  }
  std::for_each(
      insertions.begin(), insertions.end(), [&](const InsertEdit& each) { insert(each); });
  if (needs_number) {
    add_page_number();
  }
}

void Editor::set_property(const PropertyEdit& edit) {
  set_attributes(child_in_order(properties_of(edit.owner), edit.name), edit.attributes);
  changed_.insert(edit.part);
}

void Editor::set_attribute(const AttributeEdit& edit) {
  pugi::xml_node node = edit.node;
  if (edit.name.empty()) {
    node.text().set(edit.value.c_str());
  } else {
    set_attributes(node, {{edit.name, edit.value}});
  }
  changed_.insert(edit.part);
}

// From the last to the first, so that the places of the others stay true.
void Editor::replace(std::vector<TextEdit> edits) {
  std::stable_sort(edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) {
    return a.begin > b.begin;
  });
  std::size_t free_until = std::string::npos;
  for (const TextEdit& edit : edits) {
    if (edit.end > free_until) {
      continue;
    }
    const Paragraph& paragraph = document_.paragraphs()[edit.paragraph];
    replace_in(paragraph.text, edit);
    changed_.insert(paragraph.part);
    free_until = edit.begin;
  }
}

void Editor::insert(const InsertEdit& edit) {
  const Paragraph& paragraph = document_.paragraphs()[edit.paragraph];
  pugi::xml_node added = paragraph.node.parent().insert_child_after("w:p", paragraph.node);
  if (const pugi::xml_node properties = paragraph.node.child("w:pPr")) {
    added.append_copy(properties).remove_child("w:sectPr");
  }
  pugi::xml_node run = added.append_child("w:r");
  if (!paragraph.text.pieces.empty()) {
    const pugi::xml_node like = docx::nearest_of(paragraph.text.pieces.front().node, {"w:r"});
    if (const pugi::xml_node properties = like.child("w:rPr")) {
      run.append_copy(properties);
    }
  }
  plain(run);
  set_text(run.append_child("w:t"), edit.text);
  changed_.insert(paragraph.part);
}

void Editor::add_page_number() {
  const pugi::xml_node section = document_.sections().front().properties;
  if (!section) {
    return;
  }
  for (const pugi::xml_node reference : section.children("w:headerReference")) {
    const auto part = document_.related(reference.attribute("r:id").value());
    if (part && std::string_view(reference.attribute("w:type").value()) == "default") {
      put_number_into(*part);
      changed_.insert(document_.main_part());
      set_attributes(child_in_order(section, "w:titlePg"), {{"w:val", "1"}});
      return;
    }
  }
  add_header(section);
}

void Editor::put_number_into(std::size_t header) {
  pugi::xml_document made;
  made.load_string(number_paragraph().c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  document_.tree(header)->document_element().prepend_copy(made.document_element());
  changed_.insert(header);
}

void Editor::add_header(pugi::xml_node section) {
  const std::string& main = document_.parts()[document_.main_part()].name;
  const std::string folder = main.substr(0, main.rfind('/') + 1);
  int number = 1;
  while (document_.part_named(folder + "header" + std::to_string(number) + ".xml")) {
    ++number;
  }
  const std::string file = "header" + std::to_string(number) + ".xml";
  added_.push_back({folder + file,
                    std::string(declaration) + "<w:hdr xmlns:w=\"" + main_namespace + "\">" +
                        number_paragraph() + "</w:hdr>",
                    docx::Part::Role::story});
  relationship_ = std::string("<Relationship Id=\"") + relationship_id + "\" Type=\"" +
                  header_relationship + "\" Target=\"" + file + "\"/>";
  type_ = "<Override PartName=\"/" + folder + file + "\" ContentType=\"" + header_type + "\"/>";
  pugi::xml_node reference = section.prepend_child("w:headerReference");
  reference.append_attribute("w:type") = "default";
  reference.append_attribute("r:id") = relationship_id;
  pugi::xml_node root = document_.tree(document_.main_part())->document_element();
  if (!root.attribute("xmlns:r")) {
    root.append_attribute("xmlns:r") = relationships_namespace;
  }
  set_attributes(child_in_order(section, "w:titlePg"), {{"w:val", "1"}});
  changed_.insert(document_.main_part());
}

base::Bytes Editor::package() const {
  package::ZipWriter zip;
  for (std::size_t i = 0; i < document_.parts().size(); ++i) {
    const docx::Part& part = document_.parts()[i];
    base::Bytes bytes = changed_.count(i) > 0 ? printed(document_.tree(i)) : part.bytes;
    if (part.name == types_part) {
      insert_before(bytes, "</Types>", type_);
    } else if (part.name == document_.relationships_name()) {
      insert_before(bytes, "</Relationships>", relationship_);
    }
    zip.add(part.name, bytes);
  }
  for (const docx::Part& part : added_) {
    zip.add(part.name, part.bytes);
  }
  return zip.finish();
}

}  // namespace baocao::format
