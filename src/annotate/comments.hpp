// The comments of one worksheet (xl/commentsN.xml).
#pragma once

#include "annotate/cells.hpp"
#include "annotate/package_edit.hpp"

#include <map>
#include <set>
#include <string>

namespace baocao::annotate {

// What each cell's comment says.
using CellTexts = std::map<Address, std::string>;

class Comments {
 public:
  // `part` is empty when the sheet has no comments.
  static diag::Result<Comments> of(const PackageEdit& package,
                                   const std::string& part,
                                   bool strict);

  // Takes off the comments of an earlier run, and what it wrote below comments of others. Returns
  // the cells that have no comment any more.
  std::set<Address> remove_ours();

  // A comment of our own, or a paragraph below the comment somebody else put on the cell. A
  // threaded comment is left alone. Returns the cells that now have a comment they did not have.
  std::set<Address> add(const CellTexts& texts);

  base::Bytes text() const { return xml_->text(); }

 private:
  pugi::xml_node section(std::string_view name);
  std::string our_number();
  std::string author_of(pugi::xml_node comment);
  void add_run(pugi::xml_node text, const std::string& words) const;

  std::optional<XmlPart> xml_;
};

}  // namespace baocao::annotate
