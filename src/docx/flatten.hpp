// Writes the tree of a part, with its marks in place, as a tape.
#pragma once

#include "docx/node.hpp"
#include "docx/tape.hpp"

#include <span>
#include <vector>

namespace baocao::docx {

// Takes the expressions out of `statements`, which hold one entry for each of `tape.tags`.
void flatten(pugi::xml_node document, std::span<Statement> statements, Tape& tape);

}  // namespace baocao::docx
