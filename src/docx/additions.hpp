// What rendering adds to the package: pictures, and the relationships of parts to them.
#pragma once

#include "base/bytes.hpp"
#include "docx/picture.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::docx {

class Additions {
 public:
  // The id of `part`'s relationship to the picture. The same bytes are stored once.
  std::string relation(const std::string& part, const Picture& picture);

  struct Medium {
    std::string name;  // "word/media/baocao1.png"
    base::Bytes bytes;
  };

  const std::vector<Medium>& media() const { return media_; }

  bool empty() const { return media_.empty(); }

  // `xml`, the relationships of the part or nothing, with the new ones.
  base::Bytes relationships(std::string_view part, base::ByteView xml) const;

  // "[Content_Types].xml" with the types of the pictures.
  base::Bytes content_types(base::ByteView xml) const;

  std::set<std::string> parts() const;  // those that got relationships

 private:
  std::vector<Medium> media_;
  std::map<std::string, std::size_t> by_hash_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> relations_;  // part → media
};

// "word/document.xml" → "word/_rels/document.xml.rels" (OPC, ISO/IEC 29500-2).
std::string relationships_name(std::string_view part);

}  // namespace baocao::docx
