// Numbered lists in loops.
#pragma once

#include "docx/headings.hpp"
#include "docx/node.hpp"
#include "docx/statement.hpp"

#include <span>
#include <vector>

namespace baocao::docx {

// For each tag of a for that repeats paragraphs: the lists (w:numId) that start again in each pass.
// A list that begins a pass goes on through all of them, "1. A", "2. B"; one that comes behind
// something else in the pass belongs to it. Rows go on, as the numbers of a table do.
std::vector<std::vector<unsigned>> lists_of_loops(pugi::xml_node root,
                                                  std::span<const Statement> statements,
                                                  const Styles& styles);

// Writes the list of its style into a paragraph that has none of its own, so that another list can
// take its place.
void number_directly(pugi::xml_node paragraph, const Styles& styles);

// The same for all paragraphs of those lists.
void number_directly(pugi::xml_node root,
                     std::span<const std::vector<unsigned>> lists,
                     const Styles& styles);

}  // namespace baocao::docx
