// Comments of Word (ECMA-376 Part 1, 17.13.4): the part that holds them and their anchors.
#pragma once

#include "docx/node.hpp"
#include "docx/paragraph_text.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace baocao::docx {

// Comments that are added to a document.
class Comments {
 public:
  // `existing`: the root of the comments there are; may be empty.
  explicit Comments(pugi::xml_node existing);

  // A comment with these paragraphs; gives its id.
  std::uint64_t add(const std::vector<std::string>& paragraphs);

  const std::string& xml() const { return xml_; }  // the w:comment elements

 private:
  std::uint64_t next_id_ = 0;
  std::string xml_;
};

// Anchors the comments at [begin, end) of the text, which is not empty, and splits the runs there.
// Of several ranges of one paragraph the last comes first: the text behind `begin` is cut off.
void anchor_comments(ParagraphText& text, TagRange range, const std::vector<std::uint64_t>& ids);

// Anchors them at the whole paragraph.
void anchor_comments(pugi::xml_node paragraph, const std::vector<std::uint64_t>& ids);

}  // namespace baocao::docx
