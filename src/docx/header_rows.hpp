// Rows that repeat at the top of each page.
#pragma once

#include "docx/node.hpp"
#include "docx/statement.hpp"

#include <span>

namespace baocao::docx {

// A table whose rows a loop repeats may come to fill pages: its first rows up to the loop, three at
// most, become header rows unless the template names some itself.
void repeat_header_rows(pugi::xml_node root, std::span<const Statement> statements);

}  // namespace baocao::docx
