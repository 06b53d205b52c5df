// What a {% … %} tag says.
#pragma once

#include "docx/faults.hpp"
#include "docx/tag.hpp"
#include "expr/ast.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace baocao::docx {

enum class StatementKind : std::uint8_t {
  unknown,
  if_block,
  elif,
  otherwise,
  endif,
  for_block,
  endfor,
  set,        // targets, formula
  set_entry,  // targets[0] . targets[1], formula
  set_block,  // targets[0]: what stands up to endset
  endset,
  with,  // targets[i] = values[i]
  endwith,
  section,  // targets[0]: "landscape" or "portrait"
  endsection,
  merge_down,    // vm: the formula may be absent
  merge_across,  // hm
  span,          // colspan: formula
  shade,         // cellbg: formula
};

// True for the statements of a table cell.
inline bool is_of_cell(StatementKind kind) {
  return kind >= StatementKind::merge_down;
}

// An expression of a tag, with the place of its text in Tag::text.
struct Formula {
  expr::NodePtr tree;  // null when it has a fault
  std::size_t begin = 0;
};

struct Statement {
  StatementKind kind = StatementKind::unknown;
  std::vector<std::string> targets;  // the names that for and set give a value
  Formula formula;                   // of if, elif, for, set …
  Formula filter;                    // "for x in xs if …"; its tree may be null
  std::vector<Formula> values;       // of with
};

// Faults go to the log; the kind is right even then, so that blocks can be matched.
Statement parse_statement(const Tag& tag, FaultLog& log);

Formula parse_value(const Tag& tag, FaultLog& log);

}  // namespace baocao::docx
