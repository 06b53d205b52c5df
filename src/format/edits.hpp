// Carries out edits on the trees of a document.
#pragma once

#include "format/finding.hpp"

#include <set>
#include <vector>

namespace baocao::format {

class Editor {
 public:
  explicit Editor(Document& document) : document_(document) {}

  // Edits that touch the same characters as one before them are left for another pass.
  void apply(const std::vector<Finding>& findings);

  // The package with what was changed; all other parts keep their bytes.
  base::Bytes package() const;

 private:
  void set_property(const PropertyEdit& edit);
  void set_attribute(const AttributeEdit& edit);
  void insert(const InsertEdit& edit);
  void replace(std::vector<TextEdit> edits);
  void add_page_number();
  void add_header(pugi::xml_node section);
  void put_number_into(std::size_t header);

  Document& document_;
  std::set<std::size_t> changed_;  // parts whose tree is no longer their bytes
  std::vector<docx::Part> added_;
  std::string relationship_;  // for the added header
  std::string type_;
};

}  // namespace baocao::format
