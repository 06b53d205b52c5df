// Finds the tags in the text of a paragraph.
#pragma once

#include "docx/tag.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace baocao::docx {

// Bytes of the paragraph's text.
struct TagRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct FoundTag {
  Tag tag;         // without its address
  TagRange range;  // the tag itself
  TagRange cut;    // with the white space that {%- and -%} take away
  bool trims_left = false;
  bool trims_right = false;
};

struct BrokenTag {
  enum class Kind : std::uint8_t { not_closed, not_opened };
  Kind kind = Kind::not_closed;
  TagRange range;
};

struct FoundTags {
  std::vector<FoundTag> tags;  // in the order of the text, broken statements among them
  std::vector<BrokenTag> broken;
};

FoundTags find_tags(std::string_view text);

}  // namespace baocao::docx
