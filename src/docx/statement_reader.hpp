// Looks at the statements of a part while it is compiled.
#pragma once

#include "docx/blocks.hpp"
#include "docx/node.hpp"

#include <span>

namespace baocao::docx {

// `root` holds a mark for each tag, where Word has the tag; a tag in an attribute is in its place.
struct PartStatements {
  pugi::xml_node root;
  std::span<const Tag> tags;
  std::span<const Statement> statements;  // with faults in some, they are there all the same
};

class StatementReader {
 public:
  virtual ~StatementReader() = default;
  virtual void read(const PartStatements& part, FaultLog& log) = 0;
};

}  // namespace baocao::docx
