// The relationships of a package's parts (OPC, ISO/IEC 29500-2, clause 9).
#pragma once

#include "base/bytes.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::docx {

struct Relationship {
  std::string id;
  std::string type;    // a URI
  std::string target;  // a part ("word/media/a.png"), or an address outside of the package
  bool is_external = false;
};

// "word/document.xml" → "word/_rels/document.xml.rels".
std::string relationships_name(std::string_view part);

// `xml` is what relationships_name(part) holds; unreadable: none.
std::vector<Relationship> read_relationships(std::string_view part, base::ByteView xml);

// `xml` without those whose id `is_cut`.
base::Bytes without_relationships(base::ByteView xml,
                                  const std::function<bool(std::string_view id)>& is_cut);

const Relationship* find_relationship(const std::vector<Relationship>& all, std::string_view id);

// "hyperlink" of "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink".
std::string_view kind_of(const Relationship& relationship);

inline constexpr std::string_view relationship_types =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

}  // namespace baocao::docx
