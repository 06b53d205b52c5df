// A part of a package as a tree, with caps against hostile ones.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"
#include "docx/node.hpp"

#include <memory>
#include <string>

namespace baocao::docx {

inline constexpr std::size_t largest_part = 64U << 20U;  // bytes
inline constexpr int deepest_element = 256;

using Tree = std::unique_ptr<pugi::xml_document>;

// Texts and attributes without entities, white space kept. `file` and `part` are for the fault.
diag::Result<Tree> parse_tree(base::ByteView xml, const std::string& file, const std::string& part);

}  // namespace baocao::docx
