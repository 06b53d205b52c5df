// Writes the tree of a part, with its marks in place, as a tape.
#pragma once

#include "docx/node.hpp"
#include "docx/tape.hpp"

#include <span>
#include <vector>

namespace baocao::docx {

// Takes the expressions out of `statements`, which hold one entry for each of `tape.tags`, as
// `lists` does: the numbered lists that start again in each pass of that loop.
void flatten(pugi::xml_node document,
             std::span<Statement> statements,
             std::span<const std::vector<unsigned>> lists,
             Tape& tape);

}  // namespace baocao::docx
