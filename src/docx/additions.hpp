// What rendering adds to the package: new parts, and the relationships of parts to them or to
// addresses outside.
#pragma once

#include "base/bytes.hpp"
#include "docx/picture.hpp"
#include "docx/relationships.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::docx {

class Additions {
 public:
  // `first`: the number of the first new name; see first_free_number().
  explicit Additions(std::uint64_t first) : next_name_(first), next_relation_(first) {}

  struct NewPart {
    std::string name;
    std::string type;  // its content type
    base::Bytes bytes;
  };

  // The name of a new part: "word/media/" and ".png" give "word/media/baocao1.png".
  std::string add_part(std::string_view folder,
                       std::string_view extension,
                       std::string type,
                       base::Bytes bytes);

  // The same under a name that the package must not have yet.
  void add_part(NewPart part);

  // The id of `part`'s relationship to the target; asked again, the same id.
  std::string relation(const std::string& part,
                       const std::string& type,
                       const std::string& target,
                       bool is_external);
  // A relationship of a new part, which keeps its id.
  void relate(const std::string& part, const Relationship& relationship);

  // The id of `part`'s relationship to the picture. The same bytes are stored once.
  std::string relation(const std::string& part, const Picture& picture);

  const std::vector<NewPart>& parts() const { return parts_; }

  std::uint64_t bytes() const { return bytes_; }  // of the new parts

  // `xml`, the relationships of the part or nothing, with the new ones.
  base::Bytes relationships(std::string_view part, base::ByteView xml) const;

  // "[Content_Types].xml" with the types of the new parts.
  base::Bytes content_types(base::ByteView xml) const;

  // By part: those that got relationships.
  const std::map<std::string, std::vector<Relationship>, std::less<>>& relations() const {
    return relations_;
  }

 private:
  std::vector<NewPart> parts_;
  std::map<std::string, std::string> by_hash_;  // of pictures → the name of the part
  std::map<std::string, std::vector<Relationship>, std::less<>> relations_;
  std::map<std::string, std::string, std::less<>> ids_;  // part, type and target → id
  std::uint64_t bytes_ = 0;
  std::uint64_t next_name_;
  std::uint64_t next_relation_;
};

// One more than the largest number behind "baocao" in `text`: a document made here may be a
// template again.
std::uint64_t first_free_number(std::string_view text);

}  // namespace baocao::docx
