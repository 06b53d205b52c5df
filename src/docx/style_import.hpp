// The styles of a merged document, so that its text keeps its look: a style that the document
// around has too, with the same look, is used as it is; any other is added, under a new id where
// the id is taken.
#pragma once

#include "base/bytes.hpp"
#include "docx/node.hpp"
#include "docx/subdocument.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace baocao::docx {

// The styles of a document being written.
class OutputStyles {
 public:
  // `xml` is word/styles.xml of the template.
  explicit OutputStyles(base::ByteView xml);

  pugi::xml_node root() const { return document_.document_element(); }

  pugi::xml_node find(std::string_view id) const;

  // Adds `style` under an id and a name that no other style has; gives its id.
  std::string add(pugi::xml_node style, pugi::xml_node from_root);

  // The style that add() gave that id, to be changed.
  pugi::xml_node added(std::string_view id) const { return find(id); }

  bool has_changed() const { return has_changed_; }

  base::Bytes xml() const;

 private:
  pugi::xml_document document_;
  std::map<std::string, pugi::xml_node, std::less<>> by_id_;
  std::set<std::string> names_;  // in lower case, as Word compares them
  bool has_changed_ = false;
};

// Lists that styles refer to: the number that a list of the merged document gets, and whether the
// two documents' lists of one number look the same.
struct ListsOfStyles {
  std::function<unsigned(unsigned list)> imported;
  std::function<bool(unsigned list)> look_same;
};

class StyleImport {
 public:
  StyleImport(OutputStyles& out, const Subdocument& from, ListsOfStyles lists);

  // The id in the document around; empty when the merged document has no such style.
  std::string id_of(std::string_view id);

  // The merged document's id of the style that its paragraphs or tables without one have; empty
  // when they look the same without it.
  std::string default_of(std::string_view type);

 private:
  bool look_same(pugi::xml_node ours, pugi::xml_node theirs, int depth) const;
  pugi::xml_node theirs(std::string_view id) const;
  std::string imported(pugi::xml_node style);
  void map_references(pugi::xml_node style);
  void take_defaults(pugi::xml_node style) const;

  OutputStyles& out_;
  const Subdocument& from_;
  ListsOfStyles lists_;
  bool same_defaults_;
  std::map<std::string, pugi::xml_node, std::less<>> theirs_;
  int depth_ = 0;  // of styles that are being imported for others
  std::map<std::string, std::string, std::less<>> ids_;  // theirs → ours
};

}  // namespace baocao::docx
