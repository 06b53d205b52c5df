// The tags of an XML text, in one pass and without a tree: for sheets too big for one.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace baocao::annotate {

class Tag {
 public:
  std::string_view whole;   // "<x:c r=…>", in the text itself
  std::string_view name;    // without its prefix
  std::string_view prefix;  // "x:"
  bool closes = false;      // </c>
  bool empty = false;       // <c/>

  explicit Tag(std::string_view text);

  // As written, entities unresolved; in the text itself.
  std::optional<std::string_view> attribute(std::string_view name) const;
  // "id" finds r:id.
  std::optional<std::string_view> attribute_of_any_prefix(std::string_view name) const;

 private:
  std::optional<std::string_view> find(std::string_view name, bool any_prefix) const;
};

// Skips comments, CDATA sections and processing instructions. The text must be well-formed; of any
// other it finds some tags, and ends.
class Tags {
 public:
  explicit Tags(std::string_view xml, std::size_t from = 0) : xml_(xml), at_(from) {}

  std::optional<Tag> next();

  std::size_t begin_of(const Tag& tag) const {
    return static_cast<std::size_t>(tag.whole.data() - xml_.data());
  }

  std::size_t end_of(const Tag& tag) const { return begin_of(tag) + tag.whole.size(); }

 private:
  bool skip_to(std::string_view mark);

  std::string_view xml_;
  std::size_t at_;
};

}  // namespace baocao::annotate
