// A small part of a package as a tree that is written back as it was, but for the edits.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"

#include <memory>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace baocao::annotate {

class XmlPart {
 public:
  // X711 when the part is not XML. `file` and `part` are for the fault.
  static diag::Result<XmlPart> parse(base::ByteView xml,
                                     const std::string& file,
                                     const std::string& part);

  pugi::xml_node root() const { return document_->document_element(); }

  // "x:" when the part's elements have that prefix; empty for the default namespace.
  const std::string& prefix() const { return prefix_; }

  // New elements take the prefix of the part.
  pugi::xml_node append(pugi::xml_node parent, std::string_view name) const;
  // Parses `fragment` (one element, no prefixes) and gives its elements the prefix of the part.
  std::unique_ptr<pugi::xml_document> fragment(std::string_view fragment) const;

  base::Bytes text() const;

 private:
  std::unique_ptr<pugi::xml_document> document_;
  std::string prefix_;
};

// Of SpreadsheetML: ISO/IEC 29500 Transitional (what Excel writes) or Strict.
std::string spreadsheet_namespace(bool strict);
std::string relationship_type(bool strict, std::string_view kind);  // "comments"

// Names without their prefix.
std::string_view local_name(pugi::xml_node node);
pugi::xml_node child(pugi::xml_node parent, std::string_view local);
std::string text_of(pugi::xml_node node);  // of all elements inside

// The element as XML, to compare two of them.
std::string written(pugi::xml_node node);

diag::Diagnostic cannot_edit(const std::string& file, const std::string& part, std::string why);

}  // namespace baocao::annotate
