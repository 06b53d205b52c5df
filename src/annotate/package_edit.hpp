// A package being edited: parts keep their order, new ones come last.
#pragma once

#include "annotate/xml_part.hpp"
#include "base/bytes.hpp"
#include "diag/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::annotate {

class PackageEdit {
 public:
  static diag::Result<PackageEdit> open(base::ByteView bytes, const std::string& file);

  const std::string& file() const { return file_; }

  const base::Bytes* find(std::string_view name) const;
  void put(const std::string& name, base::Bytes bytes);  // replaces, or adds
  bool has_folder(std::string_view folder) const;        // "_xmlsignatures/"

  // "xl/comments", ".xml" → the first of xl/comments1.xml, xl/comments2.xml … that is free.
  std::string free_name(std::string_view stem, std::string_view ending) const;

  // The part as a tree; X711 when it is missing or not XML.
  diag::Result<XmlPart> parse(const std::string& name) const;

  base::Bytes finish() const;

 private:
  struct Part {
    std::string name;
    base::Bytes bytes;
  };

  std::string file_;
  std::vector<Part> parts_;
};

// Relationships of a part (ECMA-376, Part 2, 9.3).
class Links {
 public:
  static diag::Result<Links> of(const PackageEdit& package, const std::string& part);

  // Name of the part an id, or the first relationship whose type ends in "/" + `kind`, leads to.
  std::optional<std::string> target(std::string_view id) const;
  std::optional<std::string> target_of_kind(std::string_view kind) const;
  std::string_view kind(std::string_view id) const;  // "worksheet"
  bool is_strict() const;                            // types of ISO/IEC 29500 Strict
  // Returns the id.
  std::string add(const std::string& type, const std::string& target);
  void save(PackageEdit& package) const;

 private:
  std::string resolved(pugi::xml_node link) const;

  std::string part_;
  std::string name_;
  std::optional<XmlPart> xml_;
};

// [Content_Types].xml
class ContentTypes {
 public:
  static diag::Result<ContentTypes> of(const PackageEdit& package);

  void add_part(const std::string& part, const std::string& type);
  void add_ending(const std::string& ending, const std::string& type);
  void save(PackageEdit& package) const;

 private:
  std::optional<XmlPart> xml_;
};

}  // namespace baocao::annotate
