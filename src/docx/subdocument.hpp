// A Word file as a value, read so that it can be merged into another: {{p phu_luc }} with
// {"docx": "phu-luc.docx"}. Tags in it are text.
#pragma once

#include "docx/node.hpp"
#include "docx/parts.hpp"
#include "docx/relationships.hpp"
#include "docx/xml_tree.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace baocao::docx {

class Subdocument {
 public:
  // `theme` is the theme of the document around: fonts and colours that this file takes from
  // another theme are replaced by their names. An error is a Vietnamese sentence.
  static tl::expected<Subdocument, std::string> read(base::ByteView docx,
                                                     const std::string& name,
                                                     base::ByteView theme);

  // Root elements; empty when the file has no such part.
  pugi::xml_node document() const { return root(Part::Role::story); }

  pugi::xml_node styles() const { return root(Part::Role::styles); }

  pugi::xml_node numbering() const { return root(Part::Role::numbering); }

  pugi::xml_node notes(bool endnotes) const {
    return root(endnotes ? Part::Role::endnotes : Part::Role::footnotes);
  }

  // Null when there is no such part or relationship.
  const Part* part(std::string_view name) const;
  std::vector<Relationship> relationships(std::string_view part) const;
  // Of the part that a root element belongs to.
  const Relationship* relationship(pugi::xml_node root, std::string_view id) const;

 private:
  struct Opened {
    Tree tree;
    std::vector<Relationship> relationships;
  };

  pugi::xml_node root(Part::Role role) const;
  tl::expected<void, std::string> open(const Part& part, const std::string& file);
  void replace_theme(base::ByteView theme);

  std::vector<Part> parts_;
  std::map<Part::Role, Opened> opened_;
};

}  // namespace baocao::docx
