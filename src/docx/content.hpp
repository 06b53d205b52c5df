// What a paragraph, cell or row holds besides its formatting.
#pragma once

#include "docx/node.hpp"
#include "docx/tag.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>

namespace baocao::docx {

enum class Content : std::uint8_t {
  nothing,
  statements,  // statements and comments only: it can go away with them
  other,
};

// Remembers what it found, so ask before anything is moved.
class ContentFinder {
 public:
  explicit ContentFinder(std::span<const Tag> tags) : tags_(tags) {}

  Content of(pugi::xml_node node);

 private:
  Content look(pugi::xml_node node);

  std::span<const Tag> tags_;
  std::map<const void*, Content> known_;  // by node; looked up only
};

// True when only marks and formatting stand between the paragraph's edge and the mark.
bool is_at_edge(pugi::xml_node mark, bool at_start);

// What a reader sees of it: its text, and the tags of values.
std::string text_in(pugi::xml_node node, std::span<const Tag> tags);

}  // namespace baocao::docx
