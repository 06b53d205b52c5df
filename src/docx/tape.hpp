// A part of a template as a flat program: slices of finished XML and operations between them.
// Rendering runs it from the first operation to the last; there is no tree any more.
#pragma once

#include "docx/statement.hpp"
#include "docx/tag.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace baocao::docx {

enum class OpKind : std::uint8_t {
  xml,           // a = offset, b = length in Tape::xml
  xml_once,      // the same, only the first time it is passed; c = slot
  value,         // a = formula: prints it inside a w:t
  set,           // a = formula, b = name
  jump,          // b = operation
  jump_unless,   // a = formula, b = operation to go on with when it is not true
  loop,          // a = Tape::loops, b = operation to go on with when there is nothing to repeat
  next,          // a = Tape::loops, b = first operation of the body
  fresh_id,      // prints a number that no drawing has
  open_region,   // remembers this place
  close_region,  // takes back all since then, unless it holds Tape::xml[a, b): an element's start
  close_paragraphs,  // adds an empty paragraph unless one stands right before
};

struct Op {
  OpKind kind = OpKind::xml;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
};

struct TapeFormula {
  expr::NodePtr tree;
  std::uint32_t tag = 0;
  std::uint32_t begin = 0;  // of its text in Tag::text
};

struct TapeLoop {
  static constexpr std::uint32_t no_filter = UINT32_MAX;

  std::uint32_t list = 0;            // formula
  std::uint32_t filter = no_filter;  // formula
  std::vector<std::string> targets;
  std::uint32_t tag = 0;
  bool uses_loop = false;  // "loop.index" and the like occur inside
};

struct Tape {
  std::string part;  // its name in the package
  std::string xml;
  std::vector<Op> ops;
  std::vector<TapeFormula> formulas;
  std::vector<TapeLoop> loops;
  std::vector<std::string> names;
  std::vector<Tag> tags;
  std::uint32_t slots = 0;               // of xml_once
  std::uint64_t largest_drawing_id = 0;  // in the part as it stands
};

}  // namespace baocao::docx
